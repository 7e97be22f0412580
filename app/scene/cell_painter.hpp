// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/cell_patch.hpp"
#include "geo/geometry/shape.hpp"

#include <vector>

namespace app {

/// Adds features to patches of cells. What lies outside its box is cut off.
class CellPainter {
public:
    /// What is painted, and how.
    struct Pen {
        bool areas = true, lines = true, points = true;
        double width = 1;          ///< of lines and outlines, cells
        double dash = 0, gap = 0;  ///< cells; dash 0: unbroken
    };

    explicit CellPainter(Pen pen) : pen_(pen) {}

    /// @param patch made of the right size
    void add(CellPatch& patch, const geo::Shapes& shapes, std::uint32_t feature);

private:
    /// @param box of the shell
    void add_polygon(const geo::Shapes& shapes, std::uint32_t first, std::uint32_t end, const geo::Box& box);
    void add_speck(const geo::Shapes& shapes, std::uint32_t first, std::uint32_t end, geo::Point at);
    void fill(const geo::Shapes& shapes, std::uint32_t first, std::uint32_t end);
    void cross(geo::Point a, geo::Point b);
    void add_span(int row, double from, double to);
    void add_line(std::span<const geo::Point> line);
    /// @param along cells from the line's begin to `from`
    void add_segment(geo::Point from, geo::Point to, double along);
    bool is_gap(double along) const;
    /// A line with round ends and joints.
    void add_wide_segment(geo::Point from, geo::Point to, double along);
    void strengthen(std::vector<std::uint8_t>& plane, std::int64_t x, std::int64_t y, double share) const;
    /// Into cells, counted from the left bottom.
    geo::Point in_cells(geo::Point p) const {
        return {(p.x - level_->left_bottom.x) * per_unit_, (p.y - level_->left_bottom.y) * per_unit_};
    }
    std::size_t place(std::int64_t x, std::int64_t y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(level_->width) + static_cast<std::size_t>(x);
    }
    void need(std::vector<std::uint8_t>& plane) const {
        if (plane.empty()) plane.resize(place(0, level_->height));
    }

    CellPatch* level_ = nullptr;  ///< while something is added
    double per_unit_ = 1;         ///< cells, of `level_`
    Pen pen_;
    /// Where lines across the cells enter or leave a polygon: the line's number in the upper half, the place on it in
    /// the lower, so that they are sorted as plain numbers, which is what filling spends its time on.
    std::vector<std::uint64_t> crossings_;
};

}  // namespace app
