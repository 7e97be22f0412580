// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/label_ways.hpp"

#include "app/scene/distance.hpp"

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
    std::optional<geo::Point> to(double far) {
        while (piece_ + 1 < line_.size()) {
            const auto a = line_[piece_], b = line_[piece_ + 1];
            const double length = distance(a, b);
            if (far <= passed_ + length && length > 0) {
                const double share = std::max(0.0, (far - passed_) / length);
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

/// To the left, from the way into `b` to that out of it.
double turn_at(geo::Point a, geo::Point b, geo::Point c) {
    const geo::Point in{b.x - a.x, b.y - a.y}, out{c.x - b.x, c.y - b.y};
    const double sine = in.x * out.y - in.y * out.x, cosine = in.x * out.x + in.y * out.y;
    return std::abs(sine) < 1e-9 * cosine ? 0 : std::atan2(sine, cosine);
}

bool can_be_read(const std::vector<geo::Point>& way) {
    double least = 0, most = 0, sum = 0;
    for (std::size_t i = 2; i < way.size(); ++i) {
        const double turn = turn_at(way[i - 2], way[i - 1], way[i]);
        if (std::abs(turn) > k_most_bend) return false;
        sum += turn;
        least = std::min(least, sum);
        most = std::max(most, sum);
    }
    return most - least <= k_most_turn;
}

/// No cut is farther from the straight way than can be seen.
bool is_straight(const std::vector<geo::Point>& way, double unseen) {
    const auto a = way.front(), b = way.back();
    const double length = distance(a, b);
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
    way.points.reserve(static_cast<std::size_t>(pieces) + 1);
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
