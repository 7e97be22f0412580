// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: deliveries of several files, zipped or in a folder.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// One file that holds layers.
struct Member {
    std::string opened;   ///< what GDAL calls it: a path, or one inside an archive
    std::string label{};  ///< what its layers' names begin with; empty where the source is one file only
};

/// The files of a source that may hold geodata, in the order of their names: of a folder those in it, of a .zip those
/// anywhere in it, in a .zip inside it too (as the extracts of the BAG are). A single file is its own only member.
/// @throws base::Error when an archive cannot be read, or holds more files than anybody delivers
std::vector<Member> members_of(const std::filesystem::path& path);

/// A layer's name in the source as a whole, from its name in the member: "bgt_wegdeel", "bgt_wegdeel/Kruinlijn".
std::string whole_name(const Member& member, std::string_view own);
/// Whether a layer of this whole name could be in the member.
bool may_hold(const Member& member, std::string_view whole);

}  // namespace geo
