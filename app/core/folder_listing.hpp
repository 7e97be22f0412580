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
    std::string typed;  ///< what it was read for
    std::filesystem::path folder;
    std::vector<Entry> entries{};  ///< folders first, then files with one of the endings, by name
    bool readable = true;
    bool is_file = false;    ///< what was typed is a file that is there
    bool is_folder = false;  ///< … a folder that is there
};

/// The folder of what was typed: itself when it is one, else its parent; entries begin with the rest that was typed.
/// Asks the disk, which may take long: belongs on a worker. @param endings small letters, with dot; none: every file
FolderListing list_folder(const std::string& typed, const std::vector<std::string>& endings);
/// Endings of files that may be map data.
const std::vector<std::string>& map_data_endings();

}  // namespace app
