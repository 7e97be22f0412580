// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/cluster_feed.hpp"
#include "app/core/filter_chips.hpp"
#include "app/core/finding_form.hpp"
#include "app/core/findings_list.hpp"
#include "app/core/goal_view.hpp"
#include "app/core/goals_tree.hpp"
#include "app/core/heat_feed.hpp"
#include "app/core/label_feed.hpp"
#include "app/core/layers.hpp"
#include "app/core/listing.hpp"
#include "app/core/map_accuracy.hpp"
#include "app/core/near_facilities.hpp"
#include "app/core/picked_summary.hpp"
#include "app/core/state.hpp"
#include "app/scene/scene.hpp"
#include "audit/query/nearby.hpp"

#include <chrono>
#include <optional>
#include <tuple>
#include <unordered_set>
#include <vector>

namespace app {

/// What panels and map draw, computed when what it depends on changed and not for every frame. Belongs to the main
/// thread.
class ViewModels {
public:
    ViewModels(const State& state, const Layers& layers, const LabelFeed& labels, const ClusterFeed& clusters,
               const HeatFeed& heats, ListingFeed& listings)
        : state_(state), layers_(layers), labels_(labels), clusters_(clusters), heats_(heats), listings_(listings) {}

    /// What list and map show; without a dossier: nothing. In a large dossier it may be older than the state is, until
    /// a worker has made the next.
    const std::shared_ptr<const Listing>& listing();
    const FindingsList& findings() { return listing()->list; }
    /// Grows whenever the listing is another.
    std::uint64_t findings_version() const { return listings_.version(); }
    /// The next listing is being made.
    bool is_listing() const { return listings_.is_behind(); }
    /// The finding of a row of findings().rows.
    const audit::Finding& finding_at(std::uint32_t row) {
        const auto& shown = *listing();
        return *shown.snapshot->findings[shown.list.rows[row]];
    }
    /// The steps of the history that the choice lets through.
    const std::vector<HistoryStep>& history_steps();
    /// The form of a new dossier, checked; nothing of it when none is open.
    const NewDossierView& new_dossier();
    const std::vector<GoalRow>& goals();
    /// What the filter can ask of a field, with counts.
    const std::vector<FilterChoice>& choices(audit::GroupKey field);
    /// The goal chosen in Follow; an empty one when none is.
    const GoalView& goal();
    /// Of the open form; an empty one when none is open.
    const FindingForm& form();
    /// Open findings that the open form may repeat, nearest first.
    const std::vector<audit::NearFinding>& duplicates();
    /// For the open form, nearest first.
    const std::vector<NearFacility>& facilities();
    const Scene& scene();
    /// The layers as the map draws them, bottom first, with their looks in this theme.
    std::vector<SceneLayer> layers_for(Theme theme) const;
    /// The findings as the map draws them.
    const std::shared_ptr<const MarkLayer>& marks();
    /// All visible layers and findings.
    geo::Box everything() const;
    /// Is it one of those that are selected?
    bool is_picked(const std::string& uuid);
    /// Of those, when several are.
    const PickedSummary& picked();
    /// The selected finding, nullptr when none is.
    const audit::Finding* selected() const;
    /// Its place in findings().rows; nothing when none is selected or the filter hides it.
    std::optional<std::uint32_t> selected_row();
    std::int64_t remark_count() const;
    /// The dossier's CRS, and how exact the worst of the layers is that had to be transformed into it.
    const MapAccuracy& accuracy();
    /// The CRS in which positions are told: the chosen one, else the dossier's.
    const geo::Crs& shown_crs() const;
    /// A position of the dossier's CRS in the shown one; NaN where it has no place there.
    geo::Point shown(geo::Point at);

private:
    struct ListKey {
        const audit::Snapshot* snapshot = nullptr;
        std::uint64_t generation = 0;
        Arrangement arrangement{};
        base::Language language = base::Language::english;
        bool operator==(const ListKey&) const = default;
    };

    ListKey list_key(Arrangement arrangement) const;
    Arrangement arrangement_now() const;
    std::vector<audit::NearFinding> near_to(const audit::Category& category, const geo::Shape& shape,
                                            const std::string& except);
    void refresh_marks();
    void refresh_layers();
    void refresh_selected();
    Draft drawn() const;

    const State& state_;
    const Layers& layers_;
    const LabelFeed& labels_;
    const ClusterFeed& clusters_;
    const HeatFeed& heats_;
    ListingFeed& listings_;
    std::optional<ListKey> goals_key_{};
    std::optional<std::pair<ListKey, audit::GroupKey>> choices_key_{};
    std::vector<FilterChoice> choices_{};
    std::optional<std::pair<ListKey, std::string>> goal_key_{};
    GoalView goal_{};
    std::optional<std::tuple<const DossierHistory*, HistoryChoice, base::Language>> history_key_{};
    std::vector<HistoryStep> history_steps_{};
    std::optional<std::pair<NewDossierForm, base::Language>> new_dossier_key_{};
    NewDossierView new_dossier_{};
    std::vector<GoalRow> goals_{};
    struct NearKey {
        std::string category{}, uuid{};
        geo::Shape shape{};
        std::optional<ListKey> list{};
        bool operator==(const NearKey&) const = default;
    };
    std::optional<std::pair<std::shared_ptr<const audit::Snapshot>, geo::Shape>> facilities_key_{};
    std::vector<NearFacility> facilities_{};
    std::optional<NearKey> near_key_{};
    std::vector<audit::NearFinding> near_{};
    std::unordered_set<std::string> picked_{};
    std::optional<FindingDraft> form_draft_{};
    base::Language form_language_ = base::Language::english;
    FindingForm form_{};
    Scene scene_{};
    std::optional<std::pair<std::uint64_t, base::Language>> accuracy_key_{};
    MapAccuracy accuracy_{};
    std::optional<std::pair<geo::Crs, geo::Crs>> shown_key_{};
    std::optional<geo::Transform> to_shown_{};
    std::optional<std::pair<std::string, std::uint64_t>> selected_key_{};
    std::optional<std::uint32_t> selected_row_{};
    std::optional<std::tuple<std::string, std::uint64_t, std::uint64_t>> picked_key_{};
    std::optional<std::pair<std::uint64_t, std::shared_ptr<const audit::Snapshot>>> summary_key_{};
    PickedSummary summary_{};
    struct LayersSeen {
        std::uint64_t asked = 0, arrivals = 0;
        Theme theme{};
        std::chrono::steady_clock::time_point when{};
    };
    std::optional<LayersSeen> layers_seen_{};
};

}  // namespace app
