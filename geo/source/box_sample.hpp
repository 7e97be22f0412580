// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: where the features of a layer lie that are too many to remember each.

#include "geo/geometry/shape.hpp"

#include <array>
#include <map>
#include <utility>
#include <vector>

namespace geo {

/// Counts features by squares of the ground and remembers some of each square: of a square with few features all, so
/// that what lies far from everything else is remembered. The squares grow with the ground, so that they stay few.
class BoxSample {
public:
    /// An empty box is left out.
    void add(std::int64_t fid, const Box& box);

    struct Square {
        std::int64_t count = 0;
        Box box{};                                          ///< of all its features
        std::vector<std::pair<std::int64_t, Box>> known{};  ///< the first features of it
        bool knows_all() const { return count == static_cast<std::int64_t>(known.size()); }
    };
    std::vector<Square> squares() const;

private:
    using Place = std::pair<std::int64_t, std::int64_t>;  ///< column, row
    Place place_of(Point p) const;
    void join_squares();

    double side_ = 0;
    std::map<Place, Square> squares_;
};

}  // namespace geo
