// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/image_painter.hpp"
#include "app/scene/raster.hpp"
#include "app/scene/sheet.hpp"

#include <unordered_map>

namespace app {

/// Paints the pieces of images into whatever framebuffer is bound, and keeps them on the card.
class RasterPainter {
public:
    void paint(const RasterPicture& picture, double opacity, const Sheet& sheet, const ImagePainter& painter);

private:
    struct Uploaded {
        gl::Texture texture{};
        std::uint64_t last_used = 0;
    };

    const gl::Texture& on_card(const RasterPiece& piece);
    void trim();

    std::unordered_map<std::uint64_t, Uploaded> uploads_;
    std::uint64_t moment_ = 0;
};

}  // namespace app
