// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/sheet.hpp"

namespace app {

/// True for a shape of so many corners that a frame has no time for all of them.
bool is_long(const geo::Shape& shape);

/// What a picture shows of the points, lines and rings of a shape: rings as open lines where parts of them lie outside,
/// without corners less than half a pixel from the one before. Safe from every thread.
/// @param margin of pixels around the picture that count as well
geo::Shape seen_outline(const geo::Shape& shape, const Sheet& sheet, double margin);

}  // namespace app
