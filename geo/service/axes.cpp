// SPDX-License-Identifier: EUPL-1.2
#include "geo/service/axes.hpp"

#include "geo/base/problem.hpp"

#include <ogr_spatialref.h>

#include <algorithm>

namespace geo {

std::optional<Crs> known_crs(const std::string& name) {
    if (name.find("CRS84") != std::string::npos || name == "CRS:84") return wgs84();
    if (name.find("EPSG") == std::string::npos) return std::nullopt;  // AUTO2:42001 and the like
    const auto number = name.find_last_of(":/");
    const auto code = number == std::string::npos ? std::string() : name.substr(number + 1);
    if (code.empty() || !std::all_of(code.begin(), code.end(), [](unsigned char c) { return std::isdigit(c); }))
        return std::nullopt;
    try {
        return Crs::parse("EPSG:" + (code == "900913" ? "3857" : code));
    } catch (const base::Error&) {
        return std::nullopt;
    }
}

bool writes_north_first(const Crs& crs) {
    OGRSpatialReference reference;
    if (crs.epsg() == 0 || reference.importFromEPSGA(crs.epsg()) != OGRERR_NONE) return false;
    return reference.EPSGTreatsAsLatLong() || reference.EPSGTreatsAsNorthingEasting();
}

}  // namespace geo
