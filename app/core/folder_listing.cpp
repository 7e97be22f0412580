// SPDX-License-Identifier: EUPL-1.2
#include "app/core/folder_listing.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace app {
namespace {

namespace fs = std::filesystem;

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

bool comes_before(const FolderListing::Entry& a, const FolderListing::Entry& b) {
    if (a.folder != b.folder) return a.folder;
    return lower(a.name) < lower(b.name);
}

}  // namespace

bool may_be_map_data(const fs::path& file) {
    static constexpr std::array endings{".gpkg", ".geojson", ".json",   ".shp",      ".fgb", ".gml",
                                        ".kml",  ".kmz",     ".sqlite", ".gpx",      ".csv", ".dxf",
                                        ".tab",  ".mif",     ".zip",    ".geojsonl", ".xml", ".parquet"};
    const std::string ending = lower(file.extension().string());
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

FolderListing list_folder(const std::string& typed) {
    std::error_code error;
    const fs::path path = typed.empty() ? fs::path("/") : fs::path(typed);
    FolderListing listing{.folder = fs::is_directory(path, error) ? path : path.parent_path()};
    const std::string begins = fs::is_directory(path, error) ? "" : lower(path.filename().string());
    fs::directory_iterator entries(listing.folder, fs::directory_options::skip_permission_denied, error);
    if (error) {
        listing.readable = false;
        return listing;
    }
    for (const auto end = fs::directory_iterator(); entries != end; entries.increment(error)) {
        if (error) break;
        const std::string name = entries->path().filename().string();
        if (name.empty() || name.front() == '.') continue;
        if (!begins.empty() && !lower(name).starts_with(begins)) continue;
        const bool folder = entries->is_directory(error);
        if (folder || may_be_map_data(entries->path())) listing.entries.push_back({name, folder});
    }
    std::sort(listing.entries.begin(), listing.entries.end(), comes_before);
    return listing;
}

}  // namespace app
