// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/label_axis.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

using Rings = std::span<const std::span<const geo::Point>>;

/// Longer than this many times its width, an area is long.
constexpr double k_long = 4;
constexpr int k_cuts_along = 12;

/// A direction and the one across it, as a turn of the plane.
struct Frame {
    double cosine = 1, sine = 0;
    geo::Point turned(geo::Point p) const { return {p.x * cosine + p.y * sine, p.y * cosine - p.x * sine}; }
    geo::Point back(geo::Point p) const { return {p.x * cosine - p.y * sine, p.x * sine + p.y * cosine}; }
};

/// The direction that most of the outline goes.
Frame main_direction(std::span<const geo::Point> shell) {
    double across = 0, up = 0;
    for (std::size_t i = 1; i < shell.size(); ++i) {
        const double dx = shell[i].x - shell[i - 1].x, dy = shell[i].y - shell[i - 1].y;
        const double length = std::hypot(dx, dy);
        if (length == 0) continue;
        // Twice the angle: both ways along a line are one direction.
        across += (dx * dx - dy * dy) / length;
        up += 2 * dx * dy / length;
    }
    const double angle = std::atan2(up, across) / 2;
    return {std::cos(angle), std::sin(angle)};
}

double area_of(Rings rings) {
    double area = 0;
    for (std::size_t r = 0; r < rings.size(); ++r) {
        const auto ring = rings[r];
        double twice = 0;
        for (std::size_t i = 1; i < ring.size(); ++i)
            twice += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) -
                     (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
        area += (r == 0 ? 1 : -1) * std::abs(twice) / 2;
    }
    return std::max(area, 0.0);
}

struct Interval {
    double from = 0, to = 0;
    double width() const { return to - from; }
};

/// The longest piece of the line x = `at` (in the frame) that lies inside.
Interval widest_cut(Rings rings, const Frame& frame, double at) {
    std::vector<double> crossings;
    for (const auto& ring : rings)
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const auto a = frame.turned(ring[i - 1]), b = frame.turned(ring[i]);
            if ((a.x <= at) == (b.x <= at)) continue;
            crossings.push_back(a.y + (at - a.x) / (b.x - a.x) * (b.y - a.y));
        }
    std::sort(crossings.begin(), crossings.end());
    Interval best;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        if (crossings[i + 1] - crossings[i] > best.width()) best = {crossings[i], crossings[i + 1]};
    return best;
}

geo::Box box_in(const Frame& frame, std::span<const geo::Point> shell) {
    geo::Box box;
    for (auto p : shell) box.grow(frame.turned(p));
    return box;
}

/// The middles of cuts across, from one end to the other.
std::vector<geo::Point> middle_line(Rings rings, const Frame& frame, const geo::Box& box) {
    std::vector<geo::Point> line;
    for (int i = 0; i < k_cuts_along; ++i) {
        const double share = 0.02 + 0.96 * i / (k_cuts_along - 1), at = box.min_x + share * box.width();
        const auto cut = widest_cut(rings, frame, at);
        if (cut.width() > 0) line.push_back(frame.back({at, (cut.from + cut.to) / 2}));
    }
    return line;
}

double length_of(std::span<const geo::Point> line) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return length;
}

/// The widest level cut, rather near the middle than at the rim.
AreaName level_name(Rings rings, double size) {
    constexpr Frame upwards{0, 1};  // x of the frame goes north
    const auto box = box_in(upwards, rings.front());
    AreaName name{.size = size};
    double best = 0;
    for (const double share : {0.5, 0.42, 0.58, 0.33, 0.67, 0.22, 0.78}) {
        const double at = box.min_x + share * box.width();
        const auto cut = widest_cut(rings, upwards, at);
        const double worth = cut.width() * (1 - std::abs(share - 0.5));
        if (worth <= best) continue;
        best = worth;
        name.line = {upwards.back({at, (cut.from + cut.to) / 2})};
        name.room = cut.width();
    }
    return name;
}

}  // namespace

AreaName area_name(Rings rings, bool may_follow) {
    if (rings.empty() || rings.front().size() < 4) return {};
    const double area = area_of(rings), size = std::sqrt(area);
    if (!(area > 0) || !std::isfinite(area)) return {};
    const auto frame = main_direction(rings.front());
    const auto box = box_in(frame, rings.front());
    if (may_follow && box.width() * box.width() > k_long * area) {
        auto line = middle_line(rings, frame, box);
        if (line.size() >= 2) return {line, length_of(line), size};
    }
    return level_name(rings, size);
}

}  // namespace app
