// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/private_copy.hpp"

#include "geo/base/problem.hpp"

#include <cpl_vsi.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <vector>

namespace geo {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail_to_copy(const std::string& detail = {}) {
    throw base::Error({.code = "source-unreadable",
                       .message = base::text("The file could not be copied to read it safely."),
                       .advice = base::text("Check the free space in the folder for temporary files."),
                       .detail = detail});
}

struct Close {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using File = std::unique_ptr<VSILFILE, Close>;

/// What a small archive unpacks to may be far larger than any disk.
void check_room(const std::string& name, const fs::path& folder) {
    VSIStatBufL status;
    std::error_code failed;
    auto room = fs::space(folder, failed).available;
    if (failed || VSIStatExL(name.c_str(), &status, VSI_STAT_SIZE_FLAG) != 0) return;
    if (static_cast<std::uintmax_t>(status.st_size) > room / 2) fail_to_copy("not enough room for a copy of " + name);
}

}  // namespace

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

const fs::path& PrivateFolder::path() {
    if (!path_.empty()) return path_;
    auto pattern = (fs::temp_directory_path() / "doorgang-XXXXXX").string();
    if (!mkdtemp(pattern.data())) fail_to_copy();
    return path_ = pattern;
}

fs::path PrivateFolder::take(const std::string& name) {
    return take_with_head(name, "", 0, fs::path(name).filename().string());
}

fs::path PrivateFolder::take_with_head(const std::string& name, const std::string& head, std::size_t skipped,
                                       const std::string& as) {
    auto target = path() / as;
    if (!exists_for_gdal(name)) return target;
    check_room(name, path());
    File from(VSIFOpenL(name.c_str(), "rb"));
    std::ofstream to(target, std::ios::binary);
    if (!from || VSIFSeekL(from.get(), skipped, SEEK_SET) != 0 || !to) fail_to_copy(name);
    to << head;
    std::vector<char> block(1U << 20U);
    while (auto count = VSIFReadL(block.data(), 1, block.size(), from.get()))
        to.write(block.data(), static_cast<std::streamsize>(count));
    to.close();
    if (!to) fail_to_copy(name);
    return target;
}

bool exists_for_gdal(const std::string& name) {
    VSIStatBufL status;
    return VSIStatExL(name.c_str(), &status, VSI_STAT_EXISTS_FLAG) == 0;
}

std::string first_bytes(const std::string& name, std::size_t count) {
    File file(VSIFOpenL(name.c_str(), "rb"));
    std::string bytes(count, '\0');
    bytes.resize(file ? VSIFReadL(bytes.data(), 1, count, file.get()) : 0);
    return bytes;
}

}  // namespace geo
