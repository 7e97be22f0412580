// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/layer_painter.hpp"
#include "app/scene/raster.hpp"

#include <unordered_map>

namespace app {

/// Paints the pieces of images into whatever framebuffer is bound, and keeps them on the card.
class RasterPainter {
public:
    RasterPainter();

    void paint(const RasterPicture& picture, double opacity, const Sheet& sheet);

private:
    struct Uploaded {
        gl::Texture texture{};
        std::uint64_t last_used = 0;
    };

    const gl::Texture& on_card(const RasterPiece& piece);
    void trim();

    Program image_{"image"};
    gl::VertexArray nothing_;  ///< the corners come from their number
    std::unordered_map<std::uint64_t, Uploaded> uploads_;
    std::uint64_t moment_ = 0;
};

}  // namespace app
