// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/cell_painter.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

/// Lines on which a row of cells is measured across; more cost time, fewer show steps at slanted edges.
constexpr int k_scans = 4;
/// Polygons of fewer cells across are nothing but outline, and painted in its colour: many a pale fill is not seen
/// from far away.
constexpr double k_outlined_cells = 3;

/// Twice the area, positive or negative by its direction, with positions taken from `from` so that the numbers stay
/// small.
double doubled_area(std::span<const geo::Point> ring, geo::Point from) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i)
        sum += (ring[i].x - from.x) * (ring[i + 1].y - from.y) - (ring[i + 1].x - from.x) * (ring[i].y - from.y);
    return sum;
}

/// Far outside is as good as just outside. The library's floor() and ceil() are calls where a processor need not know
/// them, and were a tenth of all work.
int cell_of(double at) {
    const double near = at > -9 ? std::min(at, 1e6) : -9;  // also what is no number
    const int whole = static_cast<int>(near);
    return whole - (near < whole ? 1 : 0);
}
int next_of(double near) {
    const int whole = static_cast<int>(near);
    return whole + (near > whole ? 1 : 0);
}

/// Places on a line of measuring are kept in parts of a cell this small.
constexpr double k_parts = 1024;

std::uint64_t crossing(int scan, double x, int width) {
    auto place = static_cast<std::uint64_t>(std::clamp(x, 0.0, static_cast<double>(width)) * k_parts);
    return static_cast<std::uint64_t>(scan) << 32U | place;
}
int scan_of(std::uint64_t crossing) { return static_cast<int>(crossing >> 32U); }
double place_of(std::uint64_t crossing) { return static_cast<double>(crossing & 0xFFFFFFFFU) / k_parts; }

/// Cells above which the ends and joints of a line must be round.
constexpr double k_widest_plain = 2.5;

/// How much of a cell a line covers. All in cells.
class LinePen {
public:
    LinePen(double width, double dash, double gap)
        : half_(static_cast<float>(width / 2)), dash_(static_cast<float>(dash)), gap_(static_cast<float>(gap)) {}
    /// @param on along the piece from its begin @param off across it @param far from the line's begin
    float share(float on, float off, float length, float far) const {
        const float beyond = std::max(std::max(-on, on - length), 0.0F);
        const float cover = std::clamp(half_ + 0.5F - std::sqrt(beyond * beyond + off * off), 0.0F, 1.0F);
        return dash_ > 0 ? cover * in_dash(far) : cover;
    }

private:
    float in_dash(float far) const {
        const float period = dash_ + gap_, at = far + gap_ / 2;
        const float off = std::abs(at - period * std::floor(at / period) - period / 2);
        return std::clamp(dash_ / 2 + 0.5F - off, 0.0F, 1.0F);
    }

    float half_, dash_, gap_;
};

/// A line's cells across the direction in which it runs further. Where lines meet, nothing gets stronger than the
/// strongest.
class Slices {
public:
    Slices(std::vector<std::uint8_t>& plane, int width, int height, bool steep)
        : cells_(plane.data()),
          along_(steep ? width : 1),
          across_(steep ? 1 : width),
          most_(static_cast<double>(steep ? width : height)) {}

    /// @param step within the plane
    void add(int step, double low, double high) const {
        if (!(high > 0 && low < most_)) return;
        const int first = low > 0 ? static_cast<int>(low) : 0;
        const int last = static_cast<int>(std::min(high, most_ - 1));
        auto* cell = cells_ + step * along_ + first * across_;
        for (int at = first; at <= last; ++at, cell += across_) {
            const double share = std::min(high, at + 1.0) - std::max(low, static_cast<double>(at));
            *cell = std::max(*cell, static_cast<std::uint8_t>(share * 255 + 0.5));
        }
    }

private:
    std::uint8_t* cells_;
    std::ptrdiff_t along_, across_;
    double most_;
};

bool is_finite(geo::Point p) { return std::isfinite(p.x) && std::isfinite(p.y); }

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
    if (way.stretches.empty()) return seen(way.corners);
    for (std::size_t i = 0; i < way.stretches.size(); ++i) {
        const auto corners = Stretches::corners(way.corners, i);
        if (way.stretches[i].intersects(reach_))
            seen(corners);
        else
            passed(corners);
    }
}

void CellPainter::add(CellPatch& patch, const geo::Shapes& shapes, std::uint32_t feature,
                      std::span<const geo::Box> stretches) {
    level_ = &patch;
    per_unit_ = 1 / patch.unit;
    reach_ = level_->box().widened(pen_.width * level_->unit);
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
    const auto paint = [&](std::span<const geo::Point> corners) { add_segments(corners, along); };
    for_each_stretch(line, paint, [&](std::span<const geo::Point> corners) {
        if (pen_.dash > 0) paint(corners);  // where the next dash begins depends on its length
    });
}

void CellPainter::add_segments(std::span<const geo::Point> corners, double& along) {
    for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
        auto from = in_cells(corners[i]), to = in_cells(corners[i + 1]);
        if (pen_.width > k_widest_plain)
            add_wide_segment(from, to, along);
        else
            add_segment(from, to, along);
        if (pen_.dash > 0) along += std::hypot(to.x - from.x, to.y - from.y);
    }
}

/// Step by step along the direction in which it runs further.
void CellPainter::add_segment(geo::Point from, geo::Point to, double along) {
    if (!is_finite(from) || !is_finite(to)) return;
    bool steep = std::abs(to.y - from.y) > std::abs(to.x - from.x);
    if (steep) {
        std::swap(from.x, from.y);
        std::swap(to.x, to.y);
    }
    const double begun = from.x;
    if (from.x > to.x) std::swap(from, to);
    double most = steep ? level_->height : level_->width;
    double slope = to.x > from.x ? (to.y - from.y) / (to.x - from.x) : 0;
    double stretch = std::sqrt(1 + slope * slope), half = pen_.width / 2 * stretch;
    const int begin = cell_of(std::max(from.x, 0.0)), last = cell_of(std::min(to.x, most - 1));
    const Slices slices(level_->lines, level_->width, level_->height, steep);
    for (int step = begin; step <= last; ++step) {
        double middle = std::clamp(step + 0.5, from.x, to.x);
        if (pen_.dash > 0 && is_gap(along + std::abs(middle - begun) * stretch)) continue;
        double across = from.y + slope * (middle - from.x);
        slices.add(step, across - half, across + half);
    }
}

/// Row by row, from where its band enters the row to where it leaves it.
void CellPainter::add_wide_segment(geo::Point from, geo::Point to, double along) {
    if (!is_finite(from) || !is_finite(to)) return;
    const double reach = pen_.width / 2 + 0.5, length = std::hypot(to.x - from.x, to.y - from.y);
    const double dx = length > 0 ? (to.x - from.x) / length : 1, dy = length > 0 ? (to.y - from.y) / length : 0;
    const LinePen pen(pen_.width, pen_.dash, pen_.gap);
    const auto low = cell_of(std::max(0.0, std::min(from.y, to.y) - reach));
    const auto high = cell_of(std::min(level_->height - 1.0, std::max(from.y, to.y) + reach));
    const double west = std::max(0.0, std::min(from.x, to.x) - reach);
    const double east = std::min(level_->width - 1.0, std::max(from.x, to.x) + reach);
    for (auto row = low; row <= high; ++row) {
        const double up = static_cast<double>(row) + 0.5 - from.y;
        double begin = west, end = east;
        if (std::abs(dy) > 1e-9) {
            const double middle = from.x + up * dx / dy, half = reach / std::abs(dy);
            begin = std::max(begin, middle - half - 1);
            end = std::min(end, middle + half);
        }
        if (begin > end) continue;
        const auto first = cell_of(begin), last = cell_of(end);
        auto* cell = level_->lines.data() + place(first, row);
        for (auto column = first; column <= last; ++column, ++cell) {
            const double right = static_cast<double>(column) + 0.5 - from.x, on = right * dx + up * dy;
            const float share = pen.share(static_cast<float>(on), static_cast<float>(up * dx - right * dy),
                                          static_cast<float>(length), static_cast<float>(along + on));
            *cell = std::max(*cell, static_cast<std::uint8_t>(share * 255 + 0.5F));
        }
    }
}

bool CellPainter::is_gap(double along) const { return std::fmod(along, pen_.dash + pen_.gap) >= pen_.dash; }

}  // namespace app
