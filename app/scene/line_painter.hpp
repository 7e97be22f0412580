// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace app {

/// How a line is drawn; in cells.
struct LinePen {
    double width = 1;
    double dash = 0, gap = 0;  ///< dash 0: unbroken
};

/// How much of each cell is covered, 0 to 255, rows from the south.
struct CellPlane {
    std::uint8_t* cells;
    int width, height;
};

/// Draws lines over planes of cells; what lies outside is cut off. Where lines meet, nothing gets stronger than the
/// strongest.
class LinePainter {
public:
    explicit LinePainter(LinePen pen) : pen_(pen) {}

    /// @param corners in cells, counted from the left bottom; one that is no number is left out with what it joins
    /// @param along cells from the line's begin to the first corner; then to the last
    void add(const CellPlane& plane, std::span<const geo::Point> corners, double& along);

private:
    /// Leaves corners out that nobody can tell from a straight way.
    void straighten(std::span<const geo::Point> corners);
    /// @param along cells from the line's begin to `from`
    void add_segment(geo::Point from, geo::Point to, double along) const;
    /// A line with round ends and joints. @param before cells of its round end before `from` that are to be drawn
    /// @param behind and behind `to`
    void add_wide_segment(geo::Point from, geo::Point to, double along, double before, double behind) const;
    bool is_gap(double along) const;
    /// Cells from the middle of a wide line to where nothing of it is seen.
    double wide_reach() const { return pen_.width / 2 + 0.5; }

    LinePen pen_;
    CellPlane plane_{};              ///< while something is added
    std::vector<geo::Point> bends_;  ///< of one line, in cells
};

}  // namespace app
