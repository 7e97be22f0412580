// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/shell.hpp"

#include "app/core/map_hand.hpp"
#include "app/ui/edges.hpp"
#include "app/ui/panels/panels.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {

/// Below these widths, at 100 %, the right panel lies over the map, and covers everything.
constexpr float k_lies_over = 1100, k_covers = 760;

/// What the right panel shows, as a key; empty when there is nothing to show.
std::string right_shows(const app::State& state) {
    if (state.draft) return "draft/" + state.draft->key;
    if (!state.picked.empty()) return "many";
    if (!state.selected.empty()) return "finding/" + state.selected;
    if (state.feature) return "feature/" + state.feature->layer + "/" + std::to_string(state.feature->fid);
    if (state.mode == app::Mode::follow && !state.goal.empty()) return "goal/" + state.goal;
    return {};
}

/// What begins to be shown is shown, also when the panel was put away before. @returns whether something began
bool follow_right(Ui& ui) {
    auto& state = ui.state();
    const std::string shows = right_shows(state);
    if (state.right_of == shows) return false;
    state.right_of = shows;
    state.right_folded = false;
    return !shows.empty();
}

/// The place of what is shown must not lie below the panel that shows it.
void keep_in_sight(Ui& ui, const Layout& layout) {
    const auto& state = ui.state();
    if (!layout.has_right || !layout.right_lies_over || !layout.has_map) return;
    const auto* finding = ui.desk.views().selected();
    const geo::Box box = state.draft ? state.draft->shape.box() : finding ? finding->shape.box() : geo::Box{};
    if (box.is_empty()) return;
    const double x = state.camera.to_screen(box.centre()).x, seen = layout.open_map.width();
    const double margin = ui.px(32);  // of the symbol itself
    if (x < seen - margin || x > layout.map.width()) return;
    app::drag_map(ui.desk, seen / 2 - x, 0);
    ui.state().camera_stepped = true;
}

void place_right(Ui& ui, float top, float bottom, Layout& out) {
    const auto& state = ui.state();
    const float w = ui.size.x;
    out.right_lies_over = w < ui.px(k_lies_over);
    out.has_right = !right_shows(state).empty() && !(out.right_lies_over && state.right_folded);
    if (!out.has_right) return;
    const bool covers = w < ui.px(k_covers);
    out.has_left = out.has_left && !covers;
    out.has_map = !covers;
    const float wanted = ui.px(static_cast<float>(state.settings.right_width));
    const float right = covers ? w : std::floor(std::min(wanted, w * 0.55F));
    out.right = {w - right, top, w, bottom};
}

}  // namespace

Layout layout_of(Ui& ui) {
    const auto& state = ui.state();
    const float w = ui.size.x, h = ui.size.y;
    const float top = top_line_height(ui), bottom = h - bottom_line_height(ui);
    Layout out;
    out.top = {0, 0, w, top};
    out.bottom = {0, bottom, w, h};
    place_right(ui, top, bottom, out);
    const float wanted = ui.px(static_cast<float>(state.settings.left_width));
    const float most = w < ui.px(k_covers) ? w * 0.66F : w * 0.5F;
    const float left = out.has_left ? std::floor(std::min(wanted, most)) : 0;
    out.left = {0, top, left, bottom};
    const float map_end = out.has_right && !out.right_lies_over ? out.right.x0 : w;
    out.map = {left, top, std::max(left + 1, map_end), bottom};
    out.open_map = out.map;
    if (out.has_right) out.open_map.x1 = std::max(left + 1, out.right.x0);
    const float drawer = std::min(ui.px(400), w - left);
    out.drawer_covers_all = w - left < ui.px(480);
    out.drawer = out.drawer_covers_all ? Rect{0, top, w, bottom} : Rect{left, top, left + drawer, bottom};
    return out;
}

namespace {

void left_panel(Ui& ui, const Layout& layout) {
    if (!layout.has_left) return;
    if (ui.state().mode == app::Mode::follow)
        goals_panel(ui, layout.left);
    else
        findings_panel(ui, layout.left);
    panel_edge(ui, "left/width", layout.left, true);
}

/// In a small window: a line above the right panel that puts it away, so that the map can be seen.
Rect way_back(Ui& ui, const Rect& right) {
    const float height = ui.px(ui.t().control_height + 16);
    const Panel panel(ui, "right-back", {right.x0, right.y0, right.x1, right.y0 + height},
                      {.padding = 8, .over = true, .scrolls = false});
    if (button(ui, "right/back", base::tr("Back to the map"), {.weight = Weight::quiet, .icon = "left"})) {
        ui.state().right_folded = true;
        ui.state().focus_wanted = "map";
    }
    return {right.x0, right.y0 + height, right.x1, right.y1};
}

void right_panel(Ui& ui, const Layout& layout) {
    const auto& state = ui.state();
    if (!layout.has_right) return;
    const Rect rect = layout.right_lies_over ? way_back(ui, layout.right) : layout.right;
    if (state.draft)
        finding_form_panel(ui, rect);
    else if (!state.picked.empty())
        many_panel(ui, rect);
    else if (!state.selected.empty())
        finding_panel(ui, rect);
    else if (state.feature)
        feature_panel(ui, rect);
    else
        goal_panel(ui, rect);
    if (layout.has_map) panel_edge(ui, "right/width", layout.right, false);
}

/// What was put away can be had back.
void way_to_right(Ui& ui, const Layout& layout) {
    if (!layout.right_lies_over || layout.has_right || right_shows(ui.state()).empty()) return;
    const std::string label = ui.state().draft ? base::tr("Back to the form") : base::tr("Show what is chosen");
    const ButtonLook look{.icon = "left"};
    const float width = button_width(ui, label, look) + ui.px(16), height = ui.px(ui.t().control_height + 16);
    const auto& map = layout.open_map;
    const Panel panel(ui, "right-open", {std::max(map.x0, map.x1 - width), map.y0, map.x1, map.y0 + height},
                      {.padding = 8, .over = true, .scrolls = false});
    if (button(ui, "right/open", label, look)) ui.state().right_folded = false;
}

void open_drawer(Ui& ui, const Layout& layout) {
    // A drawer that covers everything keeps the keyboard: nothing below it can be seen.
    const int before = std::exchange(ui.drawer_layer, layout.drawer_covers_all ? 5 : 0);
    if (layout.drawer_covers_all && ui.state().drawer != app::Drawer::none) {  // also where it ends above a notice
        const Rect all{0, layout.top.y1, ui.size.x, layout.bottom.y0};
        const Panel ground(ui, "drawer-ground", all, {.over = true, .scrolls = false});
    }
    switch (ui.state().drawer) {
        case app::Drawer::none:
            break;
        case app::Drawer::layers:
            layers_drawer(ui, layout.drawer);
            break;
        case app::Drawer::remarks:
            remarks_drawer(ui, layout.drawer);
            break;
        case app::Drawer::jobs:
            jobs_drawer(ui, layout.drawer);
            break;
        case app::Drawer::history:
            history_drawer(ui, layout.drawer);
            break;
        case app::Drawer::settings:
            settings_drawer(ui, layout.drawer);
            break;
        case app::Drawer::help:
            help_drawer(ui, layout.drawer);
            break;
    }
    ui.drawer_layer = before;
}

constexpr int k_start_layer = 25;

/// The layer that dialogs of this moment stand in.
int dialog_layer(const app::State& state) {
    if (state.browse || !state.crs_questions.empty() || state.asks_name) return 30;
    if (state.new_dossier || state.export_form || state.print_form || state.export_done || state.search ||
        state.service_form)
        return 28;
    return state.start_open ? k_start_layer : 0;
}

void dialogs(Ui& ui) {
    const auto& state = ui.state();
    if (state.start_open) start_screen(ui);
    if (state.new_dossier) new_dossier(ui);
    if (state.export_form) export_dialog(ui);
    if (state.print_form) print_dialog(ui);
    if (state.export_done && !state.export_form) export_report(ui);
    if (state.service_form) service_dialog(ui);
    if (state.search) search_panel(ui);
    if (!state.large_photo.empty()) large_photo(ui);
    if (state.browse) file_browser(ui);
    if (!state.crs_questions.empty()) crs_question(ui);
    if (state.asks_name) welcome(ui);
}

/// Beside an open drawer, where there is room.
constexpr float k_least_notice = 300;

/// Where what just happened is told. On the map; beside it too where the map is narrow; at the top where nothing of it
/// is seen, so that no button below is covered.
Rect place_of_notice(Ui& ui, const Layout& layout) {
    const bool covered = app::dialog_is_open(ui.state()) || !layout.has_map;
    Rect room = layout.open_map;
    if (ui.state().drawer != app::Drawer::none && room.x1 - layout.drawer.x1 >= ui.px(k_least_notice))
        room.x0 = layout.drawer.x1;
    const bool below_drawer = ui.state().drawer != app::Drawer::none && layout.drawer_covers_all;
    if (below_drawer || room.width() < ui.px(k_least_notice)) room.x0 = 0;
    if (covered) room = {0, layout.top.y1, ui.size.x, ui.size.y};
    // The way back to the map stays free below a panel that covers it.
    if (!layout.has_map && !app::dialog_is_open(ui.state())) room.y0 += ui.px(ui.t().control_height + 16);
    // Dialogs have their buttons at the bottom, the start screen and drawers their head at the top.
    const bool head_below = dialog_layer(ui.state()) == k_start_layer ||
                            (!app::dialog_is_open(ui.state()) && ui.state().drawer != app::Drawer::none);
    return notice_place(ui, room, covered && !head_below);
}

/// A drawer ends above what is told, so that neither hides the other. @returns whether there is room for both
bool keep_clear(Ui& ui, Layout& layout, const Rect& told) {
    auto& drawer = layout.drawer;
    const bool meet = told.x0 < drawer.x1 && told.x1 > drawer.x0 && told.y0 < drawer.y1 && told.y1 > drawer.y0;
    if (ui.state().drawer == app::Drawer::none || !meet) return true;
    const float end = told.y0 - ui.px(8);
    if (end - drawer.y0 < ui.px(160)) return false;
    drawer.y1 = end;
    return true;
}

/// Good news can wait until what lies over the map is closed, what went wrong cannot.
bool is_told_now(Ui& ui, Layout& layout, const Rect& told) {
    const auto& state = ui.state();
    if (!state.notice) return false;
    const bool asked = app::dialog_is_open(state) && dialog_layer(state) != k_start_layer;
    const bool has_room = app::dialog_is_open(state) ? !asked : keep_clear(ui, layout, told);
    return has_room || state.notice->kind != app::Notice::Kind::done;
}

}  // namespace

namespace {

/// What lies under the pointer is not on the map.
void nothing_of_the_map(Ui& ui) {
    ui.state().map_has_keyboard = false;
    app::leave_map(ui.desk);
}

}  // namespace

void draw_shell(Ui& ui) {
    const bool begins = follow_right(ui);
    ui.state().edge_in_hand = false;  // the edges say so again while they are held
    Layout layout = layout_of(ui);
    const auto& state = ui.state();
    const Rect told = place_of_notice(ui, layout);
    const bool tells = is_told_now(ui, layout, told);
    if (begins) keep_in_sight(ui, layout);
    ui.map = layout.map;
    ui.left_shown = layout.has_left;
    top_line(ui, layout.top);
    left_panel(ui, layout);
    if (layout.has_map)
        map_panel(ui, layout.map, layout.open_map);
    else
        nothing_of_the_map(ui);
    way_to_right(ui, layout);
    right_panel(ui, layout);
    bottom_line(ui, layout.bottom);
    open_drawer(ui, layout);
    if (state.under && layout.has_map) under_list(ui);
    if (state.goals_open && (state.draft || !state.picked.empty()) && layout.has_right) goals_picker(ui, layout.right);
    dialogs(ui);
    if (tells) notice_bar(ui, told, dialog_layer(state));
    draw_tip(ui);
}

}  // namespace ui
