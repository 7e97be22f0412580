// SPDX-License-Identifier: EUPL-1.2
#include "app/map/raster_painter.hpp"

#include <algorithm>
#include <vector>

namespace app {
namespace {

/// One MiB each: two views of a large window.
constexpr std::size_t k_most_uploads = 64;

gl::Texture texture_of(const RasterPiece& piece) {
    auto texture = gl::Texture::make();
    glBindTexture(GL_TEXTURE_2D, texture.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, k_piece, k_piece, 0, GL_RGBA, GL_UNSIGNED_BYTE, piece.rgba.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    // Pieces lie edge to edge: nothing of the other side may shine through.
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return texture;
}

}  // namespace

const gl::Texture& RasterPainter::on_card(const RasterPiece& piece) {
    auto [found, is_new] = uploads_.try_emplace(piece.serial);
    if (is_new) found->second.texture = texture_of(piece);
    found->second.last_used = moment_;
    return found->second.texture;
}

void RasterPainter::paint(const RasterPicture& picture, double opacity, const Sheet& sheet,
                          const ImagePainter& painter) {
    const auto pieces = pieces_for(picture, sheet.box(), sheet.units_per_pixel);
    if (pieces.empty()) return;
    ++moment_;
    painter.begin(sheet.width, sheet.height, opacity);
    for (const auto* piece : pieces) {
        const auto box = piece->place.box();
        const auto low = sheet.pixel_of({box.min_x, box.min_y}), high = sheet.pixel_of({box.max_x, box.max_y});
        painter.paint(on_card(*piece), low.x, low.y, high.x, high.y);
    }
    trim();
}

void RasterPainter::trim() {
    if (uploads_.size() <= k_most_uploads) return;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> by_age;
    for (const auto& [serial, up] : uploads_) by_age.emplace_back(up.last_used, serial);
    std::sort(by_age.begin(), by_age.end());
    for (std::size_t i = 0; i < by_age.size() && uploads_.size() > k_most_uploads / 2; ++i)
        uploads_.erase(by_age[i].second);
}

}  // namespace app
