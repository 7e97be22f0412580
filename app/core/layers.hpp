// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/prepared.hpp"
#include "audit/dossier/snapshot.hpp"
#include "geo/base/jobs.hpp"
#include "geo/crs/transform.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// A layer of the dossier and how far it has come onto the map.
struct LoadedLayer {
    enum class State { loading, ready, failed, cancelled };
    audit::LayerSource source;
    State state = State::loading;
    base::JobId job = 0;
    std::uint64_t ticket = 0;                     ///< which load of it: an answer with another one is stale
    std::shared_ptr<const PreparedLayer> data{};  ///< when ready
    std::optional<geo::Operation> conversion{};   ///< into the dossier's CRS; nothing when it has that already
    std::optional<base::Problem> problem{};       ///< when failed
};

/// Brings the dossier's layers from where they lie to the map, on workers. Belongs to the main thread.
class Layers {
public:
    explicit Layers(base::Jobs& jobs) : jobs_(jobs) {}

    /// Starts what is new, forgets what is gone, keeps what stayed.
    void follow(const audit::Snapshot& snapshot);
    const std::vector<LoadedLayer>& all() const { return layers_; }  ///< bottom first
    const LoadedLayer* find(std::string_view uuid) const;
    void cancel(const std::string& uuid);
    void retry(const std::string& uuid);
    /// Everything that is loaded; empty when nothing is.
    geo::Box box() const;
    /// Grows whenever a layer comes, changes or goes.
    std::uint64_t generation() const { return generation_; }

private:
    void start(LoadedLayer& layer);
    LoadedLayer* find_job(const std::string& uuid, std::uint64_t ticket);

    base::Jobs& jobs_;
    geo::Crs crs_{};
    std::vector<LoadedLayer> layers_;
    std::uint64_t generation_ = 0;
    std::uint64_t last_ticket_ = 0;
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

}  // namespace app
