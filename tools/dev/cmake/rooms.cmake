# SPDX-License-Identifier: EUPL-1.2
# One way to declare a room (a static library), a program and a room's tests.

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(doorgang_options INTERFACE)
target_include_directories(doorgang_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(doorgang_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast
    $<$<BOOL:${DOORGANG_STRICT}>:-Werror>)
# What g++ guesses from optimised code is wrong about its own library (vector::insert of four bytes "overruns" them).
# The sanitizers look for the same faults, and only find real ones.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_compile_options(doorgang_options INTERFACE
        -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread -Wno-restrict -Wno-maybe-uninitialized -Wno-dangling-pointer)
endif()
if(DOORGANG_SANITIZE)
    target_compile_options(doorgang_options INTERFACE -fsanitize=${DOORGANG_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(doorgang_options INTERFACE -fsanitize=${DOORGANG_SANITIZE})
endif()

# room(geo_base SOURCES a.cpp b.cpp USES other_room PRIVATE_LIBRARIES fmt::fmt)
# USES is what callers need too; PRIVATE_LIBRARIES are the foreign libraries that only this room may touch.
function(room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;USES;PRIVATE_LIBRARIES" ${ARGN})
    add_library(${name} STATIC ${ROOM_SOURCES})
    target_link_libraries(${name} PUBLIC doorgang_options ${ROOM_USES} PRIVATE ${ROOM_PRIVATE_LIBRARIES})
endfunction()

# program(doorgangctl SOURCES main.cpp USES audit_dossier)
function(program name)
    cmake_parse_arguments(PROGRAM "" "" "SOURCES;USES" ${ARGN})
    add_executable(${name} ${PROGRAM_SOURCES})
    target_link_libraries(${name} PRIVATE doorgang_options ${PROGRAM_USES})
    add_dependencies(${name} assets)
endfunction()

# room_tests(geo_base SOURCES test_ids.cpp USES geo_base): one executable and one CTest entry for a room's tests.
function(room_tests name)
    cmake_parse_arguments(TESTS "" "TIMEOUT" "SOURCES;USES" ${ARGN})
    if(NOT TESTS_TIMEOUT)
        set(TESTS_TIMEOUT 300)
    endif()
    add_executable(test_${name} ${TESTS_SOURCES})
    target_link_libraries(test_${name} PRIVATE doorgang_options tests_support ${TESTS_USES})
    add_dependencies(test_${name} assets)
    add_test(NAME ${name} COMMAND test_${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${TESTS_TIMEOUT} LABELS unit
        ENVIRONMENT "UBSAN_OPTIONS=print_stacktrace=1")
endfunction()
