// SPDX-License-Identifier: EUPL-1.2
#include "app/map/heat_painter.hpp"

#include <string>

namespace app {
namespace {

/// Of the line where a band begins, style pixels.
constexpr double k_line = 1.0;

}  // namespace

HeatPainter::HeatPainter() : nothing_(gl::VertexArray::make()) {}

void HeatPainter::upload(const Heat& heat) {
    texture_ = gl::Texture::make();
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R32F, heat.columns, heat.rows, 0, GL_RED, GL_FLOAT, heat.density.data());
    for (const auto filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(filter), GL_LINEAR);
    for (const auto wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
        glTexParameteri(GL_TEXTURE_2D, static_cast<GLenum>(wrap), GL_CLAMP_TO_EDGE);
}

void HeatPainter::paint(const std::shared_ptr<const Heat>& heat, Theme theme, const Sheet& sheet) {
    const auto& scale = heat->scale;
    if (scale.is_empty() || heat->density.empty() || !heat->ground.intersects(sheet.box())) return;
    glActiveTexture(GL_TEXTURE0);
    if (uploaded_ != heat) upload(*heat);
    uploaded_ = heat;
    program_.use();
    const auto low = sheet.pixel_of({heat->ground.min_x, heat->ground.min_y});
    const auto high = sheet.pixel_of({heat->ground.max_x, heat->ground.max_y});
    program_.set("u_to_clip", 2.0F / static_cast<float>(sheet.width), 2.0F / static_cast<float>(sheet.height));
    program_.set("u_place", static_cast<float>(low.x), static_cast<float>(low.y), static_cast<float>(high.x),
                 static_cast<float>(high.y));
    program_.set("u_line", static_cast<float>(k_line * sheet.pixel_ratio));
    const auto limit = [&scale](std::size_t band) { return static_cast<float>(scale.limits[band]); };
    program_.set("u_limits", limit(0), limit(1), limit(2), limit(3));
    program_.set("u_last", limit(4));
    for (std::size_t band = 0; band < k_heat_bands; ++band)
        program_.set_premultiplied("u_band_" + std::to_string(band), heat_colour(band, theme));
    program_.set("u_density", 0);
    glBindTexture(GL_TEXTURE_2D, texture_.id());
    glBindVertexArray(nothing_.id());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace app
