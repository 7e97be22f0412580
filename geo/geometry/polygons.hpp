// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

namespace geo {

/// The parts of one polygon within a shape: `begin` is its shell, [begin + 1, end) are its holes.
struct PolygonParts {
    std::size_t begin = 0, end = 0;
};

/// Every polygon of a shape; a hole without a shell before it belongs to none.
std::vector<PolygonParts> polygons_of(const Shape& shape);

/// Planar area of a closed ring in square units of its CRS, positive when it runs counter-clockwise.
double signed_area(std::span<const Point> ring);

}  // namespace geo
