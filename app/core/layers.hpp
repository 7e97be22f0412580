// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/layer_looks.hpp"
#include "app/core/objects.hpp"
#include "app/core/pictures.hpp"
#include "app/core/region_feed.hpp"
#include "app/core/services.hpp"
#include "app/scene/classes.hpp"
#include "app/scene/prepared.hpp"
#include "audit/dossier/snapshot.hpp"
#include "geo/base/jobs.hpp"
#include "geo/base/sources.hpp"
#include "geo/crs/transform.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

struct KnownLayer;
struct ArrivedLayer;

/// What a layer's colours follow.
struct Colouring {
    std::string by{};  ///< the attribute; empty: what is known of such layers
    ClassChoice choice{};
    std::optional<DistrictFigure> figure{};    ///< instead of an attribute
    std::string inhabitants{};                 ///< the attribute that the figure needs
    std::shared_ptr<const MarkLayer> marks{};  ///< the findings that the figure is of
    bool operator==(const Colouring&) const = default;
};

/// A layer that is coloured by its attributes.
struct ColouredLayer {
    Colouring as{};
    std::string english{}, dutch{};     ///< of a well-known kind of layer: what its classes tell apart
    const KnownLayer* known = nullptr;  ///< nobody chose an attribute
    std::vector<std::string> fields{};  ///< that decide
    std::int64_t findings = 0;          ///< of a figure: that were counted
    std::int64_t outside = 0;           ///< of these, lie in no area
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
    std::shared_ptr<ObjectFeed> objects{};            ///< of a service: where its features come from
    std::shared_ptr<RegionFeed> in_view{};            ///< of features that are held by place
    std::optional<geo::Operation> conversion{};       ///< into the dossier's CRS; nothing when it has that already
    std::shared_ptr<const ColouredLayer> coloured{};  ///< what it was last coloured by
    std::optional<Colouring> colouring{};             ///< what was last asked for
    std::optional<base::Problem> problem{};           ///< when failed or missing
    std::optional<base::Time> next_try{};             ///< of a service that could not be opened
    int tries = 0;                                    ///< in vain

    bool is_service() const { return base::is_service(source.path); }
    /// Where its features are read from: the source, or the file in which those of a service lie.
    audit::LayerSource readable() const;
    /// Who must be named beside the map, shortened; empty when nobody must. In attribution.cpp.
    std::string attribution() const;
    LayerLooks looks() const { return looks_from_json(source.style); }
    /// In the dossier's CRS, without outliers; empty until it is ready.
    geo::Box extent() const;
    /// The CRS it came in, unknown until it is ready.
    geo::Crs crs() const;
    /// What its source said about itself; nullptr until it is ready.
    const base::Problems* remarks() const;
    /// What has come of a layer that is held by place; nullptr otherwise.
    const PreparedRegion* region() const { return in_view ? in_view->region().get() : nullptr; }
};

/// Its areas can be coloured by the findings in them: it has areas, and few enough to be held.
bool can_show_figures(const LoadedLayer& layer);

/// Brings the dossier's layers from where they lie to the map, on workers. Belongs to the main thread.
class Layers {
public:
    /// @param jobs loads, which is shown as work @param overviews of large layers that were seen before
    Layers(base::Jobs& jobs, RegionJobs view_jobs, Services services, std::shared_ptr<KeptOverviews> overviews,
           FirstLooks first_looks)
        : jobs_(jobs),
          view_jobs_(view_jobs),
          services_(std::move(services)),
          overviews_(std::move(overviews)),
          first_looks_(first_looks) {}

    /// Starts what is new, forgets what is gone, keeps what stayed.
    void follow(const audit::Snapshot& snapshot);
    const std::vector<LoadedLayer>& all() const { return layers_; }  ///< bottom first
    const LoadedLayer* find(std::string_view uuid) const;
    void cancel(const std::string& uuid);
    void retry(const std::string& uuid);
    /// The findings that areas are coloured by: those that the map shows.
    void follow_findings(const std::shared_ptr<const MarkLayer>& marks);
    /// Asks for what visible layers lack for this view.
    /// @param is_calm nothing more urgent is to be done than what may be seen next
    void look(const Camera& camera, bool is_calm = true);
    /// Where a layer that is loaded is read from.
    LayerOrigin source_of(const LoadedLayer& layer) const;
    /// When something wants to be looked at though nothing moves: a server is to be asked again.
    std::optional<base::Time> due() const;
    /// Everything that is loaded and visible, of services only where there is nothing else: a map of the whole country
    /// is a background. Empty when nothing is.
    geo::Box box() const;
    /// Grows whenever a layer comes, changes or goes.
    std::uint64_t generation() const { return generation_; }
    /// Grows also when something that is in view has come.
    std::uint64_t view_generation() const { return generation_ + view_changes_; }
    /// How often a layer, or some of it, has come.
    std::uint64_t arrivals() const { return arrivals_; }
    /// True while a visible layer is read from its file.
    bool are_coming() const;

private:
    LayerOrigin origin_of(const audit::LayerSource& layer) const;
    void start(LoadedLayer& layer);
    void load(LoadedLayer& layer, base::Jobs& jobs, base::Text name, bool is_watched);
    void complete(LoadedLayer& layer);
    void start_objects(LoadedLayer& layer);
    void take_objects(const std::string& uuid);
    void arrive(const std::string& uuid, std::uint64_t ticket, ArrivedLayer arrived);
    void arrive_partly(const std::string& uuid, std::uint64_t ticket, std::shared_ptr<const PreparedLayer> data);
    void keep_overviews();
    void see(LoadedLayer& layer);
    void colour(LoadedLayer& layer);
    void look(LoadedLayer& layer, const Camera& camera, bool is_calm);
    base::Jobs& jobs_for(const LoadedLayer& layer) { return layer.is_service() ? services_.jobs : jobs_; }
    void plan_next_try(LoadedLayer& layer) const;
    LoadedLayer* find_job(const std::string& uuid, std::uint64_t ticket);

    base::Jobs& jobs_;
    RegionJobs view_jobs_;
    Services services_;
    std::shared_ptr<const MarkLayer> marks_{};
    std::shared_ptr<KeptOverviews> overviews_;
    std::vector<std::pair<std::string, std::shared_ptr<const PreparedLayer>>>
        unkept_{};  ///< with their addresses there
    FirstLooks first_looks_;
    geo::Crs crs_{};
    std::vector<LoadedLayer> layers_;
    std::uint64_t generation_ = 0, view_changes_ = 0, arrivals_ = 0;
    std::uint64_t last_ticket_ = 0;
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};

}  // namespace app
