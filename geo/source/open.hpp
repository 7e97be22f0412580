// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: opening a source without leaving a trace beside it.

#include "geo/source/gdal.hpp"

#include <filesystem>

namespace geo {

/// A folder that goes away with it; made at first use.
class PrivateFolder {
public:
    PrivateFolder() = default;
    ~PrivateFolder();
    PrivateFolder(PrivateFolder&& other) noexcept : path_(std::move(other.path_)) { other.path_.clear(); }
    PrivateFolder& operator=(PrivateFolder&&) = delete;

    const std::filesystem::path& path();

private:
    std::filesystem::path path_{};
};

/// An open source. Belongs to the thread that opened it.
struct OpenSource {
    PrivateFolder copy{};  ///< for files that cannot be read whole without writing beside them; outlives `data`
    GDALDatasetUniquePtr data{};
    std::string driver{};
    bool is_raster = false;
    std::string complaints{};  ///< of the driver that opened it all the same
    base::Problems problems{};
};

/// Opens vector data, or pixels where there is nothing else. @throws base::Error naming the file
OpenSource open_source(const std::filesystem::path& path);

/// Text of a source as UTF-8: what is none is taken for Latin-1, which is what old files hold.
std::string utf8(const char* text);

}  // namespace geo
