// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/edges.hpp"

#include "app/ui/panel.hpp"
#include "app/ui/widgets.hpp"

#include <algorithm>

namespace ui {
namespace {

constexpr double k_step = 20;

/// Three short strokes in the middle of the edge: here it can be taken.
void draw_grip(Ui& ui, const Rect& rect, Colour colour) {
    const float x0 = rect.x0 + ui.px(2), x1 = rect.x1 - ui.px(2), middle = (rect.y0 + rect.y1) / 2;
    for (const float offset : {-5.0F, 0.0F, 5.0F})
        line({x0, middle + ui.px(offset)}, {x1, middle + ui.px(offset)}, colour, std::max(1.0F, ui.px(1.5F)));
}

}  // namespace

void panel_edge(Ui& ui, const std::string& name, const Rect& panel, bool is_left) {
    auto& settings = ui.state().settings;
    double& width = is_left ? settings.left_width : settings.right_width;
    // Beside the panel, so that its scroll bar stays free.
    const float wide = ui.px(10), x = is_left ? panel.x1 : panel.x0 - wide;
    const float middle = (panel.y0 + panel.y1) / 2, tall = std::min(ui.px(72), panel.height());
    const Rect rect{x, middle - tall / 2, x + wide, middle + tall / 2};
    const Panel own(ui, name.c_str(), rect, {.padding = 0, .see_through = true, .scrolls = false});
    const std::string label =
        base::say(base::text("Width of the panel: {width}", {{"width", std::to_string(static_cast<int>(width))}}));
    const auto state = pressable(ui, name, {rect.width(), rect.height()}, label, {});
    fill(rect, state.hovered || state.held ? ui.t().hover : ui.t().panel, ui.px(4));
    outline(rect, ui.t().edge, std::max(1.0F, ui.px(1)), ui.px(4));
    if (state.hovered || state.held) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    draw_grip(ui, rect, ui.t().edge);
    tip(ui, state, base::tr("Drag, or use the arrow keys, to make the panel wider or narrower."));
    if (state.focused) outline(rect, ui.t().focus, ui.px(ui.t().focus_width), ui.px(4));
    const double outward = is_left ? 1 : -1;
    double moved = 0;
    if (state.held) moved = outward * static_cast<double>(ImGui::GetIO().MouseDelta.x / ui.scale);
    if (state.focused && ui.take({.key = app::Key::right})) moved = outward * k_step;
    if (state.focused && ui.take({.key = app::Key::left})) moved = -outward * k_step;
    if (moved != 0) width = std::clamp(width + moved, app::k_narrowest_panel, app::k_widest_panel);
    if (state.held) ui.state().edge_in_hand = true;
}

}  // namespace ui
