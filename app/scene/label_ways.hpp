// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <optional>
#include <span>
#include <vector>

namespace app {

/// A piece of a line that a name follows.
struct LabelWay {
    std::vector<geo::Point> points{};  ///< evenly cut, in the direction of reading; two when it is straight
    geo::Point middle{};
    bool is_straight = false;
};

/// The way of a name of this width and height around the place `at` along the line; nothing where it would leave the
/// line or be bent so much that it cannot be read. All in one unit.
std::optional<LabelWay> label_way(std::span<const geo::Point> line, double at, double width, double height);

}  // namespace app
