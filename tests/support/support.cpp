// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/support.hpp"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <vector>

namespace test {
namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    auto pattern = (fs::temp_directory_path() / "doorgang-test-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path source_tree() { return DOORGANG_SOURCE_TREE; }

std::optional<fs::path> real_file(const std::string& relative) {
    const char* set = std::getenv("DOORGANG_DATA");
    auto folder = set && *set ? fs::path(set) : source_tree().parent_path() / "shared" / "data";
    if (!fs::exists(folder / relative)) return std::nullopt;
    return folder / relative;
}

Run run(const std::string& command) {
    Run result;
    FILE* pipe = popen(("( " + command + " ) 2>&1").c_str(), "r");
    if (!pipe) throw std::runtime_error("cannot run " + command);
    std::array<char, 4096> buffer{};
    while (auto count = fread(buffer.data(), 1, buffer.size(), pipe)) result.output.append(buffer.data(), count);
    int status = pclose(pipe);
    result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

fs::path programs() { return fs::read_symlink("/proc/self/exe").parent_path(); }

}  // namespace test
