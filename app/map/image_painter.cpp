// SPDX-License-Identifier: EUPL-1.2
#include "app/map/image_painter.hpp"

namespace app {

ImagePainter::ImagePainter() : nothing_(gl::VertexArray::make()) {}

void ImagePainter::begin(int width, int height, double opacity) const {
    image_.use();
    image_.set("u_to_clip", 2.0F / static_cast<float>(width), 2.0F / static_cast<float>(height));
    image_.set("u_opacity", static_cast<float>(opacity));
    image_.set("u_image", 0);
    glActiveTexture(GL_TEXTURE0);
    glBindVertexArray(nothing_.id());
}

void ImagePainter::paint(const gl::Texture& image, double left, double bottom, double right, double top) const {
    image_.set("u_place", static_cast<float>(left), static_cast<float>(bottom), static_cast<float>(right),
               static_cast<float>(top));
    glBindTexture(GL_TEXTURE_2D, image.id());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace app
