// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace geo {

/// GeoPackage geometry blob (OGC 12-128, 2.1.3): little-endian header with XY envelope, then WKB. Points carry no
/// envelope, as GDAL writes them; an empty shape has the empty flag and none either.
std::vector<std::uint8_t> geopackage_blob(const Shape& shape, int srs_id);

struct GeoPackageGeometry {
    Shape shape;
    int srs_id = 0;
};
/// @throws base::Error code "gpkg-geometry-broken"
GeoPackageGeometry from_geopackage_blob(std::span<const std::uint8_t> blob);

/// What the ST_ functions of a GeoPackage's R-tree triggers ask, without reading the coordinates where the header
/// knows. nullopt for a blob that is none; an empty Box for an empty geometry.
std::optional<Box> box_of_geopackage_blob(std::span<const std::uint8_t> blob);

}  // namespace geo
