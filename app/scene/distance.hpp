// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <cmath>

namespace app {

/// Between places on a map or a picture. The library's hypot() takes five times as long, for the sake of numbers beyond
/// those of any map.
inline double distance(geo::Point a, geo::Point b) {
    const double x = b.x - a.x, y = b.y - a.y;
    return std::sqrt(x * x + y * y);
}

}  // namespace app
