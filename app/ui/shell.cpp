// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/shell.hpp"

#include "app/ui/panels/panels.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

Layout layout_of(const Ui& ui) {
    const auto& state = ui.desk.state();
    const float w = ui.size.x, h = ui.size.y;
    const float top = std::floor(ui.px(ui.t().control_height + 20)), bottom = std::floor(ui.px(34));
    Layout out;
    out.has_right = state.draft.has_value() || !state.selected.empty() || state.feature.has_value();
    // In a small window the right column takes the place of the left one.
    out.has_left = w >= ui.px(760) || !out.has_right;
    const float left = out.has_left ? std::floor(std::min(ui.px(340), w * 0.5F)) : 0;
    const float right = std::floor(std::min(ui.px(392), w - left));
    out.top = {0, 0, w, top};
    out.bottom = {0, h - bottom, w, h};
    out.left = {0, top, left, h - bottom};
    out.right = {w - right, top, w, h - bottom};
    out.map = {left, top, std::max(left + 1, out.has_right ? w - right : w), h - bottom};
    const float drawer = std::min(ui.px(400), w - (out.has_left ? left : 0));
    out.drawer = {left, top, left + drawer, h - bottom};
    return out;
}

void draw_shell(Ui& ui) {
    const Layout layout = layout_of(ui);
    const auto& state = ui.state();
    ui.map = layout.map;
    top_line(ui, layout.top);
    if (layout.has_left) {
        if (state.mode == app::Mode::follow)
            goals_panel(ui, layout.left);
        else
            findings_panel(ui, layout.left);
    }
    map_panel(ui, layout.map);
    if (layout.has_right) {
        if (state.draft)
            finding_form_panel(ui, layout.right);
        else if (!state.selected.empty())
            finding_panel(ui, layout.right);
        else
            feature_panel(ui, layout.right);
    }
    bottom_line(ui, layout.bottom);
    switch (state.drawer) {
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
    if (state.under) under_list(ui);
    if (state.draft && state.goals_open) goals_picker(ui, layout.right);
    notice_bar(ui, layout.map);
    if (state.start_open) start_screen(ui);
    if (state.new_dossier) new_dossier(ui);
    if (state.browse) file_browser(ui);
    if (state.crs_question) crs_question(ui);
    if (state.asks_name) welcome(ui);
}

}  // namespace ui
