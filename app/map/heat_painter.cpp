// SPDX-License-Identifier: EUPL-1.2
#include "app/map/heat_painter.hpp"

#include <string>

namespace app {
namespace {

/// Pixels of the picture to a cell of the density: some two style pixels each. Finding the bands takes a software
/// driver five times as long as laying the picture of them, so it is done once and not in every frame.
constexpr int k_finer = 3;

void smooth(const gl::Texture& texture) {
    glBindTexture(GL_TEXTURE_2D, texture.id());
    for (const auto filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(filter), GL_LINEAR);
    for (const auto wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(wrap), GL_CLAMP_TO_EDGE);
}

}  // namespace

HeatPainter::HeatPainter() : nothing_(gl::VertexArray::make()) {}

void HeatPainter::upload(const Heat& heat) {
    density_ = gl::Texture::make();
    smooth(density_);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R32F, heat.columns, heat.rows, 0, GL_RED, GL_FLOAT, heat.density.data());
}

/// The picture has its rows from the north, as images have.
void HeatPainter::paint_bands(const Heat& heat, Theme theme) {
    const gl::StateGuard guard;
    upload(heat);
    const int width = heat.columns * k_finer, height = heat.rows * k_finer;
    picture_ = gl::Texture::make();
    easel_ = gl::Framebuffer::make();
    smooth(picture_);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, easel_.id());
    glFramebufferTexture2D(GL_DRAW_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, picture_.id(), 0);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
    glViewport(0, 0, width, height);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    bands_.use();
    const auto w = static_cast<float>(width), h = static_cast<float>(height);
    bands_.set("u_to_clip", 2 / w, 2 / h);
    bands_.set("u_place", 0.0F, h, w, 0.0F);
    bands_.set("u_line", 1.0F);
    const auto limit = [&heat](std::size_t band) { return static_cast<float>(heat.scale.limits[band]); };
    bands_.set("u_limits", limit(0), limit(1), limit(2), limit(3));
    bands_.set("u_last", limit(4));
    for (std::size_t band = 0; band < k_heat_bands; ++band)
        bands_.set_premultiplied("u_band_" + std::to_string(band), heat_colour(band, theme));
    bands_.set("u_density", 0);
    glBindTexture(GL_TEXTURE_2D, density_.id());
    glBindVertexArray(nothing_.id());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    density_.reset();
}

void HeatPainter::paint(const std::shared_ptr<const Heat>& heat, Theme theme, const Sheet& sheet) {
    if (heat->scale.is_empty() || heat->density.empty() || !heat->ground.intersects(sheet.box())) return;
    glActiveTexture(GL_TEXTURE0);
    if (painted_ != heat || theme_ != theme) paint_bands(*heat, theme);
    painted_ = heat;
    theme_ = theme;
    const auto low = sheet.pixel_of({heat->ground.min_x, heat->ground.min_y});
    const auto high = sheet.pixel_of({heat->ground.max_x, heat->ground.max_y});
    image_.use();
    image_.set("u_to_clip", 2.0F / static_cast<float>(sheet.width), 2.0F / static_cast<float>(sheet.height));
    image_.set("u_place", static_cast<float>(low.x), static_cast<float>(low.y), static_cast<float>(high.x),
               static_cast<float>(high.y));
    image_.set("u_opacity", 1.0F);
    image_.set("u_image", 0);
    glBindTexture(GL_TEXTURE_2D, picture_.id());
    glBindVertexArray(nothing_.id());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace app
