// SPDX-License-Identifier: EUPL-1.2
#include "app/map/heat_painter.hpp"

namespace app {

void HeatPainter::upload(const HeatPicture& picture) {
    picture_ = gl::Texture::make();
    glBindTexture(GL_TEXTURE_2D, picture_.id());
    for (const auto wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(wrap), GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, picture.width, picture.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 picture.rgba.data());
}

void HeatPainter::paint(const std::shared_ptr<const Heat>& heat, Theme theme, const Sheet& sheet, bool is_quick) {
    if (heat->scale.is_empty() || heat->density.empty() || !heat->ground.intersects(sheet.box())) return;
    glActiveTexture(GL_TEXTURE0);
    if (painted_ != heat || theme_ != theme) {
        const bool is_made = !heat->picture.rgba.empty() && heat->picture.theme == theme;
        upload(is_made ? heat->picture : heat_picture(*heat, theme));
    }
    painted_ = heat;
    theme_ = theme;
    const auto low = sheet.pixel_of({heat->ground.min_x, heat->ground.min_y});
    const auto high = sheet.pixel_of({heat->ground.max_x, heat->ground.max_y});
    glBindTexture(GL_TEXTURE_2D, picture_.id());
    for (const auto filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(filter), is_quick ? GL_NEAREST : GL_LINEAR);
    image_.begin(sheet.width, sheet.height);
    image_.paint(picture_, low.x, low.y, high.x, high.y);
}

}  // namespace app
