// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <cstddef>
#include <vector>

namespace app {

/// A corner that a hand can take. The last position of a ring is its first one again and has no handle.
struct Handle {
    geo::Point at;
    std::size_t position = 0;  ///< in Shape::points
    std::size_t part = 0;
};

std::vector<Handle> handles_of(const geo::Shape& shape);

/// The middle of an edge, where a corner can be added after handle `after`.
struct EdgeMiddle {
    geo::Point at;
    std::size_t after = 0;  ///< place in handles_of()
};
std::vector<EdgeMiddle> middles_of(const geo::Shape& shape);

/// Each gives the changed shape; `handle` is a place in handles_of(). Rings stay closed.
geo::Shape with_moved(geo::Shape shape, std::size_t handle, geo::Point to);
geo::Shape with_added(const geo::Shape& shape, std::size_t after, geo::Point at);
/// A part keeps as many corners as it needs: 3 for a ring, 2 for a line, 1 for a point. Then nothing changes.
geo::Shape with_removed(const geo::Shape& shape, std::size_t handle);

}  // namespace app
