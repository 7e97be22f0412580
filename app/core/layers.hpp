// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/layer_looks.hpp"
#include "app/core/pictures.hpp"
#include "app/scene/classes.hpp"
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

/// What a layer's colours follow.
struct Colouring {
    std::string by{};  ///< the attribute; empty: what is known of such layers
    ClassChoice choice{};
    bool operator==(const Colouring&) const = default;
};

/// A layer that is coloured by its attributes.
struct ColouredLayer {
    Colouring as{};
    std::string english{}, dutch{};  ///< of a well-known kind of layer: what its classes tell apart
    bool is_known = false;           ///< nobody chose an attribute
    Classes classes{};
    std::vector<std::shared_ptr<const PreparedLayer>> parts{};  ///< one for each class
    std::optional<base::Problem> problem{};                     ///< why it could not be
};

/// A layer of the dossier and how far it has come onto the map.
struct LoadedLayer {
    /// `missing`: its file is not where it was.
    enum class State { loading, ready, failed, missing, cancelled };
    audit::LayerSource source;
    State state = State::loading;
    base::JobId job = 0;
    std::uint64_t ticket = 0;                         ///< which load of it: an answer with another one is stale
    std::shared_ptr<const PreparedLayer> data{};      ///< when ready: features; or:
    std::shared_ptr<PictureFeed> image{};             ///< … pixels
    std::optional<geo::Operation> conversion{};       ///< into the dossier's CRS; nothing when it has that already
    std::shared_ptr<const ColouredLayer> coloured{};  ///< what it was last coloured by
    std::optional<Colouring> colouring{};             ///< what was last asked for
    std::optional<base::Problem> problem{};           ///< when failed or missing

    LayerLooks looks() const { return looks_from_json(source.style); }
    /// In the dossier's CRS, without outliers; empty until it is ready.
    geo::Box extent() const;
    /// The CRS it came in, unknown until it is ready.
    geo::Crs crs() const;
    /// What its source said about itself; nullptr until it is ready.
    const base::Problems* remarks() const;
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
    /// Asks for what visible images lack for this view.
    void look(const Camera& camera);
    /// Everything that is loaded and visible; empty when nothing is.
    geo::Box box() const;
    /// Grows whenever a layer comes, changes or goes.
    std::uint64_t generation() const { return generation_; }

private:
    /// What a load brings.
    struct Arrived {
        std::shared_ptr<const PreparedLayer> data{};
        std::shared_ptr<const RasterPicture> picture{};
        std::optional<geo::Operation> conversion{};
        std::optional<base::Problem> problem{};
    };

    void start(LoadedLayer& layer);
    void arrive(const std::string& uuid, std::uint64_t ticket, Arrived arrived);
    void colour(LoadedLayer& layer);
    static Arrived load(const PictureSource& source, base::Progress progress);
    LoadedLayer* find_job(const std::string& uuid, std::uint64_t ticket);

    base::Jobs& jobs_;
    geo::Crs crs_{};
    std::vector<LoadedLayer> layers_;
    std::uint64_t generation_ = 0;
    std::uint64_t last_ticket_ = 0;
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

}  // namespace app
