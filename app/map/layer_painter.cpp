// SPDX-License-Identifier: EUPL-1.2
#include "app/map/layer_painter.hpp"

#include <algorithm>
#include <vector>

namespace app {
namespace {

/// Symbols and wide lines reach into a tile from outside it by at most this many style pixels.
constexpr double k_reach = 24;

void begin(const Program& program, const Sheet& sheet) {
    program.use();
    program.set("u_to_clip", 2.0F / static_cast<float>(sheet.width), 2.0F / static_cast<float>(sheet.height));
}

void place(const Program& program, const UploadedChunk& chunk, const Sheet& sheet) {
    auto origin = sheet.pixel_of(chunk.origin);
    program.set("u_place", static_cast<float>(origin.x), static_cast<float>(origin.y),
                static_cast<float>(1.0 / sheet.units_per_pixel), 0.0F);
}

bool is_seen(const LayerStyle& style, const Sheet& sheet) {
    return sheet.units_per_pixel * sheet.pixel_ratio <= style.widest_units_per_pixel;
}

geo::Box reach_of(const Sheet& sheet) {
    return sheet.box().widened(k_reach * sheet.pixel_ratio * sheet.units_per_pixel);
}

}  // namespace

void LayerPainter::paint_layer(const PreparedLayer& layer, const LayerStyle& style, const Sheet& sheet) {
    if (!is_seen(style, sheet)) return;
    auto box = reach_of(sheet);
    Ready ready;
    for (std::size_t run = 0; run < layer.runs.size(); ++run) {
        if (!layer.runs[run].box.intersects(box)) continue;
        for (const auto& chunk : store_.get(layer, run))
            if (chunk.box.intersects(box)) ready.push_back(&chunk);
    }
    paint_passes(ready, style, sheet);
}

void LayerPainter::paint_now(const std::vector<Chunk>& chunks, const LayerStyle& style, const Sheet& sheet) {
    std::vector<UploadedChunk> uploads(chunks.begin(), chunks.end());
    Ready ready;
    for (const auto& upload : uploads) ready.push_back(&upload);
    paint_passes(ready, style, sheet);
}

void LayerPainter::paint_passes(const Ready& ready, const LayerStyle& style, const Sheet& sheet) const {
    if (ready.empty()) return;
    if (style.fill.is_seen()) paint_fills(ready, style.fill, sheet);
    if (style.casing.is_seen()) paint_strokes(ready, style.casing, sheet);
    if (style.line.is_seen()) paint_strokes(ready, style.line, sheet);
    if (style.point.dot != Dot::none) paint_points(ready, style.point, sheet);
}

void LayerPainter::paint_fills(const Ready& ready, Colour colour, const Sheet& sheet) const {
    begin(fill_, sheet);
    fill_.set_premultiplied("u_colour", colour);
    if (colour.a == 255) glDisable(GL_BLEND);
    for (const auto* chunk : ready) {
        if (chunk->triangle_corners == 0) continue;
        place(fill_, *chunk, sheet);
        glBindVertexArray(chunk->fill_array.id());
        glDrawElements(GL_TRIANGLES, chunk->triangle_corners, GL_UNSIGNED_SHORT, nullptr);
    }
    glEnable(GL_BLEND);
}

void LayerPainter::paint_strokes(const Ready& ready, const Stroke& stroke, const Sheet& sheet) const {
    const double width = stroke_pixels(stroke, sheet);
    if (!(width > 0)) return;
    begin(stroke_, sheet);
    stroke_.set_premultiplied("u_colour", stroke.colour);
    const double unit = dash_unit(stroke, sheet);
    stroke_.set("u_pen", static_cast<float>(width / 2), static_cast<float>(stroke.dash * unit),
                static_cast<float>(stroke.gap * unit));
    for (const auto* chunk : ready) {
        if (chunk->strokes == 0) continue;
        place(stroke_, *chunk, sheet);
        glBindVertexArray(chunk->stroke_array.id());
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, chunk->strokes);
    }
}

void LayerPainter::paint_points(const Ready& ready, const PointStyle& style, const Sheet& sheet) const {
    begin(dot_, sheet);
    dot_.set_premultiplied("u_fill", style.fill);
    dot_.set_premultiplied("u_edge", style.edge);
    auto ratio = static_cast<float>(sheet.pixel_ratio);
    dot_.set("u_dot", style.size / 2 * ratio, style.edge.is_seen() ? ratio : 0.0F, static_cast<float>(style.dot));
    for (const auto* chunk : ready) {
        if (chunk->points == 0) continue;
        place(dot_, *chunk, sheet);
        glBindVertexArray(chunk->point_array.id());
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, chunk->points);
    }
}

void LayerPainter::trim() { store_.trim(); }

}  // namespace app
