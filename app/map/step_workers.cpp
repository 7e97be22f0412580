// SPDX-License-Identifier: EUPL-1.2
#include "app/map/step_workers.hpp"

#include <algorithm>

namespace app {

StepWorkers::StepWorkers(unsigned workers, std::function<void()> wake)
    // A tile that cannot be painted stays what it is; its layer says why it cannot be read.
    : queue_(std::move(wake)), jobs_(queue_, workers, [](const base::Problem&) {}) {}

void StepWorkers::want(const std::vector<TilePlace>& places, const TileCache& tiles, const Scene& scene) {
    forget_unwanted(places, tiles.look());
    std::shared_ptr<const std::vector<SceneLayer>> layers;
    for (const auto& place : places) {
        if (pending_.contains(place) || done_.contains(place)) continue;
        if (!layers) layers = std::make_shared<const std::vector<SceneLayer>>(scene.layers);
        start(place, tiles.sheet_of(place), tiles.look(), layers, map_colours(scene.theme).ground);
    }
}

void StepWorkers::start(const TilePlace& place, const Sheet& sheet, std::uint64_t look,
                        const std::shared_ptr<const std::vector<SceneLayer>>& layers, Colour ground) {
    pending_[place].look = look;
    pending_[place].job = jobs_.start(base::text("Drawing the map"),
                                      [this, arrived = arrived_, place, sheet, look, layers,
                                       ground](base::Progress progress) -> std::function<void()> {
                                          auto steps = std::make_shared<std::vector<PictureStep>>(
                                              picture_steps(*layers, sheet, ground, std::move(progress)));
                                          ++*arrived;
                                          return [this, place, look, steps] {
                                              const auto found = pending_.find(place);
                                              if (found == pending_.end() || found->second.look != look) return;
                                              pending_.erase(found);
                                              done_[place] = {look, std::move(*steps)};
                                          };
                                      });
}

bool StepWorkers::collect() {
    arrived_->store(0);
    return queue_.drain() > 0;
}

std::optional<std::vector<PictureStep>> StepWorkers::take(const TilePlace& place, std::uint64_t look) {
    const auto found = done_.find(place);
    if (found == done_.end() || found->second.look != look) return std::nullopt;
    auto steps = std::move(found->second.steps);
    done_.erase(found);
    return steps;
}

void StepWorkers::forget_unwanted(const std::vector<TilePlace>& places, std::uint64_t look) {
    const auto is_wanted = [&](const TilePlace& place, std::uint64_t of) {
        return of == look && std::find(places.begin(), places.end(), place) != places.end();
    };
    std::erase_if(done_, [&](const auto& each) { return !is_wanted(each.first, each.second.look); });
    std::erase_if(pending_, [&](const auto& each) {
        const bool wanted = is_wanted(each.first, each.second.look);
        if (!wanted) jobs_.cancel(each.second.job);
        return !wanted;
    });
}

}  // namespace app
