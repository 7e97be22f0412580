// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

namespace app {

/// True for a shape of so many corners that a frame has no time for all of them.
bool is_long(const geo::Shape& shape);

/// What a box shows of the points, lines and rings of a shape: rings as open lines where parts of them lie outside.
/// Safe from every thread.
/// @param apart corners nearer than this to the one before are left out; box and distance in units of the shape's CRS
geo::Shape seen_outline(const geo::Shape& shape, const geo::Box& box, double apart);

}  // namespace app
