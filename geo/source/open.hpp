// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: opening a source without leaving a trace beside it.

#include "geo/source/delivery.hpp"
#include "geo/source/gdal.hpp"
#include "geo/source/open_data.hpp"
#include "geo/source/private_copy.hpp"

#include <filesystem>

namespace geo {

/// One open member of a source. Belongs to the thread that opened it.
struct OpenSource {
    Member member{};
    PrivateFolder copy{};  ///< for files that cannot be read whole without writing beside them; outlives `data`
    OpenData data{};
    std::string driver{};
    bool is_raster = false;
    std::string complaints{};  ///< of the driver that opened it all the same
    base::Problems problems{};
};

/// The members of a source that is there. @throws base::Error naming the file
std::vector<Member> members_to_open(const std::filesystem::path& path);
/// Opens vector data, or pixels where there is nothing else. @throws base::Error naming the file
OpenSource open_member(const std::filesystem::path& path, const Member& member);

/// Text of a source as UTF-8: what is none is taken for Latin-1, which is what old files hold.
std::string utf8(const char* text);

}  // namespace geo
