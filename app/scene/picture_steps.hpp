// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/scene.hpp"
#include "geo/base/progress.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace app {

/// One step of putting a picture of layers together, bottom first: an image that is laid over what is there, or the
/// pieces of a raster layer, which lie on the graphics card.
struct PictureStep {
    std::size_t layer = 0;  ///< place in the layers, when there is no image
    std::vector<std::uint8_t>
        image{};            ///< of the sheet's size, four bytes for a pixel, rows from the south, premultiplied
    bool is_whole = false;  ///< the image lies over the map's ground already, and nothing shines through
    bool is_image() const { return !image.empty(); }
};

/// Paints features, whatever lies on each other in one image; rasters stay to be done. Safe from every thread.
/// @throws base::Cancelled
std::vector<PictureStep> picture_steps(std::span<const SceneLayer> layers, const Sheet& sheet,
                                       base::Progress progress = {});

/// Lays the step's image over the colour of the ground; it becomes whole.
void lay_over(Colour ground, PictureStep& step);

}  // namespace app
