// SPDX-License-Identifier: EUPL-1.2
#include "app/map/renderer.hpp"

#include "app/map/heat_painter.hpp"
#include "app/map/label_painter.hpp"
#include "app/map/overlay_painter.hpp"
#include "app/map/practice.hpp"
#include "app/map/step_workers.hpp"
#include "app/map/symbol_painter.hpp"
#include "app/map/tile_cache.hpp"
#include "app/scene/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

namespace app {
namespace {

/// The view in whole pixels of its scale, counted from the CRS's origin: x east, y north.
struct PixelView {
    double units_per_pixel = 1;
    std::int64_t left = 0, bottom = 0;
    int width = 1, height = 1;
};

PixelView pixel_view(const Camera& camera) {
    double scale = camera.view.units_per_pixel;
    return {scale, std::llround(camera.view.centre.x / scale - camera.width / 2.0),
            std::llround(camera.view.centre.y / scale - camera.height / 2.0), camera.width, camera.height};
}

Sheet sheet_of(const PixelView& view, double pixel_ratio) {
    return {.left_bottom = {static_cast<double>(view.left) * view.units_per_pixel,
                            static_cast<double>(view.bottom) * view.units_per_pixel},
            .units_per_pixel = view.units_per_pixel,
            .pixel_ratio = pixel_ratio,
            .width = view.width,
            .height = view.height};
}

/// Where the map lies in the target's framebuffer.
PixelBox window_of(const Target& target, const Camera& camera) {
    const int bottom = target.framebuffer_height - target.top - camera.height;
    return {target.left, bottom, target.left + camera.width, bottom + camera.height};
}

std::int64_t tile_at(double pixel) { return static_cast<std::int64_t>(std::floor(pixel / k_tile)); }

/// The tiles of a scale that show a part of the view.
std::vector<TilePlace> tiles_in(const geo::Box& ground, double scale) {
    std::vector<TilePlace> places;
    // A tile that only touches the edge shows nothing.
    double inward = 0.01;
    for (auto row = tile_at(ground.min_y / scale + inward); row <= tile_at(ground.max_y / scale - inward); ++row) {
        for (auto column = tile_at(ground.min_x / scale + inward); column <= tile_at(ground.max_x / scale - inward);
             ++column) {
            places.push_back({scale, column, row});
        }
    }
    return places;
}

void nearest_first(std::vector<TilePlace>& places, geo::Point to) {
    auto off = [&](const TilePlace& place) {
        auto centre = place.box().centre();
        return std::hypot(centre.x - to.x, centre.y - to.y);
    };
    std::stable_sort(places.begin(), places.end(), [&](const auto& a, const auto& b) { return off(a) < off(b); });
}

using Time = std::chrono::steady_clock;

/// After a movement stand-ins stay rough for so long: mostly the tiles have come by then.
constexpr std::chrono::milliseconds k_rough{300};

/// How many findings stand in each cluster in view, right of its symbol.
std::shared_ptr<const Labels> counts_of(const Clusters& clusters, const Sheet& sheet) {
    const double scale = sheet.units_per_pixel * sheet.pixel_ratio;
    const auto ground = sheet.box().widened(40 * scale);
    auto cell = std::make_shared<LabelCell>();
    for (const auto& one : clusters.all)
        if (ground.contains(one.place))
            cell->labels.push_back({.text = std::to_string(one.items.size()),
                                    .role = LabelRole::count,
                                    .anchor = one.place,
                                    .beside = k_symbol_radius + 2});
    auto labels = std::make_shared<Labels>();
    labels->units = scale;
    labels->cells.push_back(std::move(cell));
    return labels;
}

}  // namespace

struct MapRenderer::Pimpl {
    LayerPainter painter;
    RasterPainter rasters;
    TileCache tiles;
    LabelPainter names;
    SymbolPainter symbols;
    HeatPainter heat;
    double last_scale = 0;
    View last_view{};
    Time::time_point moved{};
    bool was_uncovered = false;
    const bool is_software = is_software_gl();
    bool names_complete = true;
    std::optional<StepWorkers> workers;

    Pimpl(const LabelFaces& faces, unsigned worker_count, std::function<void()> wake) : names(faces) {
        if (worker_count > 0) workers.emplace(worker_count, std::move(wake));
    }

    /// Painted now, or taken from the workers; nothing when they have not finished it.
    std::optional<std::vector<PictureStep>> steps_of(const TilePlace& place, const Scene& scene, Budget budget) {
        if (workers && budget != k_no_limit) return workers->take(place, tiles.look());
        return picture_steps(scene.layers, tiles.sheet_of(place), map_colours(scene.theme).ground);
    }

    /// @returns how many were painted
    int paint(std::vector<TilePlace> wanted, const Scene& scene, geo::Point first, Time::time_point begun,
              Budget budget) {
        std::erase_if(wanted,
                      [&](const TilePlace& place) { return tiles.has_fresh(place) || tiles.is_awaited(place, scene); });
        nearest_first(wanted, first);
        if (workers && budget != k_no_limit) {
            workers->collect();
            workers->want(wanted, tiles, scene);
        }
        int painted = 0;
        const auto deadline = budget == k_no_limit ? Time::time_point::max() : begun + budget;
        for (const auto& place : wanted) {
            if (painted > 0 && Time::now() >= deadline) break;
            auto steps = steps_of(place, scene, budget);
            if (!steps) continue;
            tiles.paint(place, scene, std::move(*steps), rasters);
            ++painted;
            // Without waiting, the clock would only show how fast work can be piled up.
            if (budget != k_no_limit) glFinish();
        }
        painter.trim();
        return painted;
    }

    /// Copies the tiles that are there; where one is missing, whatever else shows that ground.
    /// @returns how many are missing
    int compose(const PixelView& view, const PixelBox& window) {
        auto ground = sheet_of(view, 1).box();
        auto places = tiles_in(ground, view.units_per_pixel);
        bool any = std::any_of(places.begin(), places.end(), [&](const auto& place) { return tiles.has_fresh(place); });
        was_uncovered = false;
        if (!any) {
            // One pass over everything is quicker than one for each tile.
            was_uncovered = !tiles.stand_in(ground, window);
            return static_cast<int>(places.size());
        }
        // All copies first: those stretched after them are then painted together.
        glDisable(GL_SCISSOR_TEST);
        std::vector<PixelBox> missing;
        for (const auto& place : places) {
            const int x = window.left + static_cast<int>(place.column * k_tile - view.left);
            const int y = window.bottom + static_cast<int>(place.row * k_tile - view.bottom);
            if (!tiles.copy(place, x, y, window)) missing.push_back({x, y, x + k_tile, y + k_tile});
        }
        for (const auto& tile : missing) stand_in(tile.within(window), view, window);
        return static_cast<int>(missing.size());
    }

    void stand_in(const PixelBox& part, const PixelView& view, const PixelBox& window) {
        auto across = [&](int at) { return static_cast<double>(view.left + at - window.left) * view.units_per_pixel; };
        auto up = [&](int at) { return static_cast<double>(view.bottom + at - window.bottom) * view.units_per_pixel; };
        geo::Box ground{across(part.left), up(part.bottom), across(part.right), up(part.top)};
        was_uncovered |= !tiles.stand_in(ground, part);
    }

    /// What is still to come.
    void tell(Frame& frame, const Scene& scene, const PixelView& view) {
        for (const auto& place : tiles_in(sheet_of(view, 1).box(), view.units_per_pixel))
            frame.tiles_awaited += !tiles.has_fresh(place) && tiles.is_awaited(place, scene);
        frame.tiles_pending = workers ? static_cast<int>(workers->pending()) : 0;
        // Who waits for something to be read is woken by it.
        frame.complete = frame.tiles_missing == frame.tiles_awaited && names_complete;
        frame.waits = frame.tiles_missing > 0 && (!workers || workers->finished() == 0) &&
                      frame.tiles_missing <= frame.tiles_awaited + frame.tiles_pending;
    }

    int paint_over(const Scene& scene, const Sheet& sheet, const PixelBox& window, bool moves, Budget for_names) {
        glViewport(window.left, window.bottom, sheet.width, sheet.height);
        glEnable(GL_SCISSOR_TEST);
        glScissor(window.left, window.bottom, sheet.width, sheet.height);
        glEnable(GL_BLEND);
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
        if (scene.heat) heat.paint(scene.heat, scene.theme, sheet, moves && is_software);
        paint_outlines(scene, sheet, painter);
        names_complete = !scene.labels || names.paint(*scene.labels, scene.theme, sheet, for_names);
        int marks = symbols.paint(scene, sheet);
        if (scene.clusters)
            names_complete &= names.paint(*counts_of(*scene.clusters, sheet), scene.theme, sheet, for_names);
        paint_draft(scene, sheet, painter);
        paint_cross_hair(scene, sheet, painter);
        return marks;
    }
};

MapRenderer::MapRenderer(const LabelFaces& faces, unsigned workers, std::function<void()> wake)
    : pimpl_(std::make_unique<Pimpl>(faces, workers, std::move(wake))) {}
MapRenderer::~MapRenderer() = default;

Camera MapRenderer::aligned(const Camera& camera) {
    auto view = pixel_view(camera);
    Camera next = camera;
    next.view.centre = {(static_cast<double>(view.left) + camera.width / 2.0) * view.units_per_pixel,
                        (static_cast<double>(view.bottom) + camera.height / 2.0) * view.units_per_pixel};
    return next;
}

Frame MapRenderer::draw(const Scene& scene, const Camera& camera, const Target& target, Budget budget,
                        std::optional<Pixel> pointer) {
    gl::StateGuard guard;
    auto begun = Time::now();
    auto& p = *pimpl_;
    auto view = pixel_view(camera);
    auto sheet = sheet_of(view, camera.pixel_ratio);
    bool scale_moves = budget != k_no_limit && p.last_scale > 0 && p.last_scale != view.units_per_pixel;
    p.last_scale = view.units_per_pixel;
    p.tiles.begin_frame();
    const bool moves = budget != k_no_limit && !(std::exchange(p.last_view, camera.view) == camera.view);
    if (moves) p.moved = begun;
    p.tiles.set_quick(p.is_software && begun - p.moved < k_rough);
    p.tiles.set_look(scene, camera.pixel_ratio);

    Frame frame;
    auto first = camera.to_world(pointer.value_or(camera.middle()));
    if (!scale_moves) {
        frame.tiles_drawn = p.paint(tiles_in(sheet.box(), view.units_per_pixel), scene, first, begun, budget);
    } else if (p.was_uncovered) {
        // While the scale changes, only what would stay empty is painted, at a scale that the next frames can use too.
        double coarser = std::exp2(std::ceil(std::log2(view.units_per_pixel)));
        frame.tiles_drawn = p.paint(tiles_in(sheet.box(), coarser), scene, first, begun, budget);
    }
    const auto window = window_of(target, camera);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target.framebuffer);
    frame.tiles_missing = p.compose(view, window);
    frame.marks_drawn = p.paint_over(scene, sheet, window, moves, moves ? budget / 4 : budget);
    p.tell(frame, scene, view);
    return frame;
}

Frame MapRenderer::paint_on(const Scene& scene, const Camera& camera, Budget budget, std::optional<Pixel> pointer) {
    const gl::StateGuard guard;
    auto& p = *pimpl_;
    const auto view = pixel_view(camera);
    const auto places = tiles_in(sheet_of(view, 1).box(), view.units_per_pixel);
    p.tiles.set_look(scene, camera.pixel_ratio);
    Frame frame;
    frame.tiles_drawn = p.paint(places, scene, camera.to_world(pointer.value_or(camera.middle())), Time::now(), budget);
    for (const auto& place : places) frame.tiles_missing += !p.tiles.has_fresh(place);
    p.tell(frame, scene, view);
    return frame;
}

void MapRenderer::warm_up(const Target& target) {
    const auto scene = practice_scene();
    Camera camera{.width = 64, .height = 64};
    draw(scene, camera, target, k_no_limit);
    const gl::StateGuard guard;
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target.framebuffer);
    // Then from stand-ins: while the scale moves, and when it rests.
    camera.view.units_per_pixel = 1.5;
    for (int i = 0; i < 2; ++i) {
        pimpl_->compose(pixel_view(camera), window_of(target, camera));
        pimpl_->tiles.set_quick(i == 0);
    }
    pimpl_->tiles.clear();
    pimpl_->last_scale = 0;
    glFinish();
}

/// While it comes tile by tile, not each tile is worth a frame, which would take the workers' time.
bool MapRenderer::has_news(double seconds) const {
    constexpr double k_frame_seconds = 0.04;
    const auto& workers = pimpl_->workers;
    if (!workers || workers->finished() == 0) return false;
    return workers->finished() >= workers->pending() || seconds > k_frame_seconds;
}

bool MapRenderer::has_finished() const { return pimpl_->workers && pimpl_->workers->finished() > 0; }

bool is_software_gl() {
    auto bytes = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    std::string_view name = bytes ? bytes : "";
    return name.find("llvmpipe") != std::string_view::npos || name.find("softpipe") != std::string_view::npos ||
           name.find("Software") != std::string_view::npos;
}

}  // namespace app
