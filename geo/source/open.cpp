// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/open.hpp"

#include "geo/base/letters.hpp"

#include <cpl_string.h>

#include <algorithm>
#include <array>
#include <fstream>

namespace geo {
namespace {

namespace fs = std::filesystem;

bool is_virtual(const std::string& name) { return name.starts_with("/vsi"); }

bool holds_something(const fs::path& path) {
    std::error_code failed;
    auto size = fs::file_size(path, failed);
    return !failed && size > 0;
}

std::string lower_extension(const fs::path& path) { return base::small_letters(path.extension().string()); }

void check_readable(const fs::path& path) {
    std::error_code failed;
    auto status = fs::status(path, failed);
    if (!fs::exists(status))
        throw base::Error(
            {.code = "source-missing",
             .message = base::text("There is no such file or folder."),
             .advice = base::text("Check the name, or whether the disk or network folder is connected.")});
    if (fs::is_directory(status)) return;
    // A device or a pipe may keep its reader waiting for ever.
    if (!fs::is_regular_file(status) || !std::ifstream(path))
        throw base::Error({.code = "source-unreadable",
                           .message = base::text("The file could not be read."),
                           .advice = base::text("Check the name and the rights on the file.")});
    if (!holds_something(path))
        throw base::Error({.code = "source-broken",
                           .message = base::text("The file has no content at all."),
                           .advice = base::text("Download or copy it again.")});
}

/// What GDAL opens instead of the path, and how.
struct How {
    std::string name;
    std::vector<const char*> options{};
    unsigned flags = GDAL_OF_READONLY;
    bool is_kept = false;  ///< open, when it was read
};

/// A database whose last changes still lie beside it: SQLite would write there to read them. Where another program has
/// it open it can be read in place, otherwise a copy is read. Out of an archive it is copied too: it is read in leaps.
How how_for_sqlite(const std::string& name, PrivateFolder& copy) {
    if (is_virtual(name)) return {copy.take(name).string(), {"IMMUTABLE=YES"}};
    auto wal = name + "-wal", shm = name + "-shm", journal = name + "-journal";
    bool unfinished = holds_something(journal);
    if (!holds_something(wal) && !unfinished) return {.name = name, .options = {"IMMUTABLE=YES"}, .is_kept = true};
    if (!unfinished && fs::exists(shm)) return {name};
    auto taken = copy.take(name);
    copy.take(wal);
    copy.take(journal);
    fs::permissions(taken, fs::perms::owner_write, fs::perm_options::add);
    return {taken.string(), {}, static_cast<unsigned>(unfinished ? GDAL_OF_UPDATE : GDAL_OF_READONLY)};
}

std::string beside(const std::string& name, const char* extension) {
    return fs::path(name).replace_extension(extension).string();
}

/// A shapefile needs its .shx; where it is lost, one can be made again, but not beside the source.
How how_for_shapefile(const std::string& name, OpenSource& source) {
    for (const char* extension : {".shx", ".SHX"})
        if (exists_for_gdal(beside(name, extension))) return {name};
    for (const char* extension : {".dbf", ".DBF", ".prj", ".PRJ", ".cpg", ".CPG"})
        source.copy.take(beside(name, extension));
    source.problems.add({.code = "shx-missing",
                         .message = base::text("The .shx file beside it is missing; the shapes were found without it."),
                         .where = {.file = name},
                         .advice = base::text("Copy all files of the shapefile together.")});
    return {source.copy.take(name).string()};
}

/// Names of columns that hold positions, in the files of Dutch municipalities and elsewhere; case does not matter.
constexpr std::array k_csv_options{
    "GEOM_POSSIBLE_NAMES=wkt,wkt_geom,geom,geometry,geometrie,the_geom,shape,geom_wkt,geo_wkt,wkb_geometry",
    "X_POSSIBLE_NAMES=x,rd_x,x_rd,rdx,xrd,x_coord,x_coordinate,x_coordinaat,x-coordinaat,xcoord,xcoordinaat,coord_x,"
    "coordx,point_x,pos_x,geo_x,centroid_x,centroide_x,rijksdriehoek_x,easting,lon,lng,long,longitude,lengtegraad,"
    "geo_lon,geo_lng,geo_long",
    "Y_POSSIBLE_NAMES=y,rd_y,y_rd,rdy,yrd,y_coord,y_coordinate,y_coordinaat,y-coordinaat,ycoord,ycoordinaat,coord_y,"
    "coordy,point_y,pos_y,geo_y,centroid_y,centroide_y,rijksdriehoek_y,northing,lat,latitude,breedtegraad,geo_lat",
};

How how_to_open(OpenSource& source) {
    const auto& name = source.member.opened;
    auto extension = lower_extension(name);
    if (extension == ".shp") return how_for_shapefile(name, source);
    if (first_bytes(name, 15) == "SQLite format 3") return how_for_sqlite(name, source.copy);
    How how{name, {"WRITE_GFS=NO", "DOWNLOAD_SCHEMA=NO"}};
    how.options.insert(how.options.end(), k_csv_options.begin(), k_csv_options.end());
    return how;
}

GDALDatasetUniquePtr open_as(const How& how, unsigned kind) {
    auto options = how.options;
    options.push_back(nullptr);
    GdalSetting restore("SHAPE_RESTORE_SHX", lower_extension(how.name) == ".shp" ? "YES" : "NO");
    return GDALDatasetUniquePtr(GDALDataset::Open(how.name.c_str(), kind | how.flags, nullptr, options.data()));
}

/// GDAL knows TopoJSON by a "type" in its first bytes; files in the field have it last.
GDALDatasetUniquePtr open_topojson(OpenSource& source) {
    const auto& name = source.member.opened;
    auto begin = first_bytes(name, 4096);
    auto brace = begin.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    bool may_be = brace != std::string::npos && begin[brace] == '{' &&
                  (begin.find("\"arcs\"") != std::string::npos || begin.find("\"objects\"") != std::string::npos);
    if (!may_be) return nullptr;
    auto as = fs::path(name).filename().replace_extension(".topojson").string();
    auto copy = source.copy.take_with_head(name, "{\"type\":\"Topology\",", brace + 1, as);
    return open_as({copy.string()}, GDAL_OF_VECTOR);
}

[[noreturn]] void fail_to_open(const GdalMessages& messages) {
    bool recognised = false;
    for (const auto& message : messages.all())
        recognised = recognised || (message.failure && message.text.find("not recognized") == std::string::npos);
    if (recognised)
        throw base::Error({.code = "source-broken",
                           .message = base::text("The file is damaged or is not what its name says."),
                           .advice = base::text("Open it in the program that made it and save it again."),
                           .detail = messages.detail()});
    throw base::Error({.code = "source-not-recognised",
                       .message = base::text("This is not geodata that can be read."),
                       .advice = base::text("Use for example GeoPackage, GeoJSON, GML or a shapefile."),
                       .detail = messages.detail()});
}

/// @returns whether it is open
bool open_kept(OpenSource& source, const How& how) {
    if (how.is_kept) source.data = take_kept(how.name);
    return source.data != nullptr;
}

void open_anew(OpenSource& source, const How& how) {
    GdalMessages messages;
    const auto keep = how.is_kept ? keeper_of(how.name) : closed_at_once;
    auto opened = open_as(how, GDAL_OF_VECTOR);
    if (opened && messages.any_failure()) source.complaints = messages.detail();
    if (!opened || opened->GetLayerCount() == 0) {
        auto raster = open_as(how, GDAL_OF_RASTER);
        source.is_raster = raster && (raster->GetRasterCount() > 0 || raster->GetMetadata("SUBDATASETS"));
        if (source.is_raster) opened = std::move(raster);
    }
    if (!opened) opened = open_topojson(source);
    if (!opened) fail_to_open(messages);
    const bool is_sound = !source.is_raster && source.complaints.empty();
    source.data = is_sound ? keep(std::move(opened)) : closed_at_once(std::move(opened));
}

void open_kinds(OpenSource& source) {
    const auto how = how_to_open(source);
    if (!open_kept(source, how)) open_anew(source, how);
    source.driver = source.data->GetDriver() ? source.data->GetDriverName() : "";
}

}  // namespace

std::vector<Member> members_to_open(const fs::path& path) {
    return base::at({.file = path.string()}, [&] {
        start_gdal();
        check_readable(path);
        return members_of(path);
    });
}

OpenSource open_member(const fs::path& path, const Member& member) {
    auto file = member.label.empty() ? path.string() : (path / member.label).string();
    return base::at({.file = file}, [&] {
        OpenSource source{.member = member};
        open_kinds(source);
        return source;
    });
}

std::string utf8(const char* text) {
    if (!text) return "";
    std::string own(text);
    if (CPLIsUTF8(text, -1)) return own;
    char* recoded = CPLRecode(text, CPL_ENC_ISO8859_1, CPL_ENC_UTF8);
    own = recoded;
    CPLFree(recoded);
    return own;
}

}  // namespace geo
