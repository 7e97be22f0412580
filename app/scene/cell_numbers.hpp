// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <algorithm>
#include <cmath>

namespace app {

// The library's floor() and ceil() are calls where a processor need not know them, and were a tenth of all work.

/// The number of the cell in which a place near the plane lies.
inline int near_cell(double near) {
    const int whole = static_cast<int>(near);
    return whole - (near < whole ? 1 : 0);
}
/// The same for any place: far outside is as good as just outside.
inline int cell_of(double at) {
    return near_cell(at > -9 ? std::min(at, 1e6) : -9);  // also what is no number
}
/// The first whole number that is not less. @param near 0
inline int next_of(double near) {
    const int whole = static_cast<int>(near);
    return whole + (near > whole ? 1 : 0);
}

inline bool is_finite(geo::Point p) { return std::isfinite(p.x) && std::isfinite(p.y); }

}  // namespace app
