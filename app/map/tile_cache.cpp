// SPDX-License-Identifier: EUPL-1.2
#include "app/map/tile_cache.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

/// 256 KiB each. A 1600×1000 view needs 40, so this keeps the views of some steps back.
constexpr std::size_t k_most_tiles = 192;
/// @param rgba rows from the south, premultiplied; empty: nothing yet
gl::Texture texture_of(const std::uint8_t* rgba) {
    auto texture = gl::Texture::make();
    glBindTexture(GL_TEXTURE_2D, texture.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, k_tile, k_tile, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba);
    // Tiles lie edge to edge: nothing of the other side may shine through.
    for (const auto side : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
        glTexParameteri(GL_TEXTURE_2D, side, GL_CLAMP_TO_EDGE);
    return texture;
}

void set_filter(GLint filter) {
    for (const auto way : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER}) glTexParameteri(GL_TEXTURE_2D, way, filter);
}

float share(std::uint8_t value) { return static_cast<float>(value) / 255.0F; }

/// How unlike two scales are; finer stand-ins are better than equally far coarser ones.
double unlikeness(double scale, double wanted) {
    double ratio = std::log2(scale / wanted);
    return ratio > 0 ? ratio * 1.5 : -ratio;
}

}  // namespace

geo::Box TilePlace::box() const {
    double side = units_per_pixel * k_tile;
    auto left = static_cast<double>(column) * side, bottom = static_cast<double>(row) * side;
    return {left, bottom, left + side, bottom + side};
}

void TileCache::set_look(const Scene& scene, double pixel_ratio) {
    std::vector<LayerLook> layers;
    images_.clear();
    for (const auto& layer : scene.layers) {
        if (!layer.visible) {
            layers.emplace_back();  // keeps its place: steps know layers by their places
            continue;
        }
        if (layer.data) layers.push_back({layer.data->serial, layer.style});
        if (!layer.raster) continue;
        layers.push_back({layer.raster->serial, {}, layer.opacity});
        images_.push_back(layer.raster);
    }
    if (look_ > 0 && layers == layers_ && scene.theme == theme_ && pixel_ratio == pixel_ratio_) return;
    layers_ = std::move(layers);
    theme_ = scene.theme;
    pixel_ratio_ = pixel_ratio;
    ground_ = map_colours(theme_).ground;
    ++look_;
}

bool TileCache::has_fresh(const TilePlace& place) {
    auto found = tiles_.find(place);
    if (found == tiles_.end() || !is_fresh(place, found->second)) return false;
    found->second.last_used = frame_;
    return true;
}

bool TileCache::is_awaited(const TilePlace& place, const Scene& scene) const {
    const auto sheet = sheet_of(place);
    return std::any_of(scene.layers.begin(), scene.layers.end(),
                       [&](const auto& layer) { return layer.is_awaited(sheet); });
}

std::vector<std::uint64_t> TileCache::pieces_on(const TilePlace& place) const {
    std::vector<std::uint64_t> serials;
    for (const auto& image : images_)
        for (const auto* piece : pieces_for(*image, place.box(), place.units_per_pixel))
            serials.push_back(piece->serial);
    return serials;
}

bool TileCache::is_fresh(const TilePlace& place, const Tile& tile) const {
    return tile.look == look_ && (images_.empty() || tile.pieces == pieces_on(place));
}

TileCache::Tile TileCache::make_tile() {
    Tile tile;
    tile.texture = texture_of(nullptr);
    set_filter(GL_LINEAR);
    tile.framebuffer = gl::Framebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, tile.framebuffer.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, tile.texture.id(), 0);
    return tile;
}

Sheet TileCache::sheet_of(const TilePlace& place) const {
    return {.left_bottom = {place.box().min_x, place.box().min_y},
            .units_per_pixel = place.units_per_pixel,
            .pixel_ratio = pixel_ratio_,
            .width = k_tile,
            .height = k_tile};
}

void TileCache::paint(const TilePlace& place, const Scene& scene, std::vector<PictureStep> steps,
                      RasterPainter& rasters) {
    auto [found, is_new] = tiles_.try_emplace(place);
    auto& tile = found->second;
    if (is_new) tile = make_tile();
    const auto sheet = sheet_of(place);
    if (steps.size() == 1) {
        // Nothing for the card to do.
        glBindTexture(GL_TEXTURE_2D, tile.texture.id());
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, k_tile, k_tile, GL_RGBA, GL_UNSIGNED_BYTE, steps.front().image.data());
    } else {
        glBindFramebuffer(GL_FRAMEBUFFER, tile.framebuffer.id());
        glViewport(0, 0, k_tile, k_tile);
        glDisable(GL_SCISSOR_TEST);
        glEnable(GL_BLEND);
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
        for (const auto& step : steps) {
            const auto* layer = step.is_image() ? nullptr : &scene.layers[step.layer];
            if (layer) {
                rasters.paint(*layer->raster, layer->opacity, sheet, painter_);
                continue;
            }
            const auto image = texture_of(step.image.data());
            set_filter(GL_NEAREST);
            painter_.begin(k_tile, k_tile);
            painter_.paint(image, 0, k_tile, k_tile, 0);
        }
    }
    tile.look = look_;
    tile.pieces = pieces_on(place);
    tile.last_used = frame_;
}

bool TileCache::copy(const TilePlace& place, int x, int y, const PixelBox& window) {
    auto found = tiles_.find(place);
    if (found == tiles_.end() || !is_fresh(place, found->second)) return false;
    found->second.last_used = frame_;
    auto part = PixelBox{x, y, x + k_tile, y + k_tile}.within(window);
    if (part.width() <= 0 || part.height() <= 0) return true;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, found->second.framebuffer.id());
    // Cut to the window by us: what GL has to cut is copied four times slower by Mesa's software driver.
    glBlitFramebuffer(part.left - x, part.bottom - y, part.right - x, part.top - y, part.left, part.bottom, part.right,
                      part.top, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    return true;
}

std::vector<TileCache::StandIns> TileCache::stand_ins_for(const geo::Box& ground, double scale,
                                                          const PixelBox& window) {
    const auto across = [&](double x) {
        return window.left + static_cast<int>(std::lround((x - ground.min_x) / scale));
    };
    const auto up = [&](double y) { return window.bottom + static_cast<int>(std::lround((y - ground.min_y) / scale)); };
    std::map<std::pair<double, double>, StandIns> by_badness;
    for (auto& [place, tile] : tiles_) {
        const auto box = place.box();
        if (!box.intersects(ground)) continue;
        const PixelBox pixels{across(box.min_x), up(box.min_y), across(box.max_x), up(box.max_y)};
        const auto seen = pixels.within(window);
        if (seen.is_empty()) continue;
        // A stale picture of the right scale is better than a fresh one that is four times too coarse.
        const double stale = tile.look == look_ ? 0 : 2;
        auto& all = by_badness[{unlikeness(place.units_per_pixel, scale) + stale, place.units_per_pixel}];
        all.around = all.tiles.empty() ? seen : all.around.around(seen);
        all.area += seen.area();
        all.tiles.push_back({&tile, pixels});
    }
    std::vector<StandIns> sorted;
    for (auto& [badness, all] : by_badness) sorted.push_back(std::move(all));
    return sorted;
}

bool TileCache::stand_in(const geo::Box& ground, const PixelBox& window) {
    OpenPixels open(window);
    glEnable(GL_SCISSOR_TEST);
    glDisable(GL_BLEND);
    glViewport(window.left, window.bottom, window.width(), window.height());
    painter_.begin(window.width(), window.height());
    for (const auto& all : stand_ins_for(ground, ground.width() / window.width(), window)) {
        // What tiles fill together is cut out in one piece, so that what is left falls into few.
        const auto together = all.fill() ? open.take(all.around) : std::vector<PixelBox>();
        for (const auto& one : all.tiles)
            for (const auto& piece : all.fill() ? together : open.take(one.pixels)) copy_scaled(one, piece, window);
        if (open.left().empty()) break;
    }
    for (const auto& piece : open.left()) clear(piece);
    return open.left().empty();
}

/// To the colour of the ground.
void TileCache::clear(const PixelBox& window) const {
    glClearColor(share(ground_.r), share(ground_.g), share(ground_.b), 1.0F);
    glEnable(GL_SCISSOR_TEST);
    glScissor(window.left, window.bottom, window.width(), window.height());
    glClear(GL_COLOR_BUFFER_BIT);
}

/// As copy(): a tile of the right scale that shows what was before is not stretched.
void TileCache::copy_same(const Candidate& from, const PixelBox& part) const {
    const auto& to = from.pixels;
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from.tile->framebuffer.id());
    glBlitFramebuffer(part.left - to.left, part.bottom - to.bottom, part.right - to.left, part.top - to.bottom,
                      part.left, part.bottom, part.right, part.top, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    glEnable(GL_SCISSOR_TEST);
    from.tile->last_used = frame_;
}

void TileCache::copy_scaled(const Candidate& from, const PixelBox& piece, const PixelBox& window) {
    const auto& to = from.pixels;
    const auto part = to.within(piece);
    if (part.is_empty()) return;
    if (to.width() == k_tile && to.height() == k_tile) return copy_same(from, part);
    glScissor(part.left, part.bottom, part.width(), part.height());
    glBindTexture(GL_TEXTURE_2D, from.tile->texture.id());
    set_filter(is_quick_ ? GL_NEAREST : GL_LINEAR);
    painter_.paint(from.tile->texture, to.left - window.left, to.top - window.bottom, to.right - window.left,
                   to.bottom - window.bottom);
    from.tile->last_used = frame_;
}

void TileCache::begin_frame() {
    ++frame_;
    if (tiles_.size() > k_most_tiles) trim();
}

void TileCache::trim() {
    std::vector<std::pair<std::uint64_t, TilePlace>> by_age;
    for (const auto& [place, tile] : tiles_) by_age.emplace_back(tile.last_used, place);
    std::sort(by_age.begin(), by_age.end());
    for (std::size_t i = 0; i < by_age.size() && tiles_.size() > k_most_tiles * 3 / 4; ++i) {
        // What the last frame showed stays, however large the window is.
        if (by_age[i].first + 1 < frame_) tiles_.erase(by_age[i].second);
    }
}

}  // namespace app
