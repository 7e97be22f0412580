// SPDX-License-Identifier: EUPL-1.2
#include "app/core/figures.hpp"
#include "app/ui/panels/panels.hpp"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

/// Everybody once, those whose map lies on top first.
std::string names_on_map(const app::Layers& layers) {
    std::vector<std::string> names;
    for (auto layer = layers.all().rbegin(); layer != layers.all().rend(); ++layer) {
        const auto name = layer->source.visible ? layer->attribution() : std::string();
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : app::k_dot) + name;
    return all;
}

}  // namespace

/// Who made what is shown: at the bottom right of the map, on a ground of its own, so that it can be read on every map.
void attribution(Ui& ui, const Rect& map) {
    const auto names = names_on_map(ui.desk.layers());
    if (names.empty()) return;
    const float margin = ui.px(4), inset = ui.px(6);
    const float zoom = ui.px(std::max(36.0F, ui.t().control_height)) + ui.px(24);  // its buttons stand in the corner
    const float room = map.width() - zoom - 2 * (margin + inset);
    if (room < ui.px(40)) return;
    const ImVec2 size = text_size(ui.fonts.small, names, room);
    const Rect box{map.x1 - zoom - size.x - 2 * inset, map.y1 - margin - size.y - inset, map.x1 - zoom,
                   map.y1 - margin};
    const Panel panel(ui, "attribution", box, {.padding = 0, .see_through = true, .scrolls = false});
    fill(box, ui.t().panel, ui.px(3));
    draw_text({box.x0 + inset, box.y0 + inset / 2}, ui.fonts.small, ui.t().ink, names, std::ceil(size.x) + 1);
    note(ui, "map/attribution", box, names);
}

}  // namespace ui
