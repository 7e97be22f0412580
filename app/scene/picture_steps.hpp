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
    /// Of the sheet's size, four bytes for a pixel, rows from the south, premultiplied.
    std::vector<std::uint8_t> image{};
    bool is_image() const { return !image.empty(); }
};

/// Paints features, whatever lies on each other in one image; rasters stay to be done. Safe from every thread.
/// @param ground of the map: the first step is an image that lies on it, and nothing shines through
/// @throws base::Cancelled
std::vector<PictureStep> picture_steps(std::span<const SceneLayer> layers, const Sheet& sheet, Colour ground,
                                       base::Progress progress = {});

}  // namespace app
