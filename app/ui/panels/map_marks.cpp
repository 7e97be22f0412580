// SPDX-License-Identifier: EUPL-1.2
#include "app/core/reshape.hpp"
#include "app/ui/panels/panels.hpp"

#include <algorithm>

namespace ui {
namespace {

using app::Tool;

ImVec2 on_screen(const Ui& ui, const Rect& map, geo::Point at) {
    const auto p = ui.desk.state().camera.to_screen(at);
    return {map.x0 + static_cast<float>(p.x), map.y0 + static_cast<float>(p.y)};
}

Rect around(ImVec2 m, float half) { return {m.x - half, m.y - half, m.x + half, m.y + half}; }

/// Seen on every ground: the theme's ink on a ring of its panel.
void square(Ui& ui, ImVec2 m, float half, Colour colour, bool filled) {
    const Rect rect = around(m, half);
    const float width = std::max(1.0F, ui.px(2));
    fill(around(m, half + width), ui.t().panel);
    if (filled) fill(rect, colour);
    outline(rect, colour, width, 0);
}

/// A corner is a square, an edge a cross: what the next click takes.
void snap_mark(Ui& ui, const Rect& map) {
    const auto& snapped = ui.state().drawing.snapped;
    if (!snapped || ui.state().tool == Tool::select) return;
    const ImVec2 m = on_screen(ui, map, snapped->at);
    const float half = ui.px(8), width = ui.px(2.5F);
    if (snapped->corner) {
        outline(around(m, half + width), ui.t().panel, width, 0);
        outline(around(m, half), ui.t().accent, width, 0);
    } else {
        for (const float wide : {width * 2.2F, width})
            for (const float turn : {1.0F, -1.0F})
                line({m.x - half, m.y - half * turn}, {m.x + half, m.y + half * turn},
                     wide > width ? ui.t().panel : ui.t().accent, wide);
    }
    note(ui, "map/snap", around(m, half), snapped->corner ? base::tr("corner") : base::tr("edge"));
}

/// Corners that can be dragged, and the middles of edges where one can be added.
void handles(Ui& ui, const Rect& map) {
    const auto& state = ui.state();
    if (state.tool != Tool::reshape || !state.draft) return;
    for (const auto& middle : app::middles_of(state.draft->shape)) {
        const ImVec2 m = on_screen(ui, map, middle.at);
        if (!map.contains(m.x, m.y)) continue;
        const float arm = ui.px(5);
        square(ui, m, arm, ui.t().panel, true);
        line({m.x - arm, m.y}, {m.x + arm, m.y}, ui.t().accent, ui.px(2));
        line({m.x, m.y - arm}, {m.x, m.y + arm}, ui.t().accent, ui.px(2));
    }
    const auto all = app::handles_of(state.draft->shape);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const ImVec2 m = on_screen(ui, map, all[i].at);
        if (!map.contains(m.x, m.y)) continue;
        const bool chosen = i == state.drawing.chosen;
        square(ui, m, ui.px(chosen ? 7 : 5), ui.t().accent, chosen);
        if (chosen) {
            outline(around(m, ui.px(12)), ui.t().focus, ui.px(2), 0);
            note(ui, "map/corner", around(m, ui.px(7)), std::to_string(i + 1));
        }
    }
}

void box(Ui& ui, const Rect& map) {
    const auto& drawing = ui.state().drawing;
    if (!drawing.box_from || !drawing.box_to) return;
    const ImVec2 a = on_screen(ui, map, *drawing.box_from), b = on_screen(ui, map, *drawing.box_to);
    const Rect rect{std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
    ImGui::GetWindowDrawList()->AddRectFilled({rect.x0, rect.y0}, {rect.x1, rect.y1}, paint(ui.t().accent, 0.15F));
    outline(rect, ui.t().panel, ui.px(4), 0);
    outline(rect, ui.t().accent, ui.px(2), 0);
    note(ui, "map/box", rect, base::tr("Selecting what lies in the box"));
}

}  // namespace

/// What lies over the map while a hand is at work on it.
void map_marks(Ui& ui, const Rect& map) {
    if (!ui.state().snapshot) return;
    ImGui::PushClipRect({map.x0, map.y0}, {map.x1, map.y1}, true);
    box(ui, map);
    handles(ui, map);
    snap_mark(ui, map);
    ImGui::PopClipRect();
}

}  // namespace ui
