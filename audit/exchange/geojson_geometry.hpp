// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <string>

namespace audit {

inline constexpr int k_geojson_decimals = 7;  ///< 1 cm

/// Appends the geometry object, or null for an empty shape. Longitude and latitude, already rounded and right-handed.
void append_geometry(std::string& out, const geo::Shape& shape);
/// Appends `[west,south,east,north]`.
void append_bbox(std::string& out, const geo::Box& box);

}  // namespace audit
