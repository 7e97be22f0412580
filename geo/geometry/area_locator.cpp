// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/area_locator.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace geo {
namespace {

constexpr std::size_t k_edges_in_strip = 8, k_most_strips = 8192;

bool is_lower(Point a, Point b) { return a.y != b.y ? a.y < b.y : a.x < b.x; }

/// Positive: the edge passes to the right of the point.
double turn(Point low, Point high, Point p) {
    return (high.x - low.x) * (p.y - low.y) - (p.x - low.x) * (high.y - low.y);
}

bool is_on(Point low, Point high, Point p) {
    if (p.y < low.y || p.y > high.y) return false;
    if (p.x < std::min(low.x, high.x) || p.x > std::max(low.x, high.x)) return false;
    return turn(low, high, p) == 0;
}

}  // namespace

AreaLocator::AreaLocator(const Shape& shape) : box_(shape.box()) {
    std::uint32_t polygons = 0;
    for (std::size_t part = 0; part < shape.part_count(); ++part) {
        if (shape.parts[part] != Part::shell && shape.parts[part] != Part::hole) continue;
        polygons += shape.parts[part] == Part::shell;
        const auto ring = shape.part(part);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const bool rises = is_lower(ring[i - 1], ring[i]);
            edges_.push_back({rises ? ring[i - 1] : ring[i], rises ? ring[i] : ring[i - 1], polygons});
        }
    }
    const auto strips = std::clamp<std::size_t>(edges_.size() / k_edges_in_strip, 1, k_most_strips);
    strip_ends_.assign(strips, 0);
    strip_height_ = std::max(box_.height() / static_cast<double>(strips), 1e-300);
    const auto for_each_strip = [&](const auto& use) {
        for (std::uint32_t i = 0; i < edges_.size(); ++i)
            for (auto strip = strip_of(edges_[i].low.y); strip <= strip_of(edges_[i].high.y); ++strip) use(strip, i);
    };
    for_each_strip([&](std::size_t strip, std::uint32_t) { ++strip_ends_[strip]; });
    std::vector<std::uint32_t> next(strips, 0);
    for (std::size_t strip = 1; strip < strips; ++strip) {
        next[strip] = strip_ends_[strip - 1];
        strip_ends_[strip] += strip_ends_[strip - 1];
    }
    in_strips_.resize(strip_ends_.back());
    for_each_strip([&](std::size_t strip, std::uint32_t i) { in_strips_[next[strip]++] = i; });
}

/// Never falls when y rises, so that an edge stands in every strip that a point on its height asks.
std::size_t AreaLocator::strip_of(double y) const {
    const double strip = std::floor((y - box_.min_y) / strip_height_);
    return static_cast<std::size_t>(std::clamp(strip, 0.0, static_cast<double>(strip_ends_.size() - 1)));
}

Side AreaLocator::side_of(Point p) const {
    if (edges_.empty() || !box_.contains(p)) return Side::outside;
    const auto strip = strip_of(p.y);
    bool inside_any = false, inside = false, on_edge = false;
    std::uint32_t polygon = 0;
    for (auto i = strip == 0 ? 0 : strip_ends_[strip - 1]; i < strip_ends_[strip]; ++i) {
        const auto& edge = edges_[in_strips_[i]];
        if (edge.polygon != polygon) {
            inside_any |= std::exchange(inside, false);
            polygon = edge.polygon;
        }
        on_edge |= is_on(edge.low, edge.high, p);
        if (edge.low.y <= p.y && p.y < edge.high.y && turn(edge.low, edge.high, p) > 0) inside = !inside;
    }
    if (on_edge) return Side::edge;
    return inside_any || inside ? Side::inside : Side::outside;
}

}  // namespace geo
