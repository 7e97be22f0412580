// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/cell_patch.hpp"
#include "app/scene/edge_sums.hpp"
#include "app/scene/line_painter.hpp"
#include "app/scene/stretches.hpp"
#include "geo/geometry/shape.hpp"

#include <array>
#include <span>
#include <vector>

namespace app {

/// Adds features to patches of cells. What lies outside its box is cut off.
class CellPainter {
public:
    /// What is painted, and how.
    struct Pen {
        bool areas = true, lines = true, points = true;
        LinePen line{};  ///< of lines and outlines
    };

    explicit CellPainter(Pen pen) : pen_(pen), line_painter_(pen.line) {}

    /// @param patch made of the right size
    /// @param stretches of the feature; none when each corner is to be looked at
    void add(CellPatch& patch, const geo::Shapes& shapes, std::uint32_t feature,
             std::span<const geo::Box> stretches = {});

private:
    /// A ring or line, with the stretches that are known of it.
    struct Way {
        std::span<const geo::Point> corners;
        std::span<const geo::Box> stretches;
        geo::Box box() const;
    };
    static Way way_of(const geo::Shapes& shapes, std::uint32_t part, std::span<const geo::Box>& stretches);
    /// Calls `seen` with the corners of each stretch that the patch may show, `passed` with those of the others.
    template <class Seen, class Passed>
    void for_each_stretch(const Way& way, Seen&& seen, Passed&& passed) const;
    void add_points(const Way& points);
    /// @param rings the shell and its holes @param box of the shell
    void add_polygon(std::span<const Way> rings, const geo::Box& box);
    void add_speck(std::span<const Way> rings, geo::Point at);
    /// @param low, high corners of the box, in cells
    void add_small(std::span<const Way> rings, geo::Point low, geo::Point high);
    void fill(std::span<const Way> rings);
    void cross(geo::Point a, geo::Point b);
    void add_span(int row, double from, double to);
    void add_line(const Way& line);
    /// @param along cells from the line's begin to the first corner; then to the last
    void add_corners(std::span<const geo::Point> corners, double& along);
    void strengthen(std::int64_t x, std::int64_t y, double share) const;
    /// Into cells, counted from the left bottom.
    geo::Point in_cells(geo::Point p) const {
        return {(p.x - level_->left_bottom.x) * per_unit_, (p.y - level_->left_bottom.y) * per_unit_};
    }
    std::size_t place(std::int64_t x, std::int64_t y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(level_->width) + static_cast<std::size_t>(x);
    }
    /// @return its first cell
    std::uint8_t* needed(std::vector<std::uint8_t>& plane) const {
        if (plane.empty()) plane.resize(place(0, level_->height));
        return plane.data();
    }

    CellPatch* level_ = nullptr;  ///< while something is added
    using Planes = std::array<std::uint8_t*, 2>;
    Planes filled_{};      ///< of `level_`, while a polygon is added; may be none
    geo::Box reach_{};     ///< what lies outside of it is not seen
    double per_unit_ = 1;  ///< cells, of `level_`
    Pen pen_;
    LinePainter line_painter_;
    std::vector<geo::Point> in_cells_;  ///< corners of one line
    /// Where lines across the cells enter or leave a polygon: the line's number in the upper half, the place on it in
    /// the lower, so that they are sorted as plain numbers, which is what filling spends its time on.
    std::vector<std::uint64_t> crossings_;
    std::vector<Way> rings_;  ///< of one polygon
    EdgeSums sums_{};         ///< of a small one
};

}  // namespace app
