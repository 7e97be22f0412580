// SPDX-License-Identifier: EUPL-1.2
#include "app/map/page_painter.hpp"

#include "app/map/gl.hpp"
#include "app/map/label_font.hpp"

#include <algorithm>
#include <chrono>

namespace app {
namespace {

/// Pixels; two of the map's own tiles, so that they are used well.
constexpr int k_side = 1024;

using Moment = std::chrono::steady_clock;

void blend(std::uint8_t* to, Colour colour, unsigned cover) {
    const auto mix = [cover](std::uint8_t below, std::uint8_t above) {
        return static_cast<std::uint8_t>((below * (255 - cover) + above * cover + 127) / 255);
    };
    to[0] = mix(to[0], colour.r);
    to[1] = mix(to[1], colour.g);
    to[2] = mix(to[2], colour.b);
    to[3] = 255;
}

/// White paper.
Picture blank(const Page& page) {
    return {page.width, page.height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height) * 4,
                                      255)};
}

std::uint8_t* pixel_of(Picture& picture, int x, int y) { return const_cast<std::uint8_t*>(picture.pixel(x, y)); }

void put(Picture& onto, const Picture& part, const PageBox& at) {
    for (int y = 0; y < at.height; ++y) {
        if (at.top + y < 0 || at.top + y >= onto.height) continue;
        const int width = std::min(at.width, onto.width - at.left);
        if (at.left >= 0 && width > 0) std::copy_n(part.pixel(0, y), width * 4, pixel_of(onto, at.left, at.top + y));
    }
}

void put(Picture& onto, const PageFill& fill) {
    for (int y = std::max(0, fill.box.top); y < std::min(onto.height, fill.box.bottom()); ++y)
        for (int x = std::max(0, fill.box.left); x < std::min(onto.width, fill.box.right()); ++x)
            blend(pixel_of(onto, x, y), fill.colour, fill.colour.a);
}

void put(Picture& onto, LabelFont& font, const PageText& text) {
    const auto drawn = font.draw(text.text, text.cut, text.size, 1);
    const int left = text.left - static_cast<int>(drawn.begin), top = text.middle - static_cast<int>(drawn.middle);
    for (int y = 0; y < drawn.height; ++y)
        for (int x = 0; x < drawn.width; ++x) {
            const int to_x = left + x, to_y = top + y;
            if (to_x < 0 || to_y < 0 || to_x >= onto.width || to_y >= onto.height) continue;
            const auto cover = drawn.cover[(static_cast<std::size_t>(y) * static_cast<std::size_t>(drawn.width) +
                                            static_cast<std::size_t>(x)) *
                                           2];
            if (cover > 0) blend(pixel_of(onto, to_x, to_y), text.colour, cover);
        }
}

/// Somewhere to draw that is not the window.
class Easel {
public:
    Easel() : framebuffer_(gl::Framebuffer::make()), colour_(gl::Renderbuffer::make()) {
        const gl::StateGuard guard;
        glBindRenderbuffer(GL_RENDERBUFFER, colour_.id());
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, k_side, k_side);
        glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer_.id());
        glFramebufferRenderbuffer(GL_DRAW_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour_.id());
    }
    /// What is drawn lies at its left top.
    Target target() const { return {framebuffer_.id(), k_side, 0, 0}; }
    Picture read(int width, int height) const {
        auto all = read_picture(framebuffer_.id(), k_side, k_side);
        Picture part{width, height, {}};
        part.rgba.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
        for (int y = 0; y < height; ++y)
            part.rgba.insert(part.rgba.end(), all.pixel(0, y), all.pixel(0, y) + width * 4);
        return part;
    }

private:
    gl::Framebuffer framebuffer_;
    gl::Renderbuffer colour_;
};

}  // namespace

struct PagePainter::Pimpl {
    Page page;
    std::vector<PageBox> tiles;
    MapRenderer renderer;
    LabelFont font;
    Easel easel{};
    Picture picture;
    std::size_t next_tile = 0, next_sample = 0, next_text = 0;
    bool filled = false, waits = false;
    int stuck = 0;
    Moment::time_point last_draw{};

    Pimpl(Page given, const LabelFaces& faces, unsigned workers, std::function<void()> wake)
        : page(std::move(given)),
          tiles(tiles_of(page, k_side)),
          renderer(faces, workers, std::move(wake)),
          font(faces),
          picture(blank(page)) {}

    /// Everything is there. What waits for something that never comes is taken as it is in the end.
    bool is_done(const Frame& frame) {
        constexpr int patience = 100;
        if (!frame.complete) return false;
        return frame.tiles_missing == 0 || ++stuck > patience;
    }

    void paint_sample(const PageSample& sample) {
        Camera camera{.width = std::min(sample.box.width, k_side),
                      .height = std::min(sample.box.height, k_side),
                      .pixel_ratio = page.pixel_ratio};
        const double units = 1 / page.pixel_ratio;
        camera.view = {{camera.width * units / 2, camera.height * units / 2}, units};
        renderer.draw(sample.scene, camera, easel.target(), k_no_limit);
        put(picture, easel.read(camera.width, camera.height), sample.box);
    }
};

PagePainter::PagePainter(Page page, const LabelFaces& faces, unsigned workers, std::function<void()> wake)
    : pimpl_(std::make_unique<Pimpl>(std::move(page), faces, workers, std::move(wake))) {}
PagePainter::~PagePainter() = default;

std::optional<Camera> PagePainter::tile() const {
    const auto& p = *pimpl_;
    if (p.next_tile >= p.tiles.size()) return std::nullopt;
    return camera_of(p.page, p.tiles[p.next_tile]);
}

bool PagePainter::paint_tile(const Scene& scene, Budget budget) {
    auto& p = *pimpl_;
    // While workers paint, drawing again would only take their time.
    const std::chrono::duration<double> since = Moment::now() - p.last_draw;
    constexpr double longest_pause = 0.2;
    if (p.waits && !p.renderer.has_news(since.count()) && since.count() < longest_pause) return false;
    const auto& box = p.tiles[p.next_tile];
    const auto frame = p.renderer.draw(scene, camera_of(p.page, box), p.easel.target(), budget);
    p.waits = frame.waits;
    p.last_draw = Moment::now();
    if (!p.is_done(frame)) return false;
    put(p.picture, p.easel.read(box.width, box.height), box);
    ++p.next_tile;
    p.stuck = 0;
    p.waits = false;
    return true;
}

bool PagePainter::paint_next() {
    auto& p = *pimpl_;
    const gl::StateGuard guard;
    if (p.next_sample < p.page.samples.size()) {
        p.paint_sample(p.page.samples[p.next_sample++]);
    } else if (!p.filled) {
        for (const auto& fill : p.page.fills) put(p.picture, fill);
        p.filled = true;
    } else if (p.next_text < p.page.texts.size()) {
        put(p.picture, p.font, p.page.texts[p.next_text++]);
    } else {
        return false;
    }
    return true;
}

double PagePainter::fraction() const {
    const auto& p = *pimpl_;
    const auto all = static_cast<double>(p.tiles.size() * 8 + p.page.samples.size() + p.page.texts.size() + 1);
    return static_cast<double>(p.next_tile * 8 + p.next_sample + p.next_text + (p.filled ? 1 : 0)) / all;
}

Picture PagePainter::take_picture() { return std::move(pimpl_->picture); }

}  // namespace app
