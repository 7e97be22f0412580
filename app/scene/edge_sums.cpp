// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/edge_sums.hpp"

#include "app/scene/cell_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {
namespace {

/// An edge that climbs by `up` between two places of a row.
void add_to(float* sums, double from, double to, double up) {
    auto cell = static_cast<int>(from);
    if (to <= cell + 1.0) {
        const double beyond = up * ((from + to) / 2 - cell);
        sums[cell] += static_cast<float>(up - beyond);
        sums[cell + 1] += static_cast<float>(beyond);
        return;
    }
    const double per_cell = up / (to - from);
    for (; cell < to; ++cell) {
        const double begin = std::max(from, static_cast<double>(cell)), end = std::min(to, cell + 1.0);
        add_to(sums, begin, end, per_cell * (end - begin));
    }
}

/// What is covered twice is not covered.
float even_odd(float sum) {
    const float times = std::abs(sum);
    if (times <= 1) return times;
    const float rest = std::fmod(times, 2.0F);
    return rest > 1 ? 2 - rest : rest;
}

}  // namespace

void EdgeSums::begin(geo::Point low, geo::Point high) {
    column_ = near_cell(low.x);
    row_ = near_cell(low.y);
    width_ = near_cell(high.x) - column_ + 1;
    height_ = near_cell(high.y) - row_ + 1;
    sums_.assign((static_cast<std::size_t>(width_) + 2) * static_cast<std::size_t>(height_), 0);
    shares_.resize(static_cast<std::size_t>(width_));
}

geo::Point EdgeSums::inside(geo::Point p) const {
    return {std::clamp(p.x - column_, 0.0, static_cast<double>(width_)),
            std::clamp(p.y - row_, 0.0, static_cast<double>(height_))};
}

void EdgeSums::add(geo::Point a, geo::Point b, double sign) {
    if (!is_finite(a) || !is_finite(b)) return;
    a = inside(a);
    b = inside(b);
    if (a.y > b.y) {
        std::swap(a, b);
        sign = -sign;
    }
    if (!(b.y > a.y)) return;
    const double slope = (b.x - a.x) / (b.y - a.y), least = std::min(a.x, b.x), most = std::max(a.x, b.x);
    double x = a.x;
    for (auto row = static_cast<int>(a.y); row < b.y; ++row) {
        const double up = std::min(row + 1.0, b.y) - std::max(static_cast<double>(row), a.y);
        const double next = std::clamp(x + slope * up, least, most);
        add_to(row_sums(row), std::min(x, next), std::max(x, next), up * sign);
        x = next;
    }
}

std::span<const std::uint8_t> EdgeSums::shares(int row) {
    const float* sums = row_sums(row);
    float sum = 0;
    for (auto& share : shares_) {
        sum += *sums++;
        share = static_cast<std::uint8_t>(even_odd(sum) * 255 + 0.5F);
    }
    return shares_;
}

}  // namespace app
