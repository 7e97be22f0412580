// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "app/core/map_hand.hpp"
#include "geo/base/numbers.hpp"
#include "geo/source/large.hpp"

#include <algorithm>
#include <charconv>

namespace app {
namespace {

std::optional<base::Text> needs_layers(const State& state) {
    if (!state.snapshot || state.snapshot->layers.empty()) return base::text("There are no layers yet.");
    return std::nullopt;
}

void toggle_visible(Desk& desk, const std::string& uuid) {
    const auto* layer = desk.layers().find(uuid);
    if (layer) desk.perform_quietly(audit::EditLayer{.uuid = uuid, .visible = !layer->source.visible});
}

/// The layers' order with everything that was asked for, bottom first: two quick steps are two steps, though the store
/// has done neither yet.
std::vector<std::string>& order_of(State& state) {
    if (state.layer_moves == 0) {
        state.layer_order.clear();
        for (const auto& layer : state.snapshot->layers) state.layer_order.push_back(layer.uuid);
    }
    return state.layer_order;
}

/// Up is towards the viewer: drawn later. All are numbered anew, for positions may be shared by several.
void move(Desk& desk, const std::string& uuid, int by) {
    auto& state = desk.state();
    auto& order = order_of(state);
    const auto found = std::find(order.begin(), order.end(), uuid);
    if (found == order.end()) return;
    const auto place = found - order.begin();
    if (place + by < 0 || place + by >= std::ssize(order)) return;
    std::iter_swap(found, found + by);
    std::vector<audit::DossierAction> actions;
    for (int i = 0; i < static_cast<int>(order.size()); ++i)
        actions.push_back(audit::EditLayer{.uuid = order[static_cast<std::size_t>(i)], .position = i});
    ++state.layer_moves;
    const auto answered = [&state] { --state.layer_moves; };
    desk.store().perform(
        "layer-edit", std::move(actions), [answered](const auto&) { answered(); }, answered);
}

/// The argument of actions that need more than a layer: its uuid, a space, and the rest.
std::pair<std::string, std::string> split(const std::string& argument) {
    const auto space = argument.find(' ');
    if (space == std::string::npos) return {argument, {}};
    return {argument.substr(0, space), argument.substr(space + 1)};
}

void set_opacity(Desk& desk, const std::string& argument) {
    const auto [uuid, percent] = split(argument);
    if (const auto number = base::parse_number(percent))
        desk.perform_quietly(audit::EditLayer{.uuid = uuid, .opacity = *number / 100});
}

void set_colouring(Desk& desk, const std::string& argument) {
    const auto [uuid, attribute] = split(argument);
    const auto* layer = desk.layers().find(uuid);
    if (!layer) return;
    auto looks = layer->looks();
    looks.colour_by = attribute;
    looks.figure.reset();
    desk.perform_quietly(audit::EditLayer{.uuid = uuid, .style = looks_to_json(looks, layer->source.style)});
}

/// After the layer: "auto" for what is known of it, "none", or "=" and an attribute.
void set_names(Desk& desk, const std::string& argument) {
    const auto [uuid, names] = split(argument);
    const auto* layer = desk.layers().find(uuid);
    if (!layer) return;
    auto looks = layer->looks();
    looks.label_by.reset();
    if (names == "none") looks.label_by = "";
    if (names.starts_with("=")) looks.label_by = names.substr(1);
    desk.perform_quietly(audit::EditLayer{.uuid = uuid, .style = looks_to_json(looks, layer->source.style)});
}

void browse_for_missing(Desk& desk, const std::string& uuid) {
    const auto* layer = desk.layers().find(uuid);
    if (!layer) return;
    const auto& source = layer->source;
    desk.state().layer_to_find = uuid;
    open_browser(desk, {.title = base::text("Where is {file} now?",
                                            {{"file", std::filesystem::path(source.path).filename().string()}}),
                        .button = base::text("Use this file"),
                        .action = "layer-found",
                        .endings = map_data_endings()});
}

/// All layers that came from the lost file are found with it.
void found_again(Desk& desk, const std::string& path) {
    const auto* lost = desk.layers().find(std::exchange(desk.state().layer_to_find, {}));
    if (!lost) return;
    std::vector<audit::DossierAction> actions;
    for (const auto& layer : desk.layers().all())
        if (layer.source.path == lost->source.path)
            actions.push_back(audit::EditLayer{.uuid = layer.source.uuid, .path = path});
    desk.state().wants_fit = true;
    desk.store().perform("layer-edit", std::move(actions));
}

void select_and_show(Desk& desk, const LoadedLayer& layer, std::int64_t fid, geo::Shape shape) {
    const auto box = shape.box();
    select_thing(desk, {.layer = layer.source.uuid,
                        .fid = fid,
                        .shape = std::make_shared<const geo::Shape>(std::move(shape)),
                        .text = feature_words(layer.source.name, fid)});
    desk.dispatch("feature-read");
    if (box.is_empty()) return;
    desk.state().wants_fit = false;
    desk.state().camera = desk.state().camera.fitted(box, 120);
}

/// Of a layer that is held by place, the feature may be anywhere.
void read_and_show_feature(Desk& desk, const LoadedLayer& layer, std::int64_t fid) {
    desk.errands().start(base::text("Looking for a feature"),
                         [&desk, uuid = layer.source.uuid, fid,
                          source = desk.layers().source_of(layer)](base::Progress) -> std::function<void()> {
                             auto shape = geo::shape_of(source.path, source.options, source.target, fid);
                             return [&desk, uuid, fid, shape = std::move(shape)] {
                                 if (const auto* found = desk.layers().find(uuid))
                                     select_and_show(desk, *found, fid, shape);
                             };
                         });
}

/// Selects a feature that a remark names, and shows it.
void show_feature(Desk& desk, const std::string& argument) {
    const auto [uuid, number] = split(argument);
    const auto* layer = desk.layers().find(uuid);
    std::int64_t fid = 0;
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), fid);
    if (!layer || !layer->data || parsed.ec != std::errc()) return;
    if (layer->data->is_by_place) return read_and_show_feature(desk, *layer, fid);
    const auto& fids = layer->data->layer->fids;
    const auto found = std::find(fids.begin(), fids.end(), fid);
    if (found == fids.end()) return;
    select_and_show(desk, *layer, fid,
                    layer->data->layer->shapes.shape(static_cast<std::size_t>(found - fids.begin())));
}

/// Answers the first question, or all that are about the same file.
void answer_crs(Desk& desk, const std::string& crs) {
    auto& state = desk.state();
    if (state.crs_questions.empty()) return;
    const auto first = state.crs_questions.front();
    std::vector<CrsQuestion> answered;
    std::erase_if(state.crs_questions, [&](const CrsQuestion& question) {
        const bool is_meant = question.path == first.path && (state.crs_for_all || question.layer == first.layer);
        if (is_meant) answered.push_back(question);
        return is_meant;
    });
    state.crs_search = {};
    if (crs.empty()) return;
    geo::Crs::parse(crs);  // a wrong word is told now, not by each layer
    for (const auto& question : answered) desk.add_layers(question.path, question.layer, crs, {});
}

}  // namespace

std::vector<Action> layer_actions() {
    return {
        {.name = "layer-browse",
         .label = base::text("Add a layer"),
         .icon = "plus",
         .by_name = true,
         .refuse = needs_dossier,
         .apply =
             [](Desk& desk, const std::string&) {
                 open_browser(desk, {.title = base::text("Add a layer"),
                                     .button = base::text("Add"),
                                     .action = "layer-add",
                                     .endings = map_data_endings()});
             }},
        {.name = "layer-add",
         .label = base::text("Add this file as a layer"),
         .icon = "plus",
         .refuse = needs_dossier,
         .apply = [](Desk& desk, const std::string& path) { desk.add_layers(path, {}, {}, {}); }},
        {.name = "layer-crs",
         .label = base::text("Choose the coordinate system"),
         .icon = "map",
         .refuse = needs_dossier,
         .apply = answer_crs},
        {.name = "layer-remove",
         .label = base::text("Remove the layer"),
         .icon = "trash",
         .refuse = needs_layers,
         .apply = [](Desk& desk, const std::string& uuid) { desk.perform(audit::RemoveLayer{uuid}); }},
        {.name = "layer-visible",
         .label = base::text("Show or hide the layer"),
         .icon = "eye",
         .refuse = needs_layers,
         .apply = toggle_visible},
        {.name = "layer-up",
         .label = base::text("Move the layer up"),
         .icon = "up",
         .refuse = needs_layers,
         .apply = [](Desk& desk, const std::string& uuid) { move(desk, uuid, 1); }},
        {.name = "layer-down",
         .label = base::text("Move the layer down"),
         .icon = "down",
         .refuse = needs_layers,
         .apply = [](Desk& desk, const std::string& uuid) { move(desk, uuid, -1); }},
        {.name = "layer-opacity",
         .label = base::text("Set how opaque the layer is"),
         .icon = "eye",
         .refuse = needs_layers,
         .apply = set_opacity},
        {.name = "layer-colour",
         .label = base::text("Colour the layer by an attribute"),
         .icon = "settings",
         .refuse = needs_layers,
         .apply = set_colouring},
        {.name = "layer-names",
         .label = base::text("Show the layer's names on the map"),
         .icon = "map",
         .refuse = needs_layers,
         .apply = set_names},
        {.name = "layer-find",
         .label = base::text("Find it again"),
         .icon = "folder",
         .refuse = needs_layers,
         .apply = browse_for_missing},
        {.name = "layer-found", .label = base::text("Use this file"), .refuse = needs_layers, .apply = found_again},
        {.name = "layer-show",
         .label = base::text("Show the whole layer"),
         .icon = "expand",
         .refuse = needs_layers,
         .apply =
             [](Desk& desk, const std::string& uuid) {
                 const auto* layer = desk.layers().find(uuid);
                 if (!layer || layer->extent().is_empty()) return;
                 desk.state().wants_fit = false;
                 desk.state().camera = desk.state().camera.fitted(layer->extent());
             }},
        {.name = "layer-feature", .label = base::text("Show the object"), .icon = "search", .apply = show_feature},
        {.name = "layer-cancel",
         .label = base::text("Stop loading"),
         .icon = "cross",
         .refuse = needs_layers,
         .apply = [](Desk& desk, const std::string& uuid) { desk.layers().cancel(uuid); }},
        {.name = "layer-retry",
         .label = base::text("Try again"),
         .icon = "redo",
         .refuse = needs_layers,
         .apply = [](Desk& desk, const std::string& uuid) { desk.layers().retry(uuid); }},
    };
}

}  // namespace app
