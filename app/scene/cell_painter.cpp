// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/cell_painter.hpp"

#include "app/scene/cell_numbers.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

/// Lines on which a row of cells is measured across; more cost time, fewer show steps at slanted edges.
constexpr int k_scans = 4;
/// Polygons of fewer cells across are nothing but outline, and painted in its colour: many a pale fill is not seen
/// from far away.
constexpr double k_outlined_cells = 3;
/// Polygons of fewer cells across are sooner filled exactly.
constexpr double k_small_cells = 24;

/// Twice the area, positive or negative by its direction, with positions taken from `from` so that the numbers stay
/// small.
double doubled_area(std::span<const geo::Point> ring, geo::Point from) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        sum += (ring[i].x - from.x) * (ring[i + 1].y - from.y) - (ring[i + 1].x - from.x) * (ring[i].y - from.y);
    return sum;
}

/// Places on a line of measuring are kept in parts of a cell this small.
constexpr double k_parts = 1024;

std::uint64_t crossing(int scan, double x, int width) {
    auto place = static_cast<std::uint64_t>(std::clamp(x, 0.0, static_cast<double>(width)) * k_parts);
    return static_cast<std::uint64_t>(scan) << 32U | place;
}
int scan_of(std::uint64_t crossing) { return static_cast<int>(crossing >> 32U); }
double place_of(std::uint64_t crossing) { return static_cast<double>(crossing & 0xFFFFFFFFU) / k_parts; }

}  // namespace

void CellPainter::strengthen(std::int64_t x, std::int64_t y, double share) const {
    if (x < 0 || y < 0 || x >= level_->width || y >= level_->height) return;
    const auto more = static_cast<unsigned>(std::min(255.0, share * 255 + 0.5));
    for (auto* plane : filled_)
        if (plane) plane[place(x, y)] = static_cast<std::uint8_t>(std::min(255U, plane[place(x, y)] + more));
}

geo::Box CellPainter::Way::box() const {
    geo::Box box;
    for (const auto& stretch : stretches) box.grow(stretch);
    if (stretches.empty())
        for (auto p : corners) box.grow(p);
    return box;
}

/// @param stretches of this part and those after it: its own are taken away
CellPainter::Way CellPainter::way_of(const geo::Shapes& shapes, std::uint32_t part,
                                     std::span<const geo::Box>& stretches) {
    Way way{.corners = shapes.part(part), .stretches = {}};
    if (stretches.empty()) return way;
    const auto own = Stretches::count(way.corners.size());
    way.stretches = stretches.first(own);
    stretches = stretches.subspan(own);
    return way;
}

template <class Seen, class Passed>
void CellPainter::for_each_stretch(const Way& way, Seen&& seen, Passed&& passed) const {
    // Without boxes by the same pieces, so that they look the same.
    for (std::size_t i = 0; i < Stretches::count(way.corners.size()); ++i) {
        const auto corners = Stretches::corners(way.corners, i);
        if (way.stretches.empty() || way.stretches[i].intersects(reach_))
            seen(corners);
        else
            passed(corners);
    }
}

void CellPainter::add(CellPatch& patch, const geo::Shapes& shapes, std::uint32_t feature,
                      std::span<const geo::Box> stretches) {
    level_ = &patch;
    per_unit_ = 1 / patch.unit;
    reach_ = level_->box().widened(pen_.line.width * level_->unit);
    const auto& box = shapes.boxes[feature];
    if (box.is_empty() || !box.intersects(reach_)) return;
    const auto begin = shapes.first_part(feature), end = shapes.feature_ends[feature];
    for (auto part = begin; part < end;) {
        const auto kind = shapes.parts[part];
        const bool is_first = part == begin;
        const auto way = way_of(shapes, part++, stretches);
        switch (kind) {
            case geo::Part::point:
                if (pen_.points) add_points(way);
                break;
            case geo::Part::line:
                if (pen_.lines) add_line(way);
                break;
            case geo::Part::shell:
            case geo::Part::hole:
                rings_.assign(1, way);
                while (part < end && shapes.parts[part] == geo::Part::hole)
                    rings_.push_back(way_of(shapes, part++, stretches));
                add_polygon(rings_, is_first && part == end ? box : way.box());
                break;
        }
    }
}

void CellPainter::add_points(const Way& points) {
    auto* cells = needed(level_->points);
    for (auto p : points.corners) {
        auto at = in_cells(p);
        const int x = cell_of(at.x), y = cell_of(at.y);
        const bool inside = x >= 0 && y >= 0 && x < level_->width && y < level_->height;
        if (is_finite(at) && inside) cells[place(x, y)] = 255;
    }
}

void CellPainter::add_polygon(std::span<const Way> rings, const geo::Box& box) {
    if (box.is_empty() || !box.intersects(reach_)) return;
    auto low = in_cells({box.min_x, box.min_y}), high = in_cells({box.max_x, box.max_y});
    const double across = std::max(high.x - low.x, high.y - low.y);
    const bool is_outline = across < k_outlined_cells;
    filled_ = {pen_.areas ? needed(level_->areas) : nullptr,
               pen_.lines && is_outline ? needed(level_->lines) : nullptr};
    if (filled_ != Planes{}) {
        if (across <= 1)
            add_speck(rings, {(low.x + high.x) / 2, (low.y + high.y) / 2});
        else if (across < k_small_cells)
            add_small(rings, low, high);
        else
            fill(rings);
    }
    if (!pen_.lines || is_outline) return;
    for (const auto& ring : rings) add_line(ring);
}

/// Smaller than a cell: its area goes to the cell in which its middle lies.
void CellPainter::add_speck(std::span<const Way> rings, geo::Point at) {
    double doubled = 0;
    for (const auto& ring : rings) {
        if (ring.corners.empty()) continue;
        const double own = std::abs(doubled_area(ring.corners, ring.corners.front()));
        doubled += &ring == &rings.front() ? own : -own;
    }
    strengthen(cell_of(at.x), cell_of(at.y), std::max(0.0, doubled / 2 / (level_->unit * level_->unit)));
}

void CellPainter::add_small(std::span<const Way> rings, geo::Point low, geo::Point high) {
    sums_.begin(low, high);
    for (const auto& ring : rings) {
        const auto corners = ring.corners;
        if (corners.empty()) continue;
        // Holes are taken away whichever way they go round; without them it does not matter.
        const bool is_shell = &ring == &rings.front();
        const double sign = rings.size() == 1 || is_shell == (doubled_area(corners, corners.front()) > 0) ? 1 : -1;
        auto from = in_cells(corners.back());
        for (const auto corner : corners) {
            const auto to = in_cells(corner);
            sums_.add(from, to, sign);
            from = to;
        }
    }
    for (int row = std::max(0, -sums_.row()); row < std::min(sums_.height(), level_->height - sums_.row()); ++row) {
        const auto shares = sums_.shares(row);
        const int first = std::max(0, -sums_.column());
        const int end = std::min(static_cast<int>(shares.size()), level_->width - sums_.column());
        for (auto* plane : filled_) {
            if (!plane || first >= end) continue;
            auto* cell = plane + place(sums_.column() + first, sums_.row() + row);
            for (auto column = first; column < end; ++column, ++cell)
                *cell = static_cast<std::uint8_t>(std::min(255, *cell + shares[static_cast<std::size_t>(column)]));
        }
    }
}

/// By the even-odd rule, so that holes and rings that cross themselves come out as they are tessellated.
void CellPainter::fill(std::span<const Way> rings) {
    crossings_.clear();
    const auto cross_all = [&](std::span<const geo::Point> corners) {
        for (std::size_t i = 0; i + 1 < corners.size(); ++i) cross(in_cells(corners[i]), in_cells(corners[i + 1]));
    };
    // All of a stretch that is not seen lies on one side of the patch: it may as well be straight.
    const auto cross_once = [&](std::span<const geo::Point> corners) {
        if (!corners.empty()) cross(in_cells(corners.front()), in_cells(corners.back()));
    };
    for (const auto& ring : rings) for_each_stretch(ring, cross_all, cross_once);
    std::sort(crossings_.begin(), crossings_.end());
    for (std::size_t i = 0; i + 1 < crossings_.size();) {
        auto scan = scan_of(crossings_[i]);
        if (scan != scan_of(crossings_[i + 1])) {
            ++i;  // the other side of a ring that is not closed
            continue;
        }
        add_span(scan / k_scans, place_of(crossings_[i]), place_of(crossings_[i + 1]));
        i += 2;
    }
}

/// Where the edge meets the lines on which rows are measured.
void CellPainter::cross(geo::Point a, geo::Point b) {
    if (!is_finite(a) || !is_finite(b) || a.y == b.y) return;
    if (a.y > b.y) std::swap(a, b);
    // The scan at (n + 0.5) / k_scans belongs to the edge when a.y <= it < b.y, so that corners count once.
    auto scan_from = [&](double y) { return next_of(std::clamp(y, -1.0, level_->height + 1.0) * k_scans - 0.5); };
    int begin = std::max(0, scan_from(a.y)), end = std::min(level_->height * k_scans, scan_from(b.y));
    double slope = (b.x - a.x) / (b.y - a.y);
    if (!std::isfinite(slope)) return;
    for (int scan = begin; scan < end; ++scan)
        crossings_.push_back(crossing(scan, a.x + slope * ((scan + 0.5) / k_scans - a.y), level_->width));
}

void CellPainter::add_span(int row, double from, double to) {
    from = std::max(from, 0.0);
    to = std::min(to, static_cast<double>(level_->width));
    if (!(to > from)) return;
    auto left = static_cast<std::int64_t>(from), right = static_cast<std::int64_t>(to);
    if (left == right) {
        strengthen(left, row, (to - from) / k_scans);
        return;
    }
    strengthen(left, row, (static_cast<double>(left) + 1 - from) / k_scans);
    for (auto* plane : filled_) {
        if (!plane) continue;
        auto* cell = plane + place(left + 1, row);
        for (auto* last = plane + place(right, row); cell < last; ++cell)
            *cell = static_cast<std::uint8_t>(std::min(255, *cell + 64));
    }
    strengthen(right, row, (to - static_cast<double>(right)) / k_scans);
}

void CellPainter::add_line(const Way& line) {
    needed(level_->lines);
    double along = 0;
    const auto paint = [&](std::span<const geo::Point> corners) { add_corners(corners, along); };
    for_each_stretch(line, paint, [&](std::span<const geo::Point> corners) {
        if (pen_.line.dash > 0) paint(corners);  // where the next dash begins depends on its length
    });
}

void CellPainter::add_corners(std::span<const geo::Point> corners, double& along) {
    in_cells_.clear();
    for (const auto p : corners) in_cells_.push_back(in_cells(p));
    line_painter_.add({level_->lines.data(), level_->width, level_->height}, in_cells_, along);
}

}  // namespace app
