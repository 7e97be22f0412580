// SPDX-License-Identifier: EUPL-1.2
#include "app/core/cluster_feed.hpp"

#include <algorithm>
#include <utility>

namespace app {
namespace {

/// Steps of scale kept: going back and forth costs nothing.
constexpr std::size_t k_most_known = 12;

}  // namespace

void ClusterFeed::look(const Camera& camera, const std::shared_ptr<const MarkLayer>& marks) {
    if (camera.width <= 1) return;
    if (marks != marks_) {
        marks_ = marks;
        known_.clear();
        shown_.reset();  // its places mean other findings now
        ++ticket_;
        at_work_ = false;
    }
    if (!marks_ || marks_->size() == 0) {
        up_to_date_ = true;
        return;
    }
    const int step = step_of(camera.view.units_per_pixel * camera.pixel_ratio);
    const auto found =
        std::find_if(known_.begin(), known_.end(), [step](const auto& clusters) { return clusters->step == step; });
    up_to_date_ = found != known_.end();
    if (up_to_date_) {
        std::rotate(found, found + 1, known_.end());
        shown_ = known_.back();
    } else if (!at_work_) {
        make(step);
    }
}

void ClusterFeed::make(int step) {
    at_work_ = true;
    const std::weak_ptr<char> alive = alive_;
    errands_.start(base::text("Putting findings together"),
                   [this, alive, step, marks = marks_, ticket = ++ticket_](base::Progress progress) {
                       auto clusters = cluster(marks, step, std::move(progress));
                       return std::function<void()>([this, alive, ticket, clusters] {
                           if (alive.expired() || ticket != ticket_) return;
                           at_work_ = false;
                           if (known_.size() >= k_most_known) known_.erase(known_.begin());
                           known_.push_back(clusters);
                       });
                   });
}

}  // namespace app
