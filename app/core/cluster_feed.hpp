// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/clusters.hpp"
#include "geo/base/jobs.hpp"

#include <memory>
#include <vector>

namespace app {

/// Which findings the map shows as one, for the scale that is looked at; made on a worker and kept for some steps of
/// scale. Belongs to the main thread.
class ClusterFeed {
public:
    explicit ClusterFeed(base::Jobs& errands) : errands_(errands) {}

    /// Asks for what this view needs. What was shown stays until that has come, unless the findings are others.
    void look(const Camera& camera, const std::shared_ptr<const MarkLayer>& marks);
    /// nullptr: every finding has its own symbol.
    const std::shared_ptr<const Clusters>& shown() const { return shown_; }
    /// What is shown is what the last look asked for.
    bool is_up_to_date() const { return up_to_date_; }

private:
    void make(int step);

    base::Jobs& errands_;
    std::shared_ptr<const MarkLayer> marks_{};
    std::vector<std::shared_ptr<const Clusters>> known_{};  ///< of `marks_`, the one used last at the end
    std::shared_ptr<const Clusters> shown_{};
    bool up_to_date_ = true, at_work_ = false;
    std::uint64_t ticket_ = 0;
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

}  // namespace app
