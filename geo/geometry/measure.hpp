// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <optional>
#include <utility>

namespace geo {

/// Planar measures in the unit of the shape's CRS: call them for projected CRSs in metres only (RD New); for others
/// use the ground measures of crs/transform.hpp.
double distance(Point a, Point b);
double length(const Shape& shape);  ///< lines, and the rings of polygons
double area(const Shape& shape);    ///< shells minus holes, whatever their direction; never negative
/// Shortest distance; 0 for a point inside a polygon; infinity when there is nothing to measure to.
double distance(const Shape& shape, Point p);
/// Where two shapes come closest, a point on each; the same point twice where they touch or overlap. Nothing when one
/// is empty or cannot be measured.
std::optional<std::pair<Point, Point>> nearest_points(const Shape& a, const Shape& b);
bool contains(const Shape& shape, Point p);
/// A point that lies inside a polygon or on a line: where to put a symbol or a label.
Point point_on(const Shape& shape);

}  // namespace geo
