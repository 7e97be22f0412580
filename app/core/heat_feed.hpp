// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/heat.hpp"
#include "geo/base/jobs.hpp"
#include "geo/crs/crs.hpp"

#include <memory>
#include <vector>

namespace app {

/// How densely the findings lie in what is looked at; counted on a worker and kept for some steps of scale. Belongs to
/// the main thread.
class HeatFeed {
public:
    explicit HeatFeed(base::Jobs& errands) : errands_(errands) {}

    /// Asks for what this view needs. What was shown stays until that has come.
    void look(const Camera& camera, const std::shared_ptr<const MarkLayer>& marks, const geo::Crs& crs, Theme theme);
    /// Nothing to be shown any more, until the next look.
    void rest() { shown_.reset(); }
    const std::shared_ptr<const Heat>& shown() const { return shown_; }

private:
    void make(int step, const geo::Box& visible, const geo::Crs& crs);
    void take(std::shared_ptr<const Heat> heat);

    base::Jobs& errands_;
    std::shared_ptr<const MarkLayer> marks_{};
    Theme theme_ = Theme::light;
    std::vector<HeatScale> scales_{};                   ///< of `marks_`
    std::vector<std::shared_ptr<const Heat>> known_{};  ///< of `marks_` and `theme_`, the newest at the end
    std::shared_ptr<const Heat> shown_{};
    bool at_work_ = false;
    std::uint64_t ticket_ = 0;
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

}  // namespace app
