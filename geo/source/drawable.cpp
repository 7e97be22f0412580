// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/drawable.hpp"

namespace geo {

std::vector<LayerReport> drawable_layers(const SourceReport& report, base::Problems& remarks) {
    std::vector<LayerReport> drawable;
    for (const auto& layer : report.layers) {
        if (!layer.kinds.empty()) {
            drawable.push_back(layer);
            continue;
        }
        auto message =
            layer.features == 0
                ? base::text("The layer “{layer}” is empty, so it was left out.", {{"layer", layer.name}})
                : base::text("The table “{layer}” has no geometry, so it was left out.", {{"layer", layer.name}});
        remarks.add(
            {.code = "layer-not-drawable", .message = message, .where = {.file = report.source, .layer = layer.name}});
    }
    return drawable;
}

}  // namespace geo
