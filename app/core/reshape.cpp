// SPDX-License-Identifier: EUPL-1.2
#include "app/core/reshape.hpp"

namespace app {
namespace {

using geo::Part;
using geo::Point;
using geo::Shape;

bool is_ring(Part part) { return part == Part::shell || part == Part::hole; }

std::size_t begin_of(const Shape& shape, std::size_t part) { return part == 0 ? 0 : shape.part_ends[part - 1]; }

/// The corners of each part, rings without their last position.
std::vector<std::vector<Point>> open_parts(const Shape& shape) {
    std::vector<std::vector<Point>> parts;
    for (std::size_t i = 0; i < shape.part_count(); ++i) {
        const auto positions = shape.part(i);
        parts.emplace_back(positions.begin(), positions.end());
        if (is_ring(shape.parts[i]) && parts.back().size() > 1) parts.back().pop_back();
    }
    return parts;
}

Shape closed_again(const Shape& like, const std::vector<std::vector<Point>>& parts) {
    Shape shape;
    shape.kind = like.kind;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto positions = parts[i];
        if (is_ring(like.parts[i]) && !positions.empty()) positions.push_back(positions.front());
        shape.add_part(like.parts[i], positions);
    }
    return shape;
}

std::size_t least_corners(Part part) { return is_ring(part) ? 3 : part == Part::line ? 2 : 1; }

}  // namespace

std::vector<Handle> handles_of(const Shape& shape) {
    std::vector<Handle> handles;
    for (std::size_t part = 0; part < shape.part_count(); ++part) {
        const std::size_t begin = begin_of(shape, part);
        std::size_t end = shape.part_ends[part];
        if (is_ring(shape.parts[part]) && end > begin + 1) --end;
        for (std::size_t i = begin; i < end; ++i) handles.push_back({shape.points[i], i, part});
    }
    return handles;
}

std::vector<EdgeMiddle> middles_of(const Shape& shape) {
    std::vector<EdgeMiddle> middles;
    const auto handles = handles_of(shape);
    for (std::size_t i = 0; i < handles.size(); ++i) {
        const std::size_t next = handles[i].position + 1;
        if (shape.parts[handles[i].part] == Part::point || next >= shape.part_ends[handles[i].part]) continue;
        const Point a = handles[i].at, b = shape.points[next];
        middles.push_back({{(a.x + b.x) / 2, (a.y + b.y) / 2}, i});
    }
    return middles;
}

Shape with_moved(Shape shape, std::size_t handle, Point to) {
    const auto handles = handles_of(shape);
    if (handle >= handles.size()) return shape;
    const auto& moved = handles[handle];
    const std::size_t begin = begin_of(shape, moved.part), last = shape.part_ends[moved.part] - 1;
    shape.points[moved.position] = to;
    if (is_ring(shape.parts[moved.part]) && moved.position == begin) shape.points[last] = to;
    return shape;
}

Shape with_added(const Shape& shape, std::size_t after, Point at) {
    const auto handles = handles_of(shape);
    if (after >= handles.size() || shape.parts[handles[after].part] == Part::point) return shape;
    auto parts = open_parts(shape);
    auto& own = parts[handles[after].part];
    const auto place = handles[after].position - begin_of(shape, handles[after].part);
    own.insert(own.begin() + static_cast<std::ptrdiff_t>(place) + 1, at);
    return closed_again(shape, parts);
}

Shape with_removed(const Shape& shape, std::size_t handle) {
    const auto handles = handles_of(shape);
    if (handle >= handles.size()) return shape;
    auto parts = open_parts(shape);
    const std::size_t part = handles[handle].part;
    auto& own = parts[part];
    if (own.size() <= least_corners(shape.parts[part])) return shape;
    own.erase(own.begin() + static_cast<std::ptrdiff_t>(handles[handle].position - begin_of(shape, part)));
    return closed_again(shape, parts);
}

}  // namespace app
