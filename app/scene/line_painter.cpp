// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/line_painter.hpp"

#include "app/scene/cell_numbers.hpp"
#include "app/scene/distance.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

/// Cells above which the ends and joints of a line must be round.
constexpr double k_widest_plain = 2.5;
/// Cells by which a corner may lie beside a straight way.
constexpr double k_unseen = 0.1;

/// The ways on which a line may go on from a corner so that none of the corners since then lies beside them by more
/// than can be seen: a wedge that each corner narrows (C. M. Williams 1978; Sklansky and Gonzalez 1980).
class Straight {
public:
    Straight(geo::Point from, geo::Point to) : from_(from) { narrow(to); }

    /// @param end the corner before
    bool leads_on_to(geo::Point next, geo::Point end) const {
        const auto way = away(next), so_far = away(end);
        if ((next.x - end.x) * so_far.x + (next.y - end.y) * so_far.y < 0) return false;  // it turns back
        return !is_narrow_ || (cross(low_, way) >= 0 && cross(way, high_) >= 0);
    }

    void narrow(geo::Point corner) {
        const auto way = away(corner);
        const double length = std::abs(way.x) + std::abs(way.y);  // not less than it is
        if (length <= 2 * k_unseen) return;
        const double turn = k_unseen / length;
        const geo::Point low{way.x + way.y * turn, way.y - way.x * turn},
            high{way.x - way.y * turn, way.y + way.x * turn};
        if (!is_narrow_ || cross(low_, low) > 0) low_ = low;
        if (!is_narrow_ || cross(high, high_) > 0) high_ = high;
        is_narrow_ = true;
    }

private:
    geo::Point away(geo::Point p) const { return {p.x - from_.x, p.y - from_.y}; }
    static double cross(geo::Point a, geo::Point b) { return a.x * b.y - a.y * b.x; }

    geo::Point from_;
    geo::Point low_{}, high_{};  ///< directions, when it is narrow
    bool is_narrow_ = false;
};

/// A straight piece of a line, in cells.
struct Piece {
    geo::Point from;
    double length, dx, dy;  ///< of the direction; of a piece without length to the right

    Piece(geo::Point begin, geo::Point end) : from(begin), length(distance(begin, end)) {
        dx = length > 0 ? (end.x - begin.x) / length : 1;
        dy = length > 0 ? (end.y - begin.y) / length : 0;
    }
};

/// How much of each cell a piece covers.
class Nib {
public:
    /// @param along cells from the line's begin to that of the piece
    Nib(const LinePen& pen, const Piece& piece, double along)
        : piece_(piece),
          half_(static_cast<float>(pen.width / 2)),
          dash_(static_cast<float>(pen.dash)),
          gap_(static_cast<float>(pen.gap)),
          length_(static_cast<float>(piece.length)),
          along_(static_cast<float>(along)) {}

    /// @param cells of the row
    void draw(std::uint8_t* cells, int row, int begin, int end) const {
        const double up = row + 0.5 - piece_.from.y, right = begin + 0.5 - piece_.from.x;
        auto on = static_cast<float>(right * piece_.dx + up * piece_.dy);
        auto beside = static_cast<float>(up * piece_.dx - right * piece_.dy);
        const auto on_step = static_cast<float>(piece_.dx), beside_step = static_cast<float>(piece_.dy);
        for (auto* cell = cells + begin; cell < cells + end; ++cell, on += on_step, beside -= beside_step)
            *cell = std::max(*cell, static_cast<std::uint8_t>(share(on, beside) * 255 + 0.5F));
    }

private:
    float share(float on, float beside) const {
        const float beyond = std::max(-on, on - length_);
        const float distance = beyond > 0 ? std::sqrt(beyond * beyond + beside * beside) : std::abs(beside);
        const float cover = std::clamp(half_ + 0.5F - distance, 0.0F, 1.0F);
        return dash_ > 0 ? cover * in_dash(along_ + on) : cover;
    }
    float in_dash(float far) const {
        const float period = dash_ + gap_, at = far + gap_ / 2;
        const float off = std::abs(at - period * std::floor(at / period) - period / 2);
        return std::clamp(dash_ / 2 + 0.5F - off, 0.0F, 1.0F);
    }

    const Piece& piece_;
    float half_, dash_, gap_, length_, along_;
};

/// A line's cells across the direction in which it runs further. Where lines meet, nothing gets stronger than the
/// strongest.
class Slices {
public:
    Slices(const CellPlane& plane, bool steep)
        : cells_(plane.cells),
          along_(steep ? plane.width : 1),
          across_(steep ? 1 : plane.width),
          most_(static_cast<double>(steep ? plane.width : plane.height)) {}

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

/// Of a row, seen from where a piece begins.
struct RowPlace {
    double up;      ///< to the middle of its cells
    double column;  ///< of the place above or below the piece's begin
};

struct Columns {
    int first = 0, end = 0;
};

/// The part of a row in which a value that changes by the same with each row and each column lies between two limits.
class Band {
public:
    /// @param per_row the value is 0 where the piece begins
    Band(const RowPlace& row, double per_row, double per_column, double low, double high) {
        constexpr double k_least = 1e-12;  // on a plane as good as none
        const double columns = 1 / (std::abs(per_column) > k_least ? per_column : k_least), begin = row.up * per_row;
        const double a = row.column + (low - begin) * columns, b = row.column + (high - begin) * columns;
        low_ = std::min(a, b);
        high_ = std::max(a, b);
        step_ = -per_row * columns;
    }
    void next_row() {
        low_ += step_;
        high_ += step_;
    }
    /// The columns that are in both. @param width of the plane
    static Columns common(const Band& a, const Band& b, int width) {
        const auto column = [width](double at) { return next_of(std::clamp(at, 0.0, static_cast<double>(width))); };
        return {column(std::max(a.low_, b.low_)), column(std::min(a.high_, b.high_))};
    }

private:
    double low_, high_, step_;
};

/// How far from a joint some of its round end is to be seen beside the piece that follows: all of it at a sharp turn,
/// nothing where the line goes straight on.
double seen_end(geo::Point a, geo::Point joint, geo::Point b, double reach) {
    const double ax = joint.x - a.x, ay = joint.y - a.y, bx = b.x - joint.x, by = b.y - joint.y;
    const double lengths = std::sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
    if (!(ax * bx + ay * by > 0)) return reach;
    return std::min(reach, reach * std::abs(ax * by - ay * bx) / lengths + 0.01);
}

}  // namespace

void LinePainter::add(const CellPlane& plane, std::span<const geo::Point> corners, double& along) {
    plane_ = plane;
    straighten(corners);
    const bool is_wide = pen_.width > k_widest_plain;
    double before = wide_reach();
    for (std::size_t i = 0; i + 1 < bends_.size(); ++i) {
        const auto from = bends_[i], to = bends_[i + 1];
        if (is_wide) {
            const bool is_last = i + 2 == bends_.size();
            const double behind = is_last ? wide_reach() : seen_end(from, to, bends_[i + 2], wide_reach());
            add_wide_segment(from, to, along, before, behind);
            before = behind;
        } else {
            add_segment(from, to, along);
        }
        if (pen_.dash > 0) along += distance(from, to);
    }
}

void LinePainter::straighten(std::span<const geo::Point> corners) {
    bends_.clear();
    if (corners.size() < 2) return;
    bends_.push_back(corners[0]);
    auto end = corners[1];
    Straight way(corners[0], end);
    for (const auto next : corners.subspan(2)) {
        if (!way.leads_on_to(next, end)) {
            bends_.push_back(end);
            way = Straight(end, next);
        } else {
            way.narrow(next);
        }
        end = next;
    }
    bends_.push_back(end);
}

/// Step by step along the direction in which it runs further.
void LinePainter::add_segment(geo::Point from, geo::Point to, double along) const {
    if (!is_finite(from) || !is_finite(to)) return;
    bool steep = std::abs(to.y - from.y) > std::abs(to.x - from.x);
    if (steep) {
        std::swap(from.x, from.y);
        std::swap(to.x, to.y);
    }
    const double begun = from.x;
    if (from.x > to.x) std::swap(from, to);
    double most = steep ? plane_.height : plane_.width;
    double slope = to.x > from.x ? (to.y - from.y) / (to.x - from.x) : 0;
    double stretch = std::sqrt(1 + slope * slope), half = pen_.width / 2 * stretch;
    const int begin = cell_of(std::max(from.x, 0.0)), last = cell_of(std::min(to.x, most - 1));
    const Slices slices(plane_, steep);
    for (int step = begin; step <= last; ++step) {
        double middle = std::clamp(step + 0.5, from.x, to.x);
        if (pen_.dash > 0 && is_gap(along + std::abs(middle - begun) * stretch)) continue;
        double across = from.y + slope * (middle - from.x);
        slices.add(step, across - half, across + half);
    }
}

/// Row by row, from where its band enters the row to where it leaves it.
void LinePainter::add_wide_segment(geo::Point from, geo::Point to, double along, double before, double behind) const {
    if (!is_finite(from) || !is_finite(to)) return;
    const Piece piece(from, to);
    if (!std::isfinite(piece.length)) return;  // no map is so large, and it has no direction
    const Nib nib(pen_, piece, along);
    const double reach = wide_reach();
    const auto low = cell_of(std::max(0.0, std::min(from.y, to.y) - reach));
    const auto high = cell_of(std::min(plane_.height - 1.0, std::max(from.y, to.y) + reach));
    const RowPlace at{static_cast<double>(low) + 0.5 - from.y, from.x - 0.5};
    Band beside(at, piece.dx, -piece.dy, -reach, reach), on(at, piece.dy, piece.dx, -before, piece.length + behind);
    // Most of a wide line is neither its edge nor its end.
    Band well_beside(at, piece.dx, -piece.dy, 1 - reach, reach - 1), well_on(at, piece.dy, piece.dx, 0, piece.length);
    auto* cells = plane_.cells + static_cast<std::ptrdiff_t>(low) * plane_.width;
    for (auto row = low; row <= high; ++row, cells += plane_.width) {
        const auto seen = Band::common(beside, on, plane_.width);
        const auto full = pen_.dash > 0 ? Columns{} : Band::common(well_beside, well_on, plane_.width);
        if (full.first < full.end) {
            nib.draw(cells, row, seen.first, full.first);
            std::fill(cells + full.first, cells + full.end, std::uint8_t{255});
            nib.draw(cells, row, full.end, seen.end);
        } else {
            nib.draw(cells, row, seen.first, seen.end);
        }
        for (auto* band : {&beside, &on, &well_beside, &well_on}) band->next_row();
    }
}

bool LinePainter::is_gap(double along) const { return std::fmod(along, pen_.dash + pen_.gap) >= pen_.dash; }

}  // namespace app
