// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/texts.hpp"
#include "geo/geometry/shape.hpp"

#include <optional>

namespace geo {

/// Why a shape is invalid by the OGC rules (GEOS), or nothing when it is valid.
std::optional<base::Text> why_invalid(const Shape& shape);
/// A valid shape of the same dimension that covers the same ground; empty when nothing is left, or when finding it
/// would take minutes (tangle.hpp).
Shape repaired(const Shape& shape);
/// Shells counter-clockwise and holes clockwise, as RFC 7946 wants them.
Shape right_handed(Shape shape);

}  // namespace geo
