// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/gdal.hpp"

#include "geo/source/drivers.hpp"

#include <filesystem>
#include <mutex>

namespace geo {
namespace {

/// A driver may complain about every feature of a million.
constexpr std::size_t k_kept_messages = 20;

void CPL_STDCALL say_nothing(CPLErr, CPLErrorNum, const char*) {}

void start() {
    CPLSetErrorHandler(&say_nothing);                        // also for threads that GDAL starts itself
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");            // no .aux.xml beside rasters
    CPLSetConfigOption("SHAPE_RESTORE_SHX", "NO");           // no .shx beside shapefiles
    CPLSetConfigOption("OSM_USE_CUSTOM_INDEXING", "NO");     // the custom index loses features where ids are not sorted
    CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "0");     // one feature may be a whole country
    CPLSetConfigOption("GDAL_CACHEMAX", "128");              // megabytes of unpacked pixels
    CPLSetConfigOption("GDAL_VALIDATE_OPEN_OPTIONS", "NO");  // each driver takes from ours what it knows
    CPLSetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO");  // no .properties beside a .gz
    // Where drivers put what does not fit into memory; without this some use the current folder.
    CPLSetConfigOption("CPL_TMPDIR", std::filesystem::temp_directory_path().c_str());
    register_drivers();
}

}  // namespace

void start_gdal() {
    static std::once_flag once;
    std::call_once(once, &start);
}

GdalMessages::GdalMessages() {
    start_gdal();
    CPLErrorReset();
    CPLPushErrorHandlerEx(&GdalMessages::keep, this);
}

GdalMessages::~GdalMessages() { CPLPopErrorHandler(); }

void CPL_STDCALL GdalMessages::keep(CPLErr severity, CPLErrorNum number, const char* text) {
    auto* self = static_cast<GdalMessages*>(CPLGetErrorHandlerUserData());
    if (severity < CE_Warning || self->messages_.size() >= k_kept_messages) return;
    self->messages_.push_back({severity >= CE_Failure, number, text});
}

bool GdalMessages::any_failure() const {
    for (const auto& message : messages_)
        if (message.failure) return true;
    return false;
}

std::string GdalMessages::detail() const {
    std::string detail;
    for (const auto& message : messages_) detail += (detail.empty() ? "" : "\n") + message.text;
    return detail;
}

GdalSetting::GdalSetting(const char* name, const char* value) : name_(name) {
    const char* before = CPLGetThreadLocalConfigOption(name, nullptr);
    was_set_ = before != nullptr;
    if (before) before_ = before;
    CPLSetThreadLocalConfigOption(name, value);
}

GdalSetting::~GdalSetting() { CPLSetThreadLocalConfigOption(name_, was_set_ ? before_.c_str() : nullptr); }

Srs srs_of(const Crs& crs) {
    if (!crs.is_known()) return nullptr;
    Srs srs(new OGRSpatialReference());
    auto definition = crs.code().empty() ? crs.wkt() : crs.code();
    if (srs->SetFromUserInput(definition.c_str()) != OGRERR_NONE) return nullptr;
    srs->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return srs;
}

}  // namespace geo
