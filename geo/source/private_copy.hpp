// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: copies for files that cannot be read whole without writing beside them.

#include <filesystem>
#include <string>
#include <utility>

namespace geo {

/// A folder that goes away with it; made at first use.
class PrivateFolder {
public:
    PrivateFolder() = default;
    ~PrivateFolder();
    PrivateFolder(PrivateFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    PrivateFolder& operator=(PrivateFolder&&) = delete;

    /// @throws base::Error code "source-unreadable"
    const std::filesystem::path& path();
    /// Copies what GDAL knows under this name, from inside an archive too. Nothing happens when it is not there.
    /// @returns where the copy lies @throws base::Error also when it would fill the disk
    std::filesystem::path take(const std::string& name);
    /// Like take(), with `head` instead of the first `skipped` bytes.
    std::filesystem::path take_with_head(const std::string& name, const std::string& head, std::size_t skipped,
                                         const std::string& as);

private:
    std::filesystem::path path_{};
};

bool exists_for_gdal(const std::string& name);
/// Of a file on the disk or in an archive; fewer when there are fewer.
std::string first_bytes(const std::string& name, std::size_t count);

}  // namespace geo
