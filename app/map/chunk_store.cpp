// SPDX-License-Identifier: EUPL-1.2
#include "app/map/chunk_store.hpp"

#include <algorithm>

namespace app {
namespace {

/// Larger means less building when going back and forth, and more memory; a street view of a city needs 2 MB.
constexpr std::size_t k_most_bytes = 48U << 20U;

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

}  // namespace

UploadedChunk::UploadedChunk(const Chunk& chunk) : origin(chunk.origin), box(chunk.box), bytes(chunk.bytes()) {
    if (!chunk.triangles.empty()) {
        triangle_corners = static_cast<GLsizei>(chunk.triangles.size());
        fill_array = gl::VertexArray::make();
        glBindVertexArray(fill_array.id());
        fill = filled(GL_ARRAY_BUFFER, chunk.fill);
        triangles = filled(GL_ELEMENT_ARRAY_BUFFER, chunk.triangles);
        attribute(0, 2, sizeof(FlatPosition), 0, 0);
    }
    if (chunk.strokes.size() >= 2) {
        strokes = static_cast<GLsizei>(chunk.strokes.size()) - 1;
        stroke_array = gl::VertexArray::make();
        glBindVertexArray(stroke_array.id());
        stroke_corners = filled(GL_ARRAY_BUFFER, chunk.strokes);
        // The same corners twice, one corner apart: each instance is the piece from one corner to the next.
        attribute(0, 3, sizeof(StrokeCorner), 0, 1);
        attribute(1, 3, sizeof(StrokeCorner), sizeof(StrokeCorner), 1);
    }
    if (!chunk.points.empty()) {
        points = static_cast<GLsizei>(chunk.points.size());
        point_array = gl::VertexArray::make();
        glBindVertexArray(point_array.id());
        dots = filled(GL_ARRAY_BUFFER, chunk.points);
        attribute(0, 2, sizeof(FlatPosition), 0, 1);
    }
}

const std::vector<UploadedChunk>& ChunkStore::get(const PreparedLayer& layer, std::size_t run) {
    auto [found, is_new] = kept_.try_emplace(Name{layer.serial, run});
    auto& kept = found->second;
    kept.last_used = ++moment_;
    if (!is_new) return kept.chunks;
    auto features = layer.features_of(layer.runs[run]);
    for (const auto& chunk : builder_.build(layer.layer->shapes, features)) {
        kept.chunks.emplace_back(chunk);
        bytes_ += chunk.bytes();
    }
    return kept.chunks;
}

void ChunkStore::trim() {
    if (bytes_ <= k_most_bytes) return;
    std::vector<std::pair<std::uint64_t, Name>> by_age;
    for (const auto& [name, kept] : kept_) by_age.emplace_back(kept.last_used, name);
    std::sort(by_age.begin(), by_age.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [age, name] : by_age) {
        if (bytes_ <= k_most_bytes / 2) break;
        auto found = kept_.find(name);
        for (const auto& chunk : found->second.chunks) bytes_ -= chunk.bytes;
        kept_.erase(found);
    }
}

}  // namespace app
