// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace app {

/// What the file browser shows of a folder. Hidden files are left out.
struct FolderListing {
    struct Entry {
        std::string name;
        bool folder = false;
    };
    std::filesystem::path folder;
    std::vector<Entry> entries{};  ///< folders first, then files that may be map data, by name
    bool readable = true;
};

/// The folder of what was typed: itself when it is one, else its parent; entries begin with the rest that was typed.
FolderListing list_folder(const std::string& typed);
/// Files that GDAL may know as vector data, by their ending.
bool may_be_map_data(const std::filesystem::path& file);

}  // namespace app
