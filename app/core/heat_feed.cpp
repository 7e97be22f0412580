// SPDX-License-Identifier: EUPL-1.2
#include "app/core/heat_feed.hpp"

#include "geo/crs/transform.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {
namespace {

/// Views kept: going back and forth costs nothing.
constexpr std::size_t k_most_known = 8;

/// Of ground in a square CRS unit, in the middle of the findings: 1 in RD New, far more where the unit is a degree.
double square_metres(const MarkLayer& marks, const geo::Crs& crs) {
    geo::Box all;
    for (const auto& box : marks.symbols().boxes) all.grow(box);
    if (all.is_empty() || !crs.is_known()) return 1;
    const double half = std::max(all.width(), all.height()) * 1e-3 + 1e-4;
    const auto m = all.centre();
    const std::vector<geo::Point> corners{
        {m.x - half, m.y - half}, {m.x + half, m.y - half}, {m.x + half, m.y + half}, {m.x - half, m.y + half}};
    const double metres = geo::ground_area_m2(crs, geo::Shape::polygon(corners)) / (4 * half * half);
    return std::isfinite(metres) && metres > 0 ? metres : 1;
}

bool covers(const Heat& heat, int step, const geo::Box& visible) {
    return heat.scale.step == step && heat.ground.encloses(visible);
}

}  // namespace

void HeatFeed::look(const Camera& camera, const std::shared_ptr<const MarkLayer>& marks, const geo::Crs& crs,
                    Theme theme) {
    if (camera.width <= 1) return;
    if (marks != marks_ || theme != theme_) {
        if (marks != marks_) scales_.clear();
        marks_ = marks;
        theme_ = theme;
        known_.clear();
        ++ticket_;
        at_work_ = false;
    }
    if (!marks_ || marks_->size() == 0) return rest();
    const int step = step_of(camera.view.units_per_pixel * camera.pixel_ratio);
    const auto visible = camera.visible();
    const auto found =
        std::find_if(known_.begin(), known_.end(), [&](const auto& heat) { return covers(*heat, step, visible); });
    if (found != known_.end()) {
        std::rotate(found, found + 1, known_.end());
        shown_ = known_.back();
    } else if (!at_work_) {
        make(step, visible, crs);
    }
}

void HeatFeed::make(int step, const geo::Box& visible, const geo::Crs& crs) {
    at_work_ = true;
    const auto known =
        std::find_if(scales_.begin(), scales_.end(), [step](const auto& scale) { return scale.step == step; });
    const auto scale = known == scales_.end() ? std::nullopt : std::optional(*known);
    const std::weak_ptr<char> alive = alive_;
    errands_.start(base::text("Counting how densely findings lie"),
                   [this, alive, step, visible, crs, scale, marks = marks_, theme = theme_,
                    ticket = ++ticket_](base::Progress progress) -> std::function<void()> {
                       auto weighing = progress.part(0.5), counting = progress.part(0.5);
                       const auto used =
                           scale ? *scale : heat_scale(*marks, step, square_metres(*marks, crs), weighing);
                       auto made = heat(marks, used, heat_ground(visible, used), counting, theme);
                       return [this, alive, ticket, made] {
                           if (!alive.expired() && ticket == ticket_) take(made);
                       };
                   });
}

void HeatFeed::take(std::shared_ptr<const Heat> heat) {
    at_work_ = false;
    const int step = heat->scale.step;
    if (std::none_of(scales_.begin(), scales_.end(), [step](const auto& scale) { return scale.step == step; }))
        scales_.push_back(heat->scale);
    if (known_.size() >= k_most_known) known_.erase(known_.begin());
    known_.push_back(std::move(heat));
}

}  // namespace app
