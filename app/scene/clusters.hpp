// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/scene.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace app {

/// Findings that stand too close together to be told apart at a scale.
struct Cluster {
    geo::Point place{};                      ///< middle of the findings' symbols
    geo::Box box{};                          ///< around them
    std::vector<std::uint32_t> items{};      ///< of the MarkLayer, ascending; four at least
    std::optional<audit::Severity> worst{};  ///< of those that still need work; of all when none does
    bool needs_work = false;                 ///< at least one is open or in progress
};

/// All findings at one step of scale: each is in a cluster or stands alone. Depends on the ground only, so that nothing
/// changes while the map moves. Frozen.
struct Clusters {
    std::shared_ptr<const MarkLayer> marks{};
    int step = 0;  ///< of scale, see units_of_step()
    std::vector<Cluster> all{};
    std::vector<std::uint32_t> alone{};  ///< gravest last, as they are drawn
    std::vector<bool> is_alone{};        ///< of each finding
};

/// Takes some tens of milliseconds for 100,000 findings: belongs on a worker. @throws base::Cancelled
std::shared_ptr<const Clusters> cluster(const std::shared_ptr<const MarkLayer>& marks, int step,
                                        base::Progress progress = {});

/// Place in `clusters.all` of the one whose symbol lies under the pixel, nearest first; nothing when none does.
std::optional<std::size_t> cluster_at(const Clusters& clusters, const Camera& camera, Pixel at);

}  // namespace app
