// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/picture_steps.hpp"

#include "app/scene/cell_picture.hpp"

namespace app {
namespace {

bool is_seen(const SceneLayer& layer, const Sheet& sheet) {
    return layer.visible && sheet.units_per_pixel * sheet.pixel_ratio <= layer.style.widest_units_per_pixel;
}

}  // namespace

std::vector<PictureStep> picture_steps(std::span<const SceneLayer> layers, const Sheet& sheet, Colour ground,
                                       base::Progress progress) {
    std::vector<PictureStep> steps;
    CellPicture cells;
    cells.begin(sheet, ground);
    const auto lay = [&] {
        if (cells.is_empty() && !steps.empty()) return;
        steps.push_back({.image = cells.take()});
        cells.begin(sheet);
    };
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const auto& layer = layers[i];
        progress.report(static_cast<double>(i) / static_cast<double>(layers.size()));
        if (layer.visible && layer.raster) {
            lay();
            steps.push_back({.layer = i});
            continue;
        }
        const auto* drawn = layer.drawn(sheet.units_per_pixel);
        if (drawn && is_seen(layer, sheet)) cells.add(*drawn, layer.style);
    }
    lay();
    return steps;
}

}  // namespace app
