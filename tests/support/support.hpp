// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace test {

/// A folder of this test's own that goes away with it.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// A real file of a city (`DOORGANG_DATA`, or `../shared/data` beside the source tree), or nothing where the files are
/// not there: the test then says that it is skipped.
std::optional<std::filesystem::path> real_file(const std::string& relative);

/// Runs a program through the shell. @returns its exit code, with standard output and error in `output`
struct Run {
    int exit_code = -1;
    std::string output;
};
Run run(const std::string& command);

/// The folder of the built programs.
std::filesystem::path programs();
/// The source tree.
std::filesystem::path source_tree();

}  // namespace test

/// Ends a test that needs a real file which is not there, with a message.
#define NEED_REAL_FILE(variable, relative)                  \
    auto variable##_found = test::real_file(relative);      \
    if (!variable##_found) {                                \
        WARN("skipped: " << (relative) << " is not there"); \
        return;                                             \
    }                                                       \
    const auto& variable = *variable##_found
