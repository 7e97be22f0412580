// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <cstdint>
#include <vector>

namespace geo {

enum class Side { outside, edge, inside };

/// Finds out for many points on which side of one polygon they lie, without looking at every edge each time. Of two
/// polygons with a common edge never both have a point inside. Frozen.
class AreaLocator {
public:
    /// Polygons and their holes; other parts enclose nothing.
    explicit AreaLocator(const Shape& shape);

    /// A point within several polygons of the shape is inside; one on the edge of a hole is on the edge.
    Side side_of(Point p) const;

private:
    /// From its lower to its higher end, whatever the direction of its ring: so that both polygons that share it
    /// compute the same.
    struct Edge {
        Point low, high;
        std::uint32_t polygon;
    };
    std::size_t strip_of(double y) const;

    Box box_{};
    double strip_height_ = 1;
    std::vector<Edge> edges_{};                ///< in the order of the polygons
    std::vector<std::uint32_t> strip_ends_{};  ///< of each level strip in `in_strips_`
    std::vector<std::uint32_t> in_strips_{};   ///< places in `edges_`, ascending in each strip
};

}  // namespace geo
