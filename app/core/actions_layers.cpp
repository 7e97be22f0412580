// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"

#include <algorithm>

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

/// Up is towards the viewer: drawn later. All are numbered anew, for positions may be shared by several.
void move(Desk& desk, const std::string& uuid, int by) {
    auto order = desk.state().snapshot->layers;
    const auto found = std::find_if(order.begin(), order.end(), [&](const auto& layer) { return layer.uuid == uuid; });
    if (found == order.end()) return;
    const auto place = found - order.begin();
    if (place + by < 0 || place + by >= std::ssize(order)) return;
    std::iter_swap(found, found + by);
    std::vector<audit::DossierAction> actions;
    for (int i = 0; i < static_cast<int>(order.size()); ++i)
        if (order[i].position != i) actions.push_back(audit::EditLayer{.uuid = order[i].uuid, .position = i});
    desk.store().perform("layer-edit", std::move(actions));
}

void answer_crs(Desk& desk, const std::string& crs) {
    const auto question = std::exchange(desk.state().crs_question, std::nullopt);
    if (question && !crs.empty()) desk.add_layers(question->path, question->layer, crs, {});
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
