// SPDX-License-Identifier: EUPL-1.2
#include "app/map/tile_cache.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

/// 256 KiB each. A 1600×1000 view needs 40, so this keeps the views of some steps back.
constexpr std::size_t k_most_tiles = 256;
/// Smooth edges; llvmpipe and every card have 4, more cost twice the time for little.
constexpr GLint k_samples = 4;

float share(std::uint8_t value) { return static_cast<float>(value) / 255.0F; }

GLint possible_samples() {
    GLint most = 0;
    glGetIntegerv(GL_MAX_SAMPLES, &most);
    return std::min(most, k_samples);
}

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

TileCache::TileCache() : canvas_(gl::Framebuffer::make()), canvas_colour_(gl::Renderbuffer::make()) {
    glBindRenderbuffer(GL_RENDERBUFFER, canvas_colour_.id());
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, possible_samples(), GL_RGBA8, k_tile, k_tile);
    glBindFramebuffer(GL_FRAMEBUFFER, canvas_.id());
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, canvas_colour_.id());
}

void TileCache::set_look(const Scene& scene, double pixel_ratio) {
    std::vector<LayerLook> layers;
    for (const auto& layer : scene.layers) {
        if (layer.visible && layer.data) layers.push_back({layer.data->serial, layer.style});
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
    if (found == tiles_.end() || found->second.look != look_) return false;
    found->second.last_used = frame_;
    return true;
}

TileCache::Tile TileCache::make_tile() {
    Tile tile;
    tile.texture = gl::Texture::make();
    tile.framebuffer = gl::Framebuffer::make();
    glBindTexture(GL_TEXTURE_2D, tile.texture.id());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, k_tile, k_tile, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glBindFramebuffer(GL_FRAMEBUFFER, tile.framebuffer.id());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, tile.texture.id(), 0);
    return tile;
}

void TileCache::paint(const TilePlace& place, const Scene& scene, LayerPainter& painter) {
    auto [found, is_new] = tiles_.try_emplace(place);
    auto& tile = found->second;
    if (is_new) tile = make_tile();
    begin_painting();
    Sheet sheet{.left_bottom = {place.box().min_x, place.box().min_y},
                .units_per_pixel = place.units_per_pixel,
                .pixel_ratio = pixel_ratio_,
                .width = k_tile,
                .height = k_tile};
    for (const auto& layer : scene.layers) {
        if (layer.visible && layer.data) painter.paint(*layer.data, layer.style, sheet);
    }
    finish_painting(tile);
    tile.look = look_;
    tile.last_used = frame_;
}

void TileCache::begin_painting() {
    glBindFramebuffer(GL_FRAMEBUFFER, canvas_.id());
    glDisable(GL_SCISSOR_TEST);
    glViewport(0, 0, k_tile, k_tile);
    glClearColor(share(ground_.r), share(ground_.g), share(ground_.b), 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

void TileCache::finish_painting(const Tile& tile) const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, canvas_.id());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, tile.framebuffer.id());
    glBlitFramebuffer(0, 0, k_tile, k_tile, 0, 0, k_tile, k_tile, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

bool TileCache::copy(const TilePlace& place, int x, int y) {
    auto found = tiles_.find(place);
    if (found == tiles_.end() || found->second.look != look_) return false;
    found->second.last_used = frame_;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, found->second.framebuffer.id());
    glBlitFramebuffer(0, 0, k_tile, k_tile, x, y, x + k_tile, y + k_tile, GL_COLOR_BUFFER_BIT, GL_NEAREST);
    return true;
}

bool TileCache::stand_in(const geo::Box& ground, int x, int y, int width, int height) {
    double wanted = ground.width() / width;
    struct Candidate {
        const TilePlace* place;
        Tile* tile;
        double badness;
    };
    std::vector<Candidate> candidates;
    for (auto& [place, tile] : tiles_) {
        auto box = place.box();
        bool overlaps = box.min_x < ground.max_x && ground.min_x < box.max_x && box.min_y < ground.max_y &&
                        ground.min_y < box.max_y;
        if (!overlaps) continue;
        // A stale picture of the right scale is better than a fresh one that is four times too coarse.
        double stale = tile.look == look_ ? 0 : 2;
        candidates.push_back({&place, &tile, unlikeness(place.units_per_pixel, wanted) + stale});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const auto& a, const auto& b) { return a.badness < b.badness; });
    // The best first until their areas would cover the ground; tiles of one scale do not overlap.
    double covered = 0, area = ground.width() * ground.height() * (1 - 1e-9);
    std::map<double, double> area_of_scale;
    std::size_t used = 0;
    for (; used < candidates.size() && covered < area; ++used) {
        auto box = candidates[used].place->box();
        double across = std::min(box.max_x, ground.max_x) - std::max(box.min_x, ground.min_x);
        double down = std::min(box.max_y, ground.max_y) - std::max(box.min_y, ground.min_y);
        covered = std::max(covered, area_of_scale[candidates[used].place->units_per_pixel] += across * down);
    }
    glEnable(GL_SCISSOR_TEST);
    glScissor(x, y, width, height);
    if (covered < area) {
        glClearColor(share(ground_.r), share(ground_.g), share(ground_.b), 1.0F);
        glClear(GL_COLOR_BUFFER_BIT);
    }
    for (; used > 0; --used) {
        auto& [place, tile, badness] = candidates[used - 1];
        auto box = place->box();
        auto pixel_x = [&](double at) { return x + static_cast<int>(std::lround((at - ground.min_x) / wanted)); };
        auto pixel_y = [&](double at) { return y + static_cast<int>(std::lround((at - ground.min_y) / wanted)); };
        glBindFramebuffer(GL_READ_FRAMEBUFFER, tile->framebuffer.id());
        glBlitFramebuffer(0, 0, k_tile, k_tile, pixel_x(box.min_x), pixel_y(box.min_y), pixel_x(box.max_x),
                          pixel_y(box.max_y), GL_COLOR_BUFFER_BIT, GL_LINEAR);
        tile->last_used = frame_;
    }
    return covered >= area;
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
