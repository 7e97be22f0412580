// SPDX-License-Identifier: EUPL-1.2
#include "app/core/view_models.hpp"

#include "app/core/figures.hpp"
#include "app/core/layer_styles.hpp"

#include <algorithm>

namespace app {
namespace {

/// Each layer that comes has the whole map painted anew: those that come together are shown together.
constexpr std::chrono::milliseconds k_between_arrivals{250};

/// What all entries of a layer share.
SceneLayer entry_of(const LoadedLayer& layer) {
    SceneLayer entry{.id = layer.source.uuid, .visible = layer.source.visible, .opacity = layer.source.opacity};
    if (const auto* region = layer.region()) entry.near_box = region->box;
    return entry;
}

void add_classes(std::vector<SceneLayer>& layers, const LoadedLayer& layer, Theme theme) {
    auto drawn = entry_of(layer);
    drawn.pickable = false;
    const auto& coloured = layer.coloured;
    const auto* region = layer.region();
    const bool has_parts = region && region->parts.size() == coloured->parts.size();
    if (coloured->parts.empty()) return;
    for (const auto i : drawing_order(coloured->classes)) {
        drawn.data = coloured->parts[i];
        drawn.near = has_parts ? region->parts[i] : nullptr;
        drawn.style = faded(style_of_class(layer, i, theme), layer.source.opacity);
        layers.push_back(drawn);
    }
}

void add_layer(std::vector<SceneLayer>& layers, const LoadedLayer& layer, Theme theme) {
    auto drawn = entry_of(layer);
    if (layer.image) {
        drawn.raster = layer.image->picture();
        layers.push_back(drawn);
    }
    if (!layer.data) return;
    const auto style = style_of(layer, theme);
    drawn.data = layer.data;
    if (const auto* region = layer.region()) drawn.near = region->all;
    const auto& coloured = layer.coloured;
    if (!coloured || coloured->parts.empty()) {
        drawn.style = faded(style, layer.source.opacity);
        layers.push_back(drawn);
        return;
    }
    drawn.style.widest_units_per_pixel = style.widest_units_per_pixel;  // picked as a whole, drawn by class
    layers.push_back(drawn);
    if (!coloured->as.figure) add_classes(layers, layer, theme);
}

}  // namespace

ViewModels::ListKey ViewModels::list_key(Arrangement arrangement) const {
    return {state_.snapshot.get(), state_.snapshot ? state_.snapshot->generation : 0, std::move(arrangement),
            base::language()};
}

/// In Follow the map shows what belongs to the chosen goal; the list of Review keeps its own filter meanwhile.
Arrangement ViewModels::arrangement_now() const {
    if (state_.mode != Mode::follow) return state_.arrangement;
    return {.filter = state_.goal.empty() ? std::string() : "goal:" + state_.goal};
}

const std::vector<FilterChoice>& ViewModels::choices(audit::GroupKey field) {
    std::pair key{list_key(state_.arrangement), field};
    if (choices_key_ == key) return choices_;
    choices_key_ = std::move(key);
    choices_ = state_.snapshot ? filter_choices(*state_.snapshot, state_.arrangement.filter, field, base::language())
                               : std::vector<FilterChoice>{};
    return choices_;
}

const GoalView& ViewModels::goal() {
    std::pair key{list_key({}), state_.goal};
    if (goal_key_ == key) return goal_;
    goal_key_ = std::move(key);
    goal_ = state_.snapshot && !state_.goal.empty() ? goal_view(*state_.snapshot, state_.goal, base::language())
                                                    : GoalView{};
    return goal_;
}

const std::shared_ptr<const Listing>& ViewModels::listing() {
    listings_.look(state_.snapshot, arrangement_now(), base::language());
    return listings_.shown();
}

const std::vector<GoalRow>& ViewModels::goals() {
    auto key = list_key({});
    if (goals_key_ != key) {
        goals_ = state_.snapshot ? goals_tree(*state_.snapshot, base::language()) : std::vector<GoalRow>{};
        goals_key_ = std::move(key);
    }
    return goals_;
}

const std::vector<HistoryStep>& ViewModels::history_steps() {
    const std::tuple key{state_.dossier_history.get(), state_.history_choice, base::language()};
    if (history_key_ == key || !state_.dossier_history || !state_.snapshot) return history_steps_;
    history_key_ = key;
    history_steps_ =
        app::history_steps(state_.dossier_history->entries, *state_.snapshot, state_.history_choice, base::language());
    return history_steps_;
}

const NewDossierView& ViewModels::new_dossier() {
    if (!state_.new_dossier) {
        new_dossier_key_.reset();
        return new_dossier_ = {};
    }
    const std::pair key{*state_.new_dossier, base::language()};
    if (new_dossier_key_ != key) new_dossier_ = view_of(*state_.new_dossier);
    new_dossier_key_ = key;
    return new_dossier_;
}

const FindingForm& ViewModels::form() {
    if (form_draft_ == state_.draft && form_language_ == base::language()) return form_;
    form_draft_ = state_.draft;
    form_language_ = base::language();
    const bool open = state_.draft && state_.snapshot;
    form_ = open ? finding_form(*state_.snapshot->catalogue, *state_.draft, base::language()) : FindingForm{};
    return form_;
}

void ViewModels::refresh_marks() { scene_.marks = listing()->marks; }

void ViewModels::refresh_layers() {
    const auto now = std::chrono::steady_clock::now();
    const LayersSeen all{layers_.view_generation() - layers_.arrivals(), layers_.arrivals(), state_.settings.theme,
                         now};
    if (layers_seen_ && layers_seen_->asked == all.asked && layers_seen_->theme == all.theme) {
        if (layers_seen_->arrivals == all.arrivals) return;
        if (layers_.are_coming() && now - layers_seen_->when < k_between_arrivals) return;
    }
    layers_seen_ = all;
    scene_.theme = state_.settings.theme;
    scene_.layers = layers_for(scene_.theme);
}

std::vector<SceneLayer> ViewModels::layers_for(Theme theme) const {
    std::vector<SceneLayer> layers;
    for (const auto& layer : layers_.all()) add_layer(layers, layer, theme);
    // Figures of areas are what is looked at: streets and buildings must not hide them.
    for (const auto& layer : layers_.all())
        if (layer.coloured && layer.coloured->as.figure) add_classes(layers, layer, theme);
    return layers;
}

const std::shared_ptr<const MarkLayer>& ViewModels::marks() {
    refresh_marks();
    return scene_.marks;
}

const Scene& ViewModels::scene() {
    refresh_marks();
    scene_.labels = labels_.shown();
    scene_.heat = heats_.shown();
    scene_.clusters = scene_.heat ? nullptr : clusters_.shown();
    scene_.hovered.reset();
    scene_.hovered_cluster.reset();
    if (state_.hovered && state_.hovered->marks == scene_.marks.get()) scene_.hovered = state_.hovered->item;
    if (state_.hovered && state_.hovered->clusters && state_.hovered->clusters == scene_.clusters.get())
        scene_.hovered_cluster = state_.hovered->item;
    refresh_layers();
    refresh_selected();
    scene_.highlights.clear();
    if (state_.feature && state_.feature->shape && layers_.find(state_.feature->layer))
        scene_.highlights.push_back(state_.feature->shape);
    scene_.draft.reset();
    if (!state_.drawing.corners.empty())
        scene_.draft = drawn();
    else if (state_.draft && !state_.draft->shape.is_empty())
        scene_.draft = Draft{state_.draft->shape, {}, state_.draft->shape.kind == geo::Kind::polygon};
    scene_.cross_hair.reset();
    if (state_.map_has_keyboard) scene_.cross_hair = state_.camera.view.centre;
    return scene_;
}

/// The corners so far, with the way to what the next click takes.
Draft ViewModels::drawn() const {
    const auto& drawing = state_.drawing;
    const bool area =
        state_.tool == Tool::outline || (state_.tool == Tool::measure && drawing.measures == MeasureKind::area);
    Draft draft{geo::Shape::line(drawing.corners), {}, area};
    if (drawing.measured) return draft;
    if (drawing.snapped)
        draft.pointer = drawing.snapped->at;
    else if (state_.pointer)
        draft.pointer = state_.pointer;
    else if (state_.map_has_keyboard)
        draft.pointer = state_.camera.view.centre;
    return draft;
}

void ViewModels::refresh_selected() {
    const auto& shown = *listing();
    const std::tuple key{state_.selected, state_.picks, findings_version()};
    if (picked_key_ == key) return;
    picked_key_ = key;
    picked_ = {state_.picked.begin(), state_.picked.end()};
    if (picked_.empty() && !state_.selected.empty()) picked_.insert(state_.selected);
    scene_.selected.clear();
    if (state_.picked.empty()) {
        if (const auto row = selected_row()) scene_.selected.push_back(*row);
        return;
    }
    for (std::uint32_t row = 0; row < shown.list.rows.size(); ++row)
        if (picked_.count(finding_at(row).uuid) > 0) scene_.selected.push_back(row);
}

bool ViewModels::is_picked(const std::string& uuid) {
    refresh_selected();
    return picked_.count(uuid) > 0;
}

/// Where the map shows all of them, its index knows the few that lie near.
std::vector<audit::NearFinding> ViewModels::near_to(const audit::Category& category, const geo::Shape& shape,
                                                    const std::string& except) {
    const auto& shown = *listing();
    const auto& all = state_.snapshot->findings;
    const auto& crs = state_.snapshot->info.crs;
    if (shown.snapshot != state_.snapshot || shown.list.rows.size() != all.size())
        return audit::near_duplicates(category, crs, all, shape, except);
    std::vector<std::shared_ptr<const audit::Finding>> around;
    for (const auto item : shown.marks->shape_index().in(audit::surroundings(crs, shape, category.near_metres)))
        around.push_back(all[shown.list.rows[item]]);
    return audit::near_duplicates(category, crs, around, shape, except);
}

const std::vector<audit::NearFinding>& ViewModels::duplicates() {
    if (!state_.draft || !state_.snapshot) {
        near_key_.reset();
        near_.clear();
        return near_;
    }
    NearKey key{state_.draft->category, state_.draft->uuid, state_.draft->shape, list_key({})};
    if (near_key_ == key) return near_;
    const auto* category = state_.snapshot->catalogue->category(key.category);
    near_.clear();
    if (category && !key.shape.is_empty()) near_ = near_to(*category, key.shape, key.uuid);
    near_key_ = std::move(key);
    return near_;
}

const PickedSummary& ViewModels::picked() {
    const std::pair key{state_.picks, state_.snapshot};
    if (summary_key_ == key) return summary_;
    summary_key_ = key;
    summary_ = state_.snapshot ? summary_of(*state_.snapshot, state_.picked) : PickedSummary{};
    return summary_;
}

const std::vector<NearFacility>& ViewModels::facilities() {
    if (!state_.draft || !state_.snapshot) {
        facilities_key_.reset();
        facilities_.clear();
        return facilities_;
    }
    std::pair key{state_.snapshot, state_.draft->shape};
    if (facilities_key_ == key) return facilities_;
    facilities_ = near_facilities(*state_.snapshot, key.second);
    facilities_key_ = std::move(key);
    return facilities_;
}

std::optional<std::uint32_t> ViewModels::selected_row() {
    const auto& shown = *listing();
    const std::pair key{state_.selected, findings_version()};
    if (selected_key_ == key) return selected_row_;
    selected_key_ = key;
    selected_row_.reset();
    const auto& rows = shown.list.rows;
    const auto place = shown.snapshot ? place_of(*shown.snapshot, state_.selected) : std::nullopt;
    const auto found = place ? std::find(rows.begin(), rows.end(), *place) : rows.end();
    if (found != rows.end()) selected_row_ = static_cast<std::uint32_t>(found - rows.begin());
    return selected_row_;
}

geo::Box ViewModels::everything() const {
    geo::Box all = layers_.box();
    if (state_.snapshot)
        for (const auto& finding : state_.snapshot->findings) all.grow(finding->shape.box());
    return all;
}

const audit::Finding* ViewModels::selected() const {
    return state_.snapshot && !state_.selected.empty() ? state_.snapshot->find(state_.selected) : nullptr;
}

std::int64_t ViewModels::remark_count() const {
    auto count = static_cast<std::int64_t>(state_.noticed.size());
    for (const auto& layer : layers_.all()) {
        if (layer.problem) ++count;
        if (layer.coloured && layer.coloured->problem) ++count;
        if (labels_.problem(layer.source.uuid)) ++count;
        if (layer.in_view && layer.in_view->problem()) ++count;
        if (const auto* remarks = layer.remarks()) count += static_cast<std::int64_t>(remarks->remarks().size());
    }
    return count;
}

const MapAccuracy& ViewModels::accuracy() {
    const std::pair key{layers_.generation(), base::language()};
    if (accuracy_key_ == key || !state_.snapshot) return accuracy_;
    accuracy_key_ = key;
    const geo::Crs& target = state_.snapshot->info.crs;
    accuracy_ = {.crs = target.name()};
    for (const auto& layer : layers_.all()) {
        if (!layer.conversion) continue;
        const auto from = layer.crs();
        accuracy_.operations.push_back({from.name(), *layer.conversion});
        if (from == geo::rd_new() || target == geo::rd_new())
            accuracy_.rd = geo::Transform(geo::rd_new(), geo::Crs::parse("EPSG:4258")).operation();
    }
    summarise(accuracy_);
    return accuracy_;
}

const geo::Crs& ViewModels::shown_crs() const {
    return state_.shown_crs.is_known() || !state_.snapshot ? state_.shown_crs : state_.snapshot->info.crs;
}

geo::Point ViewModels::shown(geo::Point at) {
    if (!state_.snapshot || shown_crs() == state_.snapshot->info.crs) return at;
    const std::pair key{state_.snapshot->info.crs, shown_crs()};
    if (shown_key_ != key) {
        shown_key_ = key;
        to_shown_.emplace(key.first, key.second);
    }
    to_shown_->apply(std::span(&at, 1));
    return at;
}

}  // namespace app
