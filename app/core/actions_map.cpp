// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "app/core/map_hand.hpp"
#include "app/core/selecting.hpp"

namespace app {
namespace {

constexpr double k_step_pixels = 48, k_large_step_pixels = 240, k_zoom_step = 1.5;

Action pan(std::string_view name, base::Text label, std::string_view icon, std::string_view shortcut, double dx,
           double dy) {
    return {.name = name,
            .label = std::move(label),
            .icon = icon,
            .shortcut = shortcut,
            .apply = [dx, dy](Desk& desk, const std::string& size) {
                const double step =
                    (size == "large" ? k_large_step_pixels : k_step_pixels) * desk.state().camera.pixel_ratio;
                drag_map(desk, dx * step, dy * step);
                desk.state().camera_stepped = true;
            }};
}

Action zoom(std::string_view name, base::Text label, std::string_view icon, std::string_view shortcut, double factor) {
    return {.name = name,
            .label = std::move(label),
            .icon = icon,
            .shortcut = shortcut,
            .apply = [factor](Desk& desk, const std::string&) {
                zoom_map(desk, factor, desk.state().camera.middle());
                desk.state().camera_stepped = true;
            }};
}

std::optional<base::Text> needs_something(const State& state) {
    if (!state.snapshot || (state.snapshot->layers.empty() && state.snapshot->findings.empty()))
        return base::text("There is nothing on the map yet.");
    return std::nullopt;
}

void show_everything(Desk& desk, const std::string&) {
    auto& state = desk.state();
    if (const auto all = desk.views().everything(); !all.is_empty()) state.camera = state.camera.fitted(all);
    state.camera_stepped = true;
}

/// A finding is shown among its surroundings: no closer than a street's width.
void show_finding(Desk& desk, const std::string& uuid) {
    auto& state = desk.state();
    pick_only(state, uuid);
    const auto* finding = state.snapshot ? state.snapshot->find(uuid) : nullptr;
    if (!finding || finding->shape.is_empty() || state.camera.visible().contains(finding->shape.box().centre())) return;
    state.wants_fit = false;
    state.camera.view.centre = finding->shape.box().centre();
}

void ask_attributes(Desk& desk) {
    const auto thing = desk.state().feature;
    const auto* layer = thing ? desk.layers().find(thing->layer) : nullptr;
    desk.state().attributes.clear();
    if (!layer) return;
    desk.jobs().start(base::text("Reading {layer}", {{"layer", layer->source.name}}),
                      [&desk, thing, source = layer->readable()](base::Progress) -> std::function<void()> {
                          auto found = geo::attributes_of(source.path, source.layer, thing->fid);
                          return [&desk, thing, found = std::move(found)] {
                              const auto& now = desk.state().feature;
                              if (now && now->layer == thing->layer && now->fid == thing->fid)
                                  desk.state().attributes = found;
                          };
                      });
}

/// In the dossier's own CRS or the other usual one; with an argument in any.
void tell_positions(Desk& desk, const std::string& crs) {
    auto& shown = desk.state().shown_crs;
    const auto& own = desk.state().snapshot->info.crs;
    if (!crs.empty())
        shown = geo::Crs::parse(crs);
    else if (shown.is_known())
        shown = {};
    else
        shown = own.is_geographic() ? geo::rd_new() : geo::wgs84();
}

void choose_under(Desk& desk, const std::string& index) {
    auto& state = desk.state();
    if (!state.under) return;
    const auto chosen = static_cast<std::size_t>(std::stoul(index));
    if (chosen >= state.under->things.size()) return;
    const auto thing = state.under->things[chosen];
    select_thing(desk, thing);
}

}  // namespace

std::vector<Action> map_actions() {
    return {
        {.name = "coordinates",
         .label = base::text("Tell positions in RD or in longitude and latitude"),
         .icon = "map",
         .refuse = needs_dossier,
         .apply = tell_positions},
        {.name = "map-fit",
         .label = base::text("Show everything"),
         .icon = "expand",
         .shortcut = "Home",
         .refuse = needs_something,
         .apply = show_everything},
        zoom("map-closer", base::text("Zoom in"), "plus", "+", k_zoom_step),
        zoom("map-farther", base::text("Zoom out"), "minus", "-", 1 / k_zoom_step),
        pan("map-left", base::text("Move the map to the left"), "left", "Left", 1, 0),
        pan("map-right", base::text("Move the map to the right"), "right", "Right", -1, 0),
        pan("map-up", base::text("Move the map up"), "up", "Up", 0, 1),
        pan("map-down", base::text("Move the map down"), "down", "Down", 0, -1),
        {.name = "finding-show", .label = base::text("Show the finding"), .icon = "marker", .apply = show_finding},
        {.name = "under-choose", .label = base::text("Choose what lies here"), .icon = "list", .apply = choose_under},
        {.name = "feature-read",
         .label = base::text("Read what is known of it"),
         .icon = "info",
         .apply = [](Desk& desk, const std::string&) { ask_attributes(desk); }},
    };
}

}  // namespace app
