# SPDX-License-Identifier: EUPL-1.2
# How the tests run under the sanitizers. Sourced by tools/test --asan.
# A report ends the program; what third parties leak is listed, each with its reason, in leaks.txt.
sanitizers=$PWD/tools/dev/sanitizers
export ASAN_OPTIONS="detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1:check_initialization_order=1:verify_asan_link_order=0"
export LSAN_OPTIONS="suppressions=$sanitizers/leaks.txt:print_suppressions=0"
export UBSAN_OPTIONS="print_stacktrace=1:halt_on_error=1"
mkdir -p build/asan
cc -shared -fPIC -O1 -o build/asan/keep_loaded.so "$sanitizers/keep_loaded.c"
export LD_PRELOAD=$PWD/build/asan/keep_loaded.so
