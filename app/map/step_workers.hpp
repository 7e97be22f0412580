// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/tile_cache.hpp"
#include "geo/base/jobs.hpp"
#include "geo/base/main_queue.hpp"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace app {

/// Has the steps of tiles painted on workers. Belongs to the thread of the renderer.
class StepWorkers {
public:
    /// @param wake called from a worker when it has finished a tile
    StepWorkers(unsigned workers, std::function<void()> wake);

    /// What is wanted from now on, most wanted first, for one look; everything else is given up.
    void want(const std::vector<TilePlace>& places, const TileCache& tiles, const Scene& scene);
    /// The finished steps of the tile, once; nothing while they are still to come.
    std::optional<std::vector<PictureStep>> take(const TilePlace& place, std::uint64_t look);
    /// Takes in what has been finished since. @returns whether anything was
    bool collect();

    std::size_t pending() const { return pending_.size(); }
    /// Finished, not taken yet.
    std::size_t finished() const { return done_.size() + arrived_->load(); }

private:
    struct Done {
        std::uint64_t look = 0;
        std::vector<PictureStep> steps{};
    };
    struct Pending {
        base::JobId job = 0;
        std::uint64_t look = 0;
    };
    void start(const TilePlace& place, const Sheet& sheet, std::uint64_t look,
               const std::shared_ptr<const std::vector<SceneLayer>>& layers, Colour ground);
    void forget_unwanted(const std::vector<TilePlace>& places, std::uint64_t look);

    std::map<TilePlace, Pending> pending_;
    std::map<TilePlace, Done> done_;
    std::shared_ptr<std::atomic<std::size_t>> arrived_ = std::make_shared<std::atomic<std::size_t>>(0);
    base::MainQueue queue_;
    base::Jobs jobs_;
};

}  // namespace app
