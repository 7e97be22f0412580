// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/delivery.hpp"

#include "geo/base/letters.hpp"
#include "geo/source/gdal.hpp"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <array>
#include <map>

namespace geo {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_most_members = 2000;
/// A zip in a zip is how the BAG is delivered; deeper is an attack.
constexpr int k_most_nesting = 2;

/// The files that hold layers; others (.dbf, .prj, .xsd, .pdf …) lie beside them.
constexpr std::array k_main{
    std::string_view(".gpkg"),     std::string_view(".sqlite"),   std::string_view(".geojson"),
    std::string_view(".geojsonl"), std::string_view(".topojson"), std::string_view(".shp"),
    std::string_view(".gml"),      std::string_view(".fgb"),      std::string_view(".osm"),
    std::string_view(".pbf"),      std::string_view(".csv"),      std::string_view(".dxf"),
    std::string_view(".kml"),      std::string_view(".kmz"),      std::string_view(".gpx"),
    std::string_view(".tab"),      std::string_view(".mif"),      std::string_view(".mbtiles"),
    std::string_view(".tif"),      std::string_view(".tiff"),
};
/// These are often something else: only the ones GDAL knows are taken.
constexpr std::array k_perhaps{std::string_view(".xml"), std::string_view(".json"), std::string_view(".dgn"),
                               std::string_view(".dwg"), std::string_view(".jml")};

template <class List>
bool holds(const List& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

std::string extension_of(const std::string& name) { return base::small_letters(fs::path(name).extension().string()); }

bool is_layers(const std::string& opened) {
    auto extension = extension_of(opened);
    if (holds(k_main, extension)) return true;
    return holds(k_perhaps, extension) && GDALIdentifyDriverEx(opened.c_str(), GDAL_OF_VECTOR, nullptr, nullptr);
}

[[noreturn]] void fail_large() {
    throw base::Error(
        {.code = "delivery-large",
         .message = base::text("It holds more than {count} files.", {{"count", std::to_string(k_most_members)}}),
         .advice = base::text("Unpack it and open the files that are needed.")});
}

/// Names in an archive's folder and below, without the folders themselves.
std::vector<std::string> names_in(const std::string& archive) {
    // One more than allowed is asked for: so that it is known that there are more.
    char** list = VSIReadDirRecursive(archive.c_str());
    std::vector<std::string> names;
    for (char** name = list; name && *name; ++name)
        if (!std::string_view(*name).ends_with('/')) names.emplace_back(*name);
    CSLDestroy(list);
    if (names.size() > 20 * k_most_members) fail_large();
    std::sort(names.begin(), names.end());
    return names;
}

/// The extract of one kind of BAG objects is a folder of numbered .xml files that GDAL reads as one layer.
bool is_bag_extract(const std::string& folder, const std::vector<std::string>& names) {
    bool all_xml = !names.empty() && std::all_of(names.begin(), names.end(),
                                                 [](const auto& name) { return extension_of(name) == ".xml"; });
    if (!all_xml) return false;
    auto* driver = GDALIdentifyDriverEx((folder + "/" + names.front()).c_str(), GDAL_OF_VECTOR, nullptr, nullptr);
    return driver && std::string_view(GDALGetDriverShortName(driver)) == "LVBAG";
}

std::string stem_of(const std::string& name) { return fs::path(name).replace_extension().generic_string(); }

/// @param inside where the archive lies in the outermost one, for labels
void add_archive(std::vector<Member>& members, const std::string& archive, const std::string& inside, int nesting) {
    auto names = names_in(archive);
    if (is_bag_extract(archive, names)) {
        members.push_back({archive, inside});
        return;
    }
    for (const auto& name : names) {
        auto file = archive + "/" + name;
        auto label = inside.empty() ? name : inside + "/" + name;
        if (extension_of(name) == ".zip" && nesting < k_most_nesting)
            add_archive(members, "/vsizip/{" + file + "}", stem_of(label), nesting + 1);
        else if (is_layers(file))
            members.push_back({file, label});
        if (members.size() > k_most_members) fail_large();
    }
}

std::vector<Member> members_of_folder(const fs::path& folder) {
    std::vector<Member> members;
    std::vector<std::string> names;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        auto file = entry->path().string();
        names.push_back(entry->path().filename().string());
        if (entry->is_regular_file(failed) && is_layers(file))
            members.push_back({file, entry->path().filename().string()});
        if (members.size() > k_most_members) fail_large();
    }
    if (is_bag_extract(folder.string(), names)) return {{folder.string()}};
    std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.opened < b.opened; });
    return members;
}

/// Labels without extensions where that leaves them different; none where there is nothing to tell apart.
void shorten_labels(std::vector<Member>& members) {
    if (members.size() == 1) members.front().label.clear();
    std::map<std::string, int> seen;
    for (const auto& member : members) ++seen[stem_of(member.label)];
    for (auto& member : members)
        if (seen[stem_of(member.label)] == 1 && holds(k_main, extension_of(member.label)))
            member.label = stem_of(member.label);
}

}  // namespace

std::vector<Member> members_of(const fs::path& path) {
    auto name = path.string();
    std::error_code failed;
    std::vector<Member> members;
    if (fs::is_directory(path, failed)) {
        // A geodatabase is a folder that GDAL reads as a whole.
        if (extension_of(name) != ".gdb") members = members_of_folder(path);
    } else if (extension_of(name) == ".zip") {
        add_archive(members, "/vsizip/{" + name + "}", "", 1);
        name = "/vsizip/{" + name + "}";
    } else if (extension_of(name) == ".gz") {
        name = "/vsigzip/" + name;
    }
    shorten_labels(members);
    if (members.empty()) members.push_back({name});
    return members;
}

std::string whole_name(const Member& member, std::string_view own) {
    if (member.label.empty()) return std::string(own);
    if (base::small_letters(fs::path(member.label).filename().string()) == base::small_letters(own))
        return member.label;
    return member.label + "/" + std::string(own);
}

bool may_hold(const Member& member, std::string_view whole) {
    if (member.label.empty() || whole.empty()) return true;
    return whole.starts_with(member.label) &&
           (whole.size() == member.label.size() || whole[member.label.size()] == '/');
}

}  // namespace geo
