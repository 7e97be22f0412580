// SPDX-License-Identifier: EUPL-1.2
#include "app/core/attribution.hpp"

#include "app/ui/panels/panels.hpp"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

/// @returns the width of the widest word
float widest_word(const Ui& ui, std::string_view text) {
    float widest = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        widest = std::max(widest, text_size(ui.fonts.small, text.substr(0, end)).x);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return widest;
}

}  // namespace

/// Who made what is shown: at the bottom right of the map, on a ground of its own, so that it can be read on every map.
/// Where the buttons in that corner leave too little room, above them.
void attribution(Ui& ui, const Rect& map) {
    const auto names = app::attribution_of(ui.desk.layers(), [](const auto& layer) { return layer.source.visible; });
    if (names.empty()) return;
    const float margin = ui.px(4), inset = ui.px(6);
    const float button = ui.px(std::max(36.0F, ui.t().control_height));
    float right = map.x1 - button - ui.px(24), bottom = map.y1 - margin;
    const float least = std::ceil(widest_word(ui, names)) + 2;
    if (right - map.x0 - margin - 2 * inset < least) {
        right = map.x1 - margin;
        bottom = map.y1 - 3 * button - ui.px(32);
    }
    const float room = std::max(least, right - map.x0 - margin - 2 * inset);
    const ImVec2 size = text_size(ui.fonts.small, names, room);
    const Rect box{right - size.x - 2 * inset, bottom - size.y - inset, right, bottom};
    if (box.y0 < map.y0) return;
    const Panel panel(ui, "attribution", box, {.padding = 0, .see_through = true, .scrolls = false});
    fill(box, ui.t().panel, ui.px(3));
    draw_text({box.x0 + inset, box.y0 + inset / 2}, ui.fonts.small, ui.t().ink, names, room);
    note(ui, "map/attribution", box, names);
}

}  // namespace ui
