// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/drivers.hpp"

#include <cpl_conv.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi_virtual.h>
#include <gdal_priv.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace geo {
namespace {

/// Every format that is opened. Not here, and on purpose: drivers that fetch (WFS, WMS, WMTS, OAPIF, HTTP, PostgreSQL
/// …), those whose files name other files, addresses or programs (VRT, GMLAS, GPSBabel), and formats that no
/// municipality delivers, because each is code that a damaged file may harm.
constexpr std::array k_formats{
    std::string_view("GPKG"),     std::string_view("GeoJSON"),      std::string_view("GeoJSONSeq"),
    std::string_view("TopoJSON"), std::string_view("ESRIJSON"),     std::string_view("ESRI Shapefile"),
    std::string_view("GML"),      std::string_view("SQLite"),       std::string_view("FlatGeobuf"),
    std::string_view("OSM"),      std::string_view("CSV"),          std::string_view("DXF"),
    std::string_view("LIBKML"),   std::string_view("KML"),          std::string_view("GPX"),
    std::string_view("LVBAG"),    std::string_view("MapInfo File"), std::string_view("OpenFileGDB"),
    std::string_view("MBTiles"),
    std::string_view("MVT"),  // what vector MBTiles hold
    std::string_view("GTiff"),
    std::string_view("PNG"),  // these three are also what raster MBTiles hold
    std::string_view("JPEG"),     std::string_view("WEBP"),         std::string_view("AAIGrid"),
    std::string_view("MEM"),  // these two hold what other drivers make on their way
    std::string_view("Memory"),
};

/// GDAL's ways into files inside files. All others (/vsicurl/, /vsis3/, /vsistdin/ …) lead outside.
constexpr std::array k_file_systems{
    std::string_view("/vsizip/"), std::string_view("/vsigzip/"),    std::string_view("/vsitar/"),
    std::string_view("/vsimem/"), std::string_view("/vsisubfile/"), std::string_view("/vsisparse/"),
};

template <class List>
bool holds(const List& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

/// Stands where a way outside was: there is never anything.
class Nowhere : public VSIFilesystemHandler {
public:
    VSIVirtualHandle* Open(const char*, const char*, bool, CSLConstList) override { return nullptr; }
    int Stat(const char*, VSIStatBufL*, int) override { return -1; }
};

void forget_formats() {
    auto& manager = *GetGDALDriverManager();
    for (int i = manager.GetDriverCount() - 1; i >= 0; --i) {
        auto* driver = manager.GetDriver(i);
        if (holds(k_formats, driver->GetDescription())) continue;
        manager.DeregisterDriver(driver);
        delete driver;
    }
}

void close_ways_outside() {
    // GDAL destroys only the handlers that it still knows; the replaced ones stay for as long as the program runs.
    static std::vector<VSIFilesystemHandler*> replaced;
    auto* nowhere = new Nowhere();  // owned by GDAL's manager from now on
    char** prefixes = VSIFileManager::GetPrefixes();
    for (char** prefix = prefixes; prefix && *prefix; ++prefix) {
        if (holds(k_file_systems, *prefix)) continue;
        replaced.push_back(VSIFileManager::GetHandler(*prefix));
        VSIFileManager::InstallHandler(*prefix, nowhere);
    }
    CSLDestroy(prefixes);
}

/// What a driver asks of the network all the same is answered with nothing.
CPLHTTPResult* answer_nothing(const char*, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc, void*, void*) {
    auto* answer = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    answer->nStatus = 1;
    answer->pszErrBuf = CPLStrdup("the network is not used");
    return answer;
}

}  // namespace

void register_drivers() {
    CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");  // no drivers from folders that the environment names
    GDALAllRegister();
    forget_formats();
    close_ways_outside();
    CPLHTTPSetFetchCallback(&answer_nothing, nullptr);
    OSRSetPROJEnableNetwork(0);
}

}  // namespace geo
