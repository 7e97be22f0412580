// SPDX-License-Identifier: EUPL-1.2
#include "app/core/folder_listing.hpp"

#include "audit/query/fold.hpp"

#include <algorithm>

namespace app {
namespace {

namespace fs = std::filesystem;

bool comes_before(const FolderListing::Entry& a, const FolderListing::Entry& b) {
    if (a.folder != b.folder) return a.folder;
    return audit::folded(a.name) < audit::folded(b.name);
}

bool has_ending(const fs::path& file, const std::vector<std::string>& endings) {
    const std::string ending = audit::folded(file.extension().string());
    return endings.empty() || std::find(endings.begin(), endings.end(), ending) != endings.end();
}

}  // namespace

const std::vector<std::string>& map_data_endings() {
    static const std::vector<std::string> endings{".gpkg", ".geojson", ".json", ".shp",      ".fgb",    ".gml",
                                                  ".kml",  ".kmz",     ".gpx",  ".sqlite",   ".csv",    ".dxf",
                                                  ".tab",  ".mif",     ".zip",  ".geojsonl", ".xml",    ".parquet",
                                                  ".osm",  ".pbf",     ".tif",  ".tiff",     ".mbtiles"};
    return endings;
}

FolderListing list_folder(const std::string& typed, const std::vector<std::string>& endings) {
    std::error_code error;
    const fs::path path = typed.empty() ? fs::path("/") : fs::path(typed);
    FolderListing listing{.typed = typed, .folder = path};
    listing.is_folder = fs::is_directory(path, error);
    listing.is_file = fs::is_regular_file(path, error);
    if (!listing.is_folder) listing.folder = path.parent_path();
    const std::string begins = listing.is_folder || listing.is_file ? "" : audit::folded(path.filename().string());
    fs::directory_iterator entries(listing.folder, fs::directory_options::skip_permission_denied, error);
    if (error) {
        listing.readable = false;
        return listing;
    }
    for (const auto end = fs::directory_iterator(); entries != end; entries.increment(error)) {
        if (error) break;
        const std::string name = entries->path().filename().string();
        if (name.empty() || name.front() == '.') continue;
        if (!begins.empty() && !audit::folded(name).starts_with(begins)) continue;
        const bool folder = entries->is_directory(error);
        if (folder || has_ending(entries->path(), endings)) listing.entries.push_back({name, folder});
    }
    std::sort(listing.entries.begin(), listing.entries.end(), comes_before);
    return listing;
}

}  // namespace app
