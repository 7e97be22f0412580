// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <span>
#include <vector>

namespace app {

/// Where the name of an area goes: along its middle when it is long and narrow, otherwise level at one place.
struct AreaName {
    std::vector<geo::Point> line{};  ///< the way along the middle; one point: the middle of the room
    double room = 0;                 ///< length of the way, or width of the area at that point
    double size = 0;                 ///< square root of the area
};

/// @param rings shell and holes
/// @param may_follow a long area carries its name along itself
/// @returns a line without points for an area without extent
AreaName area_name(std::span<const std::span<const geo::Point>> rings, bool may_follow);

}  // namespace app
