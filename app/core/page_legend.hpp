// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/layers.hpp"
#include "app/core/page_layout.hpp"

namespace app {

/// What the signs, colours and lines on a page mean: findings first, then the layers that are to be seen there, the
/// upper ones first.
/// @param scene with the findings as the page shows them
std::vector<LegendLine> page_legend(const Page& page, const Scene& scene, const Layers& layers,
                                    base::Language language);

/// Whether a page shows a layer.
bool is_on(const LoadedLayer& layer, const Page& page);

}  // namespace app
