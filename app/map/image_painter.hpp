// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/program.hpp"

namespace app {

/// Stretches images to their places in whatever framebuffer is bound. Many in a row cost little: Mesa's software driver
/// finishes a whole picture for each framebuffer that is copied, and these are all in one.
class ImagePainter {
public:
    ImagePainter();

    /// Until something else is painted, images go into the viewport, which has that size.
    void begin(int width, int height, double opacity = 1) const;
    /// Edges in pixels from the viewport's left bottom; the image's first row lies at `top`, which may be below.
    void paint(const gl::Texture& image, double left, double bottom, double right, double top) const;

private:
    Program image_{"image"};
    gl::VertexArray nothing_;  ///< an image's corners come from their number
};

}  // namespace app
