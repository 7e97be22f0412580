// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/outliers.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

constexpr double k_far_m = 100'000;
constexpr double k_null_island_m = 10;
constexpr double k_metres_per_degree = 111'320;

bool inside(const Box& inner, const Box& outer) {
    return inner.min_x >= outer.min_x && inner.max_x <= outer.max_x && inner.min_y >= outer.min_y &&
           inner.max_y <= outer.max_y;
}

/// The values below which a share of all lie.
struct Spread {
    double low = 0, middle = 0, high = 0;
};

Spread spread_of(std::vector<double>& values) {
    auto at = [&](double share) {
        auto i = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), values.begin() + i, values.end());
        return values[static_cast<std::size_t>(i)];
    };
    return {at(0.05), at(0.5), at(0.95)};
}

class Search {
public:
    Search(std::span<const Box> boxes, const Crs& crs) : boxes_(boxes), lost_(boxes.size(), false) {
        metres_per_unit_ = crs.is_geographic() ? k_metres_per_degree : crs.metres_per_unit();
        for (const auto& box : boxes) placed_ += box.is_empty() ? 0 : 1;
    }

    /// @param margin share of the area's own size that is added around it
    void outside_area_of_use(const Box& area, double margin, std::size_t most) {
        if (area.is_empty()) return;
        auto window = area;
        window.grow(Point{area.min_x - area.width() * margin, area.min_y - area.height() * margin});
        window.grow(Point{area.max_x + area.width() * margin, area.max_y + area.height() * margin});
        mark([&](const Box& box) { return !inside(box, window); }, most);
    }

    std::size_t placed() const { return placed_; }

    void far_away() {
        auto far = k_far_m / metres_per_unit_, small = k_null_island_m / metres_per_unit_;
        Box island{-small, -small, small, small};
        std::vector<double> xs, ys;
        for (std::size_t i = 0; i < boxes_.size(); ++i) {
            if (boxes_[i].is_empty() || lost_[i] || inside(boxes_[i], island)) continue;
            xs.push_back(boxes_[i].centre().x);
            ys.push_back(boxes_[i].centre().y);
        }
        if (xs.empty()) return;
        auto x = spread_of(xs), y = spread_of(ys);
        if (std::hypot(x.middle, y.middle) > far) mark([&](const Box& box) { return inside(box, island); }, placed_);
        auto reach = std::max(far, 10 * std::max(x.high - x.low, y.high - y.low));
        Box window{x.middle - reach, y.middle - reach, x.middle + reach, y.middle + reach};
        mark([&](const Box& box) { return !inside(box, window); }, placed_ / 20);
    }

    std::vector<std::size_t> found() const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < lost_.size(); ++i)
            if (lost_[i]) found.push_back(i);
        return found;
    }

private:
    /// Marks what `is_lost` says, unless that were more than `most`: then it is the layer itself that lies there.
    template <class IsLost>
    void mark(IsLost&& is_lost, std::size_t most) {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < boxes_.size(); ++i)
            if (!boxes_[i].is_empty() && !lost_[i] && is_lost(boxes_[i])) found.push_back(i);
        if (found.size() > most) return;
        for (auto i : found) lost_[i] = true;
    }

    std::span<const Box> boxes_;
    std::vector<bool> lost_;
    std::size_t placed_ = 0;
    double metres_per_unit_ = 1;
};

}  // namespace

std::vector<std::size_t> find_outliers(std::span<const Box> boxes, const Crs& crs) {
    Search search(boxes, crs);
    auto area = crs.area_of_use();
    search.outside_area_of_use(area, 0.5, search.placed() / 2);
    search.outside_area_of_use(area, 0.1, search.placed() / 20);
    search.far_away();
    return search.found();
}

}  // namespace geo
