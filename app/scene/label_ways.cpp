// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/label_ways.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app {
namespace {

constexpr double k_degree = std::numbers::pi / 180;
/// Between two cuts half a letter's height apart, and over the whole name.
constexpr double k_most_bend = 22 * k_degree, k_most_turn = 75 * k_degree;

/// Walks along a line, forward only.
class Walker {
public:
    explicit Walker(std::span<const geo::Point> line) : line_(line) {}

    /// The place at this distance from the begin; nothing beyond the end. Distances must not fall.
    std::optional<geo::Point> to(double distance) {
        while (piece_ + 1 < line_.size()) {
            const auto a = line_[piece_], b = line_[piece_ + 1];
            const double length = std::hypot(b.x - a.x, b.y - a.y);
            if (distance <= passed_ + length && length > 0) {
                const double share = std::max(0.0, (distance - passed_) / length);
                return geo::Point{a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
            }
            passed_ += length;
            ++piece_;
        }
        return std::nullopt;
    }

private:
    std::span<const geo::Point> line_;
    std::size_t piece_ = 0;
    double passed_ = 0;
};

double turn_between(double a, double b) { return std::abs(std::remainder(b - a, 2 * std::numbers::pi)); }

bool can_be_read(const std::vector<geo::Point>& way) {
    double least = 0, most = 0, sum = 0, before = 0;
    for (std::size_t i = 1; i < way.size(); ++i) {
        const double direction = std::atan2(way[i].y - way[i - 1].y, way[i].x - way[i - 1].x);
        if (i > 1) {
            if (turn_between(before, direction) > k_most_bend) return false;
            sum += std::remainder(direction - before, 2 * std::numbers::pi);
        }
        before = direction;
        least = std::min(least, sum);
        most = std::max(most, sum);
    }
    return most - least <= k_most_turn;
}

/// No cut is farther from the straight way than can be seen.
bool is_straight(const std::vector<geo::Point>& way, double unseen) {
    const auto a = way.front(), b = way.back();
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    return std::all_of(way.begin(), way.end(), [&](geo::Point p) {
        return std::abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) <= unseen * length;
    });
}

}  // namespace

std::optional<LabelWay> label_way(std::span<const geo::Point> line, double at, double width, double height) {
    const double begin = at - width / 2;
    if (begin < 0 || !(width > 0)) return std::nullopt;
    // An even number of pieces, so that the middle is a cut.
    const int pieces = 2 * std::max(2, static_cast<int>(std::ceil(width / height)));
    LabelWay way;
    Walker walker(line);
    for (int i = 0; i <= pieces; ++i) {
        const auto point = walker.to(begin + width * i / pieces);
        if (!point) return std::nullopt;
        way.points.push_back(*point);
    }
    if (!can_be_read(way.points)) return std::nullopt;
    const auto& first = way.points.front();
    const auto& last = way.points.back();
    const double dx = last.x - first.x, dy = last.y - first.y;
    // Read from left to right; what goes straight up is read upwards.
    if (dx < -1e-3 * height || (std::abs(dx) <= 1e-3 * height && dy < 0))
        std::reverse(way.points.begin(), way.points.end());
    way.middle = way.points[static_cast<std::size_t>(pieces) / 2];
    way.is_straight = is_straight(way.points, height * 0.04);
    if (way.is_straight) way.points = {way.points.front(), way.points.back()};
    return way;
}

}  // namespace app
