// SPDX-License-Identifier: EUPL-1.2
#include "app/map/overlay_painter.hpp"

#include "app/scene/seen_outline.hpp"

#include <cmath>
#include <numbers>
#include <numeric>

namespace app {
namespace {

std::vector<Chunk> chunks_of(const geo::Shapes& shapes) {
    std::vector<std::uint32_t> all(shapes.size());
    std::iota(all.begin(), all.end(), 0U);
    static thread_local ChunkBuilder builder;  // painted in every frame, and dear to make
    return builder.build(shapes, all);
}

/// Pixels around the picture from which strokes and dots reach into it.
constexpr double k_margin = 16;
/// Pixels between corners of an outline that are told apart.
constexpr double k_apart = 0.5;

geo::Box seen_box(const Sheet& sheet) {
    return sheet.box().widened(k_margin * sheet.pixel_ratio * sheet.units_per_pixel);
}

/// What a frame has time for: all of the shape, or else its outline where it is seen.
void add_quick(geo::Shapes& shapes, const geo::Shape& shape, const Sheet& sheet) {
    const double apart = k_apart * sheet.units_per_pixel;
    shapes.add(is_long(shape) ? seen_outline(shape, seen_box(sheet), apart) : shape);
}

std::vector<Chunk> quick_chunks(const geo::Shape& shape, const Sheet& sheet) {
    geo::Shapes shapes;
    add_quick(shapes, shape, sheet);
    return chunks_of(shapes);
}

geo::Shapes corners_in(const Sheet& sheet, const std::vector<geo::Point>& corners) {
    geo::Shapes seen;
    const auto box = seen_box(sheet);
    for (const auto p : corners)
        if (box.contains(p)) seen.add(geo::Shape::point(p));
    return seen;
}

Colour faded(Colour colour, std::uint8_t alpha) {
    colour.a = alpha;
    return colour;
}

/// Seen on any ground: a halo below the line.
LayerStyle haloed(Colour colour, Colour halo, float width, std::uint8_t fill_alpha) {
    return {.fill = faded(colour, fill_alpha),
            .casing = {.colour = faded(halo, 230), .width = width + 2.5F},
            .line = {.colour = colour, .width = width}};
}

LayerStyle style_of(const MarkGroup& group, Theme theme) {
    auto colours = map_colours(theme);
    auto style = haloed(group.is_settled ? colours.muted : colour_of(group.severity, theme), colours.halo, 2.0F,
                        group.is_settled ? 16 : 40);
    // From further away an outline lies below its symbol, and a hundred thousand of them would stop the map.
    style.widest_units_per_pixel = 1.5;
    if (group.is_settled) {
        style.line.dash = 4;
        style.line.gap = 3;
    }
    return style;
}

geo::Shapes raised_shapes(const Scene& scene, const Sheet& sheet) {
    geo::Shapes shapes;
    auto add = [&](std::uint32_t item) {
        if (item >= scene.marks->size()) return;
        const auto& all = scene.marks->shapes();
        const auto kind = all.kinds[item];
        const bool is_point = kind == geo::Kind::point || kind == geo::Kind::multi_point;
        if (!is_point && all.boxes[item].intersects(seen_box(sheet))) add_quick(shapes, all.shape(item), sheet);
    };
    for (auto item : scene.selected) add(item);
    if (scene.hovered) add(*scene.hovered);
    return shapes;
}

/// The outline so far, with the way to the pointer and back.
geo::Shape outline_of(const Draft& draft) {
    auto corners = draft.shape.points;
    if (draft.pointer) corners.push_back(*draft.pointer);
    if (draft.closes && corners.size() >= 3) return geo::Shape::polygon(corners);
    if (corners.size() >= 2) return geo::Shape::line(corners);
    return {};
}

geo::Shapes cross_hair_lines(geo::Point at, double pixel) {
    geo::Shapes lines;
    for (auto [dx, dy] : {std::pair{1.0, 0.0}, std::pair{-1.0, 0.0}, std::pair{0.0, 1.0}, std::pair{0.0, -1.0}}) {
        std::vector<geo::Point> arm;
        for (double far : {5.0, 18.0}) arm.push_back({at.x + dx * far * pixel, at.y + dy * far * pixel});
        lines.add(geo::Shape::line(arm));
    }
    std::vector<geo::Point> ring;
    constexpr int k_corners = 48;
    for (int i = 0; i <= k_corners; ++i) {
        double turn = 2 * std::numbers::pi * i / k_corners;
        ring.push_back({at.x + 11 * pixel * std::cos(turn), at.y + 11 * pixel * std::sin(turn)});
    }
    lines.add(geo::Shape::line(ring));
    return lines;
}

}  // namespace

void paint_outlines(const Scene& scene, const Sheet& sheet, LayerPainter& painter) {
    auto colours = map_colours(scene.theme);
    for (const auto& shape : scene.highlights) {
        auto style = haloed(colours.accent, colours.halo, 2.0F, 32);
        style.point = {.dot = Dot::disc, .fill = colours.accent, .edge = colours.halo, .size = 10};
        painter.paint_now(quick_chunks(*shape, sheet), style, sheet);
    }
    if (!scene.marks) return;
    if (!scene.heat)
        for (const auto& group : scene.marks->groups())
            painter.paint_layer(*group.outlines, style_of(group, scene.theme), sheet);
    auto raised = raised_shapes(scene, sheet);
    if (raised.size() > 0) painter.paint_now(chunks_of(raised), haloed(colours.accent, colours.halo, 3.0F, 28), sheet);
}

void paint_draft(const Scene& scene, const Sheet& sheet, LayerPainter& painter) {
    if (!scene.draft) return;
    auto colours = map_colours(scene.theme);
    auto outline = outline_of(*scene.draft);
    if (!outline.is_empty())
        painter.paint_now(quick_chunks(outline, sheet), haloed(colours.accent, colours.halo, 2.0F, 40), sheet);
    const auto corners = corners_in(sheet, scene.draft->shape.points);
    LayerStyle style;
    style.point = {.dot = Dot::square, .fill = colours.accent, .edge = colours.halo, .size = 9};
    if (corners.size() > 0) painter.paint_now(chunks_of(corners), style, sheet);
}

void paint_cross_hair(const Scene& scene, const Sheet& sheet, LayerPainter& painter) {
    if (!scene.cross_hair) return;
    auto colours = map_colours(scene.theme);
    auto lines = cross_hair_lines(*scene.cross_hair, sheet.units_per_pixel * sheet.pixel_ratio);
    painter.paint_now(chunks_of(lines), haloed(colours.ink, colours.halo, 1.6F, 0), sheet);
}

}  // namespace app
