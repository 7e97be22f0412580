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

/// Formats of images that are opened: the ones that are delivered, and those that MBTiles hold.
constexpr std::array k_images{
    std::string_view("GPKG"), std::string_view("MBTiles"), std::string_view("GTiff"),   std::string_view("PNG"),
    std::string_view("JPEG"), std::string_view("WEBP"),    std::string_view("AAIGrid"), std::string_view("MEM"),
};

/// Formats of objects in local files that are refused all the same: the first four fetch or open what a file tells
/// them to, past the care that is taken of what the user opens; the others are for images and measured grids.
constexpr std::array k_refused{
    std::string_view("WFS"),    std::string_view("OGCAPI"), std::string_view("GMLAS"), std::string_view("OGR_VRT"),
    std::string_view("netCDF"), std::string_view("FITS"),   std::string_view("PDF"),   std::string_view("JP2OpenJPEG"),
    std::string_view("BAG"),    std::string_view("PDS4"),   std::string_view("VICAR"), std::string_view("PCIDSK"),
};

/// Of services: kept aside, where no file finds them.
constexpr std::array k_services{std::string_view("WFS"), std::string_view("OAPIF"), std::string_view("PostgreSQL")};

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

bool has(GDALDriver& driver, const char* capability) { return driver.GetMetadataItem(capability) != nullptr; }

/// Objects are opened from every format that GDAL reads through its own files. The drivers that do not are those of
/// services, databases and other programs; those closed ways are what keeps a delivery from reaching outside.
bool is_opened(GDALDriver& driver) {
    std::string_view name = driver.GetDescription();
    if (holds(k_images, name) || name == "Memory") return true;
    return has(driver, GDAL_DCAP_VECTOR) && has(driver, GDAL_DCAP_VIRTUALIO) &&
           !has(driver, GDAL_DMD_CONNECTION_PREFIX) && !holds(k_refused, name);
}

std::vector<GDALDriver*>& drivers_of_services() {
    static auto& drivers = *new std::vector<GDALDriver*>();  // as long as GDAL itself
    return drivers;
}

void forget_formats() {
    auto& manager = *GetGDALDriverManager();
    for (int i = manager.GetDriverCount() - 1; i >= 0; --i) {
        auto* driver = manager.GetDriver(i);
        if (is_opened(*driver)) continue;
        manager.DeregisterDriver(driver);
        if (holds(k_services, driver->GetDescription()))
            drivers_of_services().push_back(driver);
        else
            delete driver;
    }
}

void close_ways_outside() {
    // GDAL destroys only the handlers that it still knows; the replaced ones stay, and are remembered, to the very end.
    static auto& replaced = *new std::vector<VSIFilesystemHandler*>();
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

GDALDriver* service_driver(std::string_view name) {
    for (auto* driver : drivers_of_services())
        if (name == driver->GetDescription()) return driver;
    return nullptr;
}

void register_drivers() {
    CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");  // no drivers from folders that the environment names
    GDALAllRegister();
    forget_formats();
    close_ways_outside();
    CPLHTTPSetFetchCallback(&answer_nothing, nullptr);
    OSRSetPROJEnableNetwork(0);
}

}  // namespace geo
