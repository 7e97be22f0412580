// SPDX-License-Identifier: EUPL-1.2
#include "app/map/layer_painter.hpp"

#include <algorithm>
#include <vector>

namespace app {
namespace {

/// Larger means fewer uploads when going back and forth, and more memory; a street view of a city needs 2 MB.
constexpr std::size_t k_most_upload_bytes = 48U << 20U;
/// Symbols and wide lines reach into a tile from outside it by at most this many style pixels.
constexpr double k_reach = 24;
/// Style pixels below which a stroke that may be left out is.
constexpr double k_thinnest_optional = 1.5;

template <class Element>
gl::Buffer filled(GLenum target, const std::vector<Element>& elements) {
    auto buffer = gl::Buffer::make();
    glBindBuffer(target, buffer.id());
    glBufferData(target, static_cast<GLsizeiptr>(elements.size() * sizeof(Element)), elements.data(), GL_STATIC_DRAW);
    return buffer;
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

void attribute(GLuint place, GLint numbers, std::size_t stride, std::size_t at, GLuint divisor) {
    glEnableVertexAttribArray(place);
    glVertexAttribPointer(place, numbers, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride), offset(at));
    glVertexAttribDivisor(place, divisor);
}

void begin(const Program& program, const Sheet& sheet) {
    program.use();
    program.set("u_to_clip", 2.0F / static_cast<float>(sheet.width), 2.0F / static_cast<float>(sheet.height));
}

void place(const Program& program, const Chunk& chunk, const Sheet& sheet) {
    auto origin = sheet.pixel_of(chunk.origin);
    program.set("u_place", static_cast<float>(origin.x), static_cast<float>(origin.y),
                static_cast<float>(1.0 / sheet.units_per_pixel), 0.0F);
}

}  // namespace

geo::Box Sheet::box() const {
    geo::Box box;
    box.grow(left_bottom);
    box.grow(geo::Point{left_bottom.x + width * units_per_pixel, left_bottom.y + height * units_per_pixel});
    return box;
}

LayerPainter::LayerPainter() = default;

LayerPainter::Uploaded LayerPainter::upload(const Chunk& chunk) {
    Uploaded up;
    up.bytes = chunk.bytes();
    if (!chunk.triangles.empty()) {
        up.fill_array = gl::VertexArray::make();
        glBindVertexArray(up.fill_array.id());
        up.fill = filled(GL_ARRAY_BUFFER, chunk.fill);
        up.triangles = filled(GL_ELEMENT_ARRAY_BUFFER, chunk.triangles);
        attribute(0, 2, sizeof(FlatPosition), 0, 0);
    }
    if (chunk.strokes.size() >= 2) {
        up.stroke_array = gl::VertexArray::make();
        glBindVertexArray(up.stroke_array.id());
        up.strokes = filled(GL_ARRAY_BUFFER, chunk.strokes);
        // The same corners twice, one corner apart: each instance is the piece from one corner to the next.
        attribute(0, 3, sizeof(StrokeCorner), 0, 1);
        attribute(1, 3, sizeof(StrokeCorner), sizeof(StrokeCorner), 1);
    }
    if (!chunk.points.empty()) {
        up.point_array = gl::VertexArray::make();
        glBindVertexArray(up.point_array.id());
        up.points = filled(GL_ARRAY_BUFFER, chunk.points);
        attribute(0, 2, sizeof(FlatPosition), 0, 1);
    }
    return up;
}

void LayerPainter::paint(const PreparedLayer& layer, const LayerStyle& style, const Sheet& sheet) {
    if (sheet.units_per_pixel * sheet.pixel_ratio > style.widest_units_per_pixel) return;
    const auto& detail = layer.detail_for(sheet.units_per_pixel);
    auto detail_number = static_cast<std::size_t>(&detail - layer.details.data());
    auto box = sheet.box().widened(k_reach * sheet.pixel_ratio * sheet.units_per_pixel);
    ++moment_;
    std::vector<Ready> ready;
    for (std::size_t i = 0; i < detail.chunks.size(); ++i) {
        const auto& chunk = detail.chunks[i];
        if (!chunk.box.intersects(box)) continue;
        auto [found, is_new] = uploads_.try_emplace(ChunkName{layer.serial, detail_number, i});
        if (is_new) {
            found->second = upload(chunk);
            bytes_ += found->second.bytes;
        }
        found->second.last_used = moment_;
        ready.push_back({&chunk, &found->second});
    }
    paint_passes(ready, style, sheet);
}

void LayerPainter::paint_now(const std::vector<Chunk>& chunks, const LayerStyle& style, const Sheet& sheet) {
    std::vector<Uploaded> uploads;
    uploads.reserve(chunks.size());
    std::vector<Ready> ready;
    for (const auto& chunk : chunks) {
        uploads.push_back(upload(chunk));
        ready.push_back({&chunk, &uploads.back()});
    }
    paint_passes(ready, style, sheet);
}

void LayerPainter::paint_passes(const std::vector<Ready>& ready, const LayerStyle& style, const Sheet& sheet) const {
    if (ready.empty()) return;
    if (style.fill.is_seen()) paint_fills(ready, style.fill, sheet);
    if (style.casing.is_seen()) paint_strokes(ready, style.casing, sheet);
    if (style.line.is_seen()) paint_strokes(ready, style.line, sheet);
    if (style.point.dot != Dot::none) paint_points(ready, style.point, sheet);
}

void LayerPainter::paint_fills(const std::vector<Ready>& ready, Colour colour, const Sheet& sheet) const {
    begin(fill_, sheet);
    fill_.set_premultiplied("u_colour", colour);
    if (colour.a == 255) glDisable(GL_BLEND);
    for (const auto& [chunk, on_card] : ready) {
        if (!on_card->fill_array) continue;
        place(fill_, *chunk, sheet);
        glBindVertexArray(on_card->fill_array.id());
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(chunk->triangles.size()), GL_UNSIGNED_SHORT, nullptr);
    }
    glEnable(GL_BLEND);
}

void LayerPainter::paint_strokes(const std::vector<Ready>& ready, const Stroke& stroke, const Sheet& sheet) const {
    double ratio = sheet.pixel_ratio;
    double width = stroke.on_ground ? std::max(stroke.width / sheet.units_per_pixel, stroke.least * ratio)
                                    : static_cast<double>(stroke.width) * ratio;
    if (stroke.on_ground && stroke.least == 0 && width < k_thinnest_optional * ratio) return;
    begin(stroke_, sheet);
    stroke_.set_premultiplied("u_colour", stroke.colour);
    stroke_.set("u_pen", static_cast<float>(width / 2), static_cast<float>(stroke.dash * ratio),
                static_cast<float>(stroke.gap * ratio));
    for (const auto& [chunk, on_card] : ready) {
        if (!on_card->stroke_array) continue;
        place(stroke_, *chunk, sheet);
        glBindVertexArray(on_card->stroke_array.id());
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(chunk->strokes.size()) - 1);
    }
}

void LayerPainter::paint_points(const std::vector<Ready>& ready, const PointStyle& style, const Sheet& sheet) const {
    begin(dot_, sheet);
    dot_.set_premultiplied("u_fill", style.fill);
    dot_.set_premultiplied("u_edge", style.edge);
    auto ratio = static_cast<float>(sheet.pixel_ratio);
    dot_.set("u_dot", style.size / 2 * ratio, style.edge.is_seen() ? ratio : 0.0F, static_cast<float>(style.dot));
    for (const auto& [chunk, on_card] : ready) {
        if (!on_card->point_array) continue;
        place(dot_, *chunk, sheet);
        glBindVertexArray(on_card->point_array.id());
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(chunk->points.size()));
    }
}

void LayerPainter::trim() {
    if (bytes_ <= k_most_upload_bytes) return;
    std::vector<std::pair<std::uint64_t, ChunkName>> by_age;
    for (const auto& [name, up] : uploads_) by_age.emplace_back(up.last_used, name);
    std::sort(by_age.begin(), by_age.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [age, name] : by_age) {
        if (bytes_ <= k_most_upload_bytes / 2) break;
        auto found = uploads_.find(name);
        bytes_ -= found->second.bytes;
        uploads_.erase(found);
    }
}

}  // namespace app
