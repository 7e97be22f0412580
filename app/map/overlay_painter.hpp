// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/layer_painter.hpp"
#include "app/scene/scene.hpp"

namespace app {

/// What lies over the layers and below the symbols, painted in every frame because it changes with the pointer:
/// outlines of findings, highlights, the draft, the cross-hair.
void paint_outlines(const Scene& scene, const Sheet& sheet, LayerPainter& painter);
void paint_draft(const Scene& scene, const Sheet& sheet, LayerPainter& painter);
void paint_cross_hair(const Scene& scene, const Sheet& sheet, LayerPainter& painter);

}  // namespace app
