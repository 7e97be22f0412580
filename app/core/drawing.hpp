// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace app {

/// What a click on the map does.
enum class Tool {
    select,
    point,    ///< a finding at a place
    line,     ///< a finding along a line
    outline,  ///< a finding that is an area
    measure,  ///< a length, an area or an angle, of nothing
    reshape   ///< the corners of the open form's shape
};

enum class MeasureKind { distance, area, angle };

/// A place that a hand near it takes instead of its own.
struct Snapped {
    geo::Point at;
    bool corner = true;  ///< else: on an edge
    bool own = false;    ///< a corner of what is being drawn itself

    bool operator==(const Snapped&) const = default;
};

/// What is being drawn by hand. Places are in the dossier's CRS.
struct Drawing {
    std::vector<geo::Point> corners{};  ///< so far
    bool snaps = true;                  ///< as it was chosen; holding Shift is the other way for a moment
    std::optional<Snapped> snapped{};   ///< what the pointer or the cross-hair would take now
    /// What was drawn when somebody backed out: offered again, never thrown away unseen.
    std::vector<geo::Point> set_aside{};
    Tool set_aside_tool = Tool::select;

    MeasureKind measures = MeasureKind::distance;
    bool measured = false;  ///< the measure is complete: the next click begins another

    std::size_t chosen = 0;            ///< while reshaping: a place in handles_of()
    std::vector<geo::Shape> before{};  ///< the shape before each change of this reshaping

    std::optional<geo::Point> box_from{}, box_to{};  ///< opposite corners of the box that is being dragged
};

/// Does the way along `corners` (and back to the first when `closed`) cross or touch itself other than at neighbours?
bool crosses_itself(std::span<const geo::Point> corners, bool closed);

/// A click adds a corner.
bool takes_corners(Tool tool);

}  // namespace app
