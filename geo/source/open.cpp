// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/open.hpp"

#include <cpl_string.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace geo {
namespace {

namespace fs = std::filesystem;

fs::path with_suffix(fs::path path, const char* suffix) { return path += suffix; }

bool holds_something(const fs::path& path) {
    std::error_code failed;
    auto size = fs::file_size(path, failed);
    return !failed && size > 0;
}

std::string first_bytes(const fs::path& path, std::size_t count) {
    std::string bytes(count, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(bytes.data(), static_cast<std::streamsize>(count));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

std::string lower_extension(const fs::path& path) {
    auto extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    return extension;
}

void check_readable(const fs::path& path) {
    std::error_code failed;
    auto status = fs::status(path, failed);
    if (!fs::exists(status))
        throw base::Error(
            {.code = "source-missing",
             .message = base::text("There is no such file or folder."),
             .advice = base::text("Check the name, or whether the disk or network folder is connected.")});
    if (!fs::is_regular_file(status)) return;
    if (!std::ifstream(path))
        throw base::Error({.code = "source-unreadable",
                           .message = base::text("The file could not be read."),
                           .advice = base::text("Check the name and the rights on the file.")});
    if (!holds_something(path))
        throw base::Error({.code = "source-broken",
                           .message = base::text("The file has no content at all."),
                           .advice = base::text("Download or copy it again.")});
}

bool is_sqlite(const fs::path& path) { return first_bytes(path, 15) == "SQLite format 3"; }

/// What GDAL opens instead of the path, and how.
struct How {
    std::string name;
    std::vector<const char*> options{};
    unsigned flags = GDAL_OF_READONLY;
};

void copy_into(const fs::path& folder, const fs::path& file) {
    std::error_code failed;
    if (fs::exists(file)) fs::copy_file(file, folder / file.filename(), failed);
    if (failed)
        throw base::Error({.code = "source-unreadable",
                           .message = base::text("The file could not be copied to read it safely."),
                           .advice = base::text("Check the free space in the folder for temporary files."),
                           .detail = failed.message()});
}

/// A database whose last changes still lie beside it: SQLite would write there to read them. Where another program has
/// it open it can be read in place, otherwise a copy is read.
How how_for_sqlite(const fs::path& path, PrivateFolder& copy) {
    auto wal = with_suffix(path, "-wal"), shm = with_suffix(path, "-shm"), journal = with_suffix(path, "-journal");
    bool unfinished = holds_something(journal);
    if (!holds_something(wal) && !unfinished) return {path.string(), {"IMMUTABLE=YES"}};
    if (!unfinished && fs::exists(shm)) return {path.string()};
    for (const auto& file : {path, wal, journal}) copy_into(copy.path(), file);
    fs::permissions(copy.path() / path.filename(), fs::perms::owner_write, fs::perm_options::add);
    return {(copy.path() / path.filename()).string(),
            {},
            static_cast<unsigned>(unfinished ? GDAL_OF_UPDATE : GDAL_OF_READONLY)};
}

/// A shapefile needs its .shx; where it is lost, one can be made again, but not beside the source.
How how_for_shapefile(const fs::path& path, PrivateFolder& copy, base::Problems& problems) {
    for (const char* extension : {".shx", ".SHX"})
        if (fs::exists(fs::path(path).replace_extension(extension))) return {path.string()};
    for (const char* extension : {".shp", ".SHP", ".dbf", ".DBF", ".prj", ".PRJ", ".cpg", ".CPG"})
        copy_into(copy.path(), fs::path(path).replace_extension(extension));
    problems.add({.code = "shx-missing",
                  .message = base::text("The .shx file beside it is missing; the shapes were found without it."),
                  .where = {.file = path.string()},
                  .advice = base::text("Copy all files of the shapefile together.")});
    return {(copy.path() / path.filename()).string()};
}

How how_to_open(const fs::path& path, OpenSource& source) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) return {path.string()};
    auto extension = lower_extension(path);
    if (extension == ".zip") return {"/vsizip/" + path.string()};
    if (extension == ".shp") return how_for_shapefile(path, source.copy, source.problems);
    if (is_sqlite(path)) return how_for_sqlite(path, source.copy);
    auto* driver = GDALIdentifyDriverEx(path.c_str(), GDAL_OF_VECTOR, nullptr, nullptr);
    if (driver && std::string(GDALGetDriverShortName(driver)) == "GML")
        return {path.string(), {"WRITE_GFS=NO", "DOWNLOAD_SCHEMA=NO"}};
    return {path.string()};
}

GDALDatasetUniquePtr open_as(const How& how, unsigned kind) {
    auto options = how.options;
    options.push_back(nullptr);
    GdalSetting restore("SHAPE_RESTORE_SHX", how.name.ends_with("shp") || how.name.ends_with("SHP") ? "YES" : "NO");
    return GDALDatasetUniquePtr(GDALDataset::Open(how.name.c_str(), kind | how.flags, nullptr, options.data()));
}

/// GDAL knows TopoJSON by a "type" in its first bytes; files in the field have it last.
GDALDatasetUniquePtr open_topojson(const fs::path& path, PrivateFolder& copy) {
    auto begin = first_bytes(path, 4096);
    auto brace = begin.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    bool may_be = brace != std::string::npos && begin[brace] == '{' &&
                  (begin.find("\"arcs\"") != std::string::npos || begin.find("\"objects\"") != std::string::npos);
    if (!may_be) return nullptr;
    auto target = copy.path() / path.filename().replace_extension(".topojson");
    std::ifstream from(path, std::ios::binary);
    from.seekg(static_cast<std::streamoff>(brace) + 1);
    std::ofstream to(target, std::ios::binary);
    to << "{\"type\":\"Topology\"," << from.rdbuf();
    to.close();
    return open_as({target.string()}, GDAL_OF_VECTOR);
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

void open_kinds(const fs::path& path, OpenSource& source) {
    GdalMessages messages;
    auto how = how_to_open(path, source);
    source.data = open_as(how, GDAL_OF_VECTOR);
    if (source.data && messages.any_failure()) source.complaints = messages.detail();
    if (!source.data || source.data->GetLayerCount() == 0) {
        auto raster = open_as(how, GDAL_OF_RASTER);
        source.is_raster = raster && (raster->GetRasterCount() > 0 || raster->GetMetadata("SUBDATASETS"));
        if (source.is_raster) source.data = std::move(raster);
    }
    if (!source.data) source.data = open_topojson(path, source.copy);
    if (!source.data) fail_to_open(messages);
    source.driver = source.data->GetDriver() ? source.data->GetDriverName() : "";
}

}  // namespace

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

const fs::path& PrivateFolder::path() {
    if (!path_.empty()) return path_;
    auto pattern = (fs::temp_directory_path() / "doorgang-XXXXXX").string();
    if (!mkdtemp(pattern.data()))
        throw base::Error({.code = "source-unreadable",
                           .message = base::text("The file could not be copied to read it safely."),
                           .advice = base::text("Check the free space in the folder for temporary files.")});
    return path_ = pattern;
}

OpenSource open_source(const fs::path& path) {
    return base::at({.file = path.string()}, [&] {
        start_gdal();
        check_readable(path);
        OpenSource source;
        open_kinds(path, source);
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
