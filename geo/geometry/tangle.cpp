// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/tangle.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

/// Below this everything can be compared with everything.
constexpr std::size_t k_few = 1000;
/// Segments of ordinary shapes overlap their neighbours and a few others.
constexpr std::size_t k_overlaps_each = 100;
/// Segments side by side in the direction of the sweep: a city's kerbs as one polygon reach a thousand.
constexpr std::size_t k_beside_each = 4000;

/// A segment's extent along the sweep and across it.
struct Extent {
    double begin, end, low, high;
};

std::vector<Extent> extents_of(std::span<const std::span<const Point>> runs) {
    Box box;
    for (auto run : runs)
        for (auto p : run) box.grow(p);
    const bool by_x = box.width() >= box.height();
    std::vector<Extent> extents;
    for (auto run : runs)
        for (std::size_t i = 1; i < run.size(); ++i) {
            auto [x0, x1] = std::minmax(run[i - 1].x, run[i].x);
            auto [y0, y1] = std::minmax(run[i - 1].y, run[i].y);
            extents.push_back(by_x ? Extent{x0, x1, y0, y1} : Extent{y0, y1, x0, x1});
        }
    std::sort(extents.begin(), extents.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    return extents;
}

}  // namespace

bool is_tangled(std::span<const std::span<const Point>> runs) {
    std::size_t positions = 0;
    for (auto run : runs) positions += run.size();
    if (positions < k_few) return false;
    std::size_t overlaps = 0, beside = 0;
    std::vector<Extent> open;
    for (const auto& next : extents_of(runs)) {
        for (std::size_t i = 0; i < open.size();) {
            if (open[i].end < next.begin) {
                open[i] = open.back();
                open.pop_back();
                continue;
            }
            overlaps += open[i].low <= next.high && next.low <= open[i].high;
            ++i;
        }
        beside += open.size();
        if (overlaps > k_overlaps_each * positions || beside > k_beside_each * positions) return true;
        open.push_back(next);
    }
    return false;
}

bool is_tangled(const Shape& shape) {
    if (shape.points.size() < k_few) return false;
    std::vector<std::span<const Point>> runs;
    for (std::size_t i = 0; i < shape.part_count(); ++i) runs.push_back(shape.part(i));
    return is_tangled(runs);
}

}  // namespace geo
