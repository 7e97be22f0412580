// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <span>
#include <vector>

namespace geo {

/// Whether the segments of the rings or lines lie so densely beside and over each other that what compares them all
/// (checking validity, repairing, cutting into triangles) would take minutes. No street, building or boundary is like
/// that, but a scanned or a hostile file may be. Takes some ten nanoseconds a position, and is bounded itself.
bool is_tangled(std::span<const std::span<const Point>> runs);
bool is_tangled(const Shape& shape);

}  // namespace geo
