// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// A coordinate reference system. A plain value: the definition is text, PROJ objects are made per thread when needed.
/// Axes are always east/north (or longitude/latitude) in this program.
class Crs {
public:
    Crs() = default;  ///< unknown
    /// "EPSG:28992", WKT, a PROJ string, or what else PROJ understands. @throws base::Error code "crs-unknown"
    static Crs parse(std::string_view definition);

    bool is_known() const { return !definition_.empty(); }
    /// "EPSG:28992" where an authority knows it (or PROJ identifies it with certainty), else "".
    const std::string& code() const { return code_; }
    const std::string& definition() const { return definition_; }
    const std::string& name() const { return name_; }  ///< "Amersfoort / RD New"
    bool is_geographic() const { return geographic_; }
    double metres_per_unit() const { return metres_per_unit_; }  ///< projected CRSs; 1 for RD
    std::string wkt() const;
    /// EPSG number, 0 when there is none.
    int epsg() const;
    /// Where this CRS may be used, in its own coordinates; empty when PROJ does not know.
    Box area_of_use() const;

    /// The same CRS by code, or by definition where there is no code.
    bool operator==(const Crs& other) const;

private:
    std::string definition_, code_, name_;
    bool geographic_ = false;
    double metres_per_unit_ = 1.0;
};

/// The CRS of our first cities, EPSG:28992.
const Crs& rd_new();
/// EPSG:4326 with longitude first, as RFC 7946 wants it.
const Crs& wgs84();

/// Which well-known CRSs fit coordinates without a CRS, most plausible first: RD, longitude/latitude in the
/// Netherlands and around, web mercator. Empty when none does.
std::vector<Crs> plausible_crs(const Box& extent);

}  // namespace geo
