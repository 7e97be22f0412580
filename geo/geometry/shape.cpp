// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/shape.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace geo {

void Box::grow(Point p) {
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return;
    min_x = std::min(min_x, p.x);
    min_y = std::min(min_y, p.y);
    max_x = std::max(max_x, p.x);
    max_y = std::max(max_y, p.y);
}

void Box::grow(const Box& other) {
    if (other.is_empty()) return;
    grow(Point{other.min_x, other.min_y});
    grow(Point{other.max_x, other.max_y});
}

Box Box::widened(double margin) const {
    if (is_empty()) return *this;
    return {min_x - margin, min_y - margin, max_x + margin, max_y + margin};
}

Box Box::common(const Box& o) const {
    const Box box{std::max(min_x, o.min_x), std::max(min_y, o.min_y), std::min(max_x, o.max_x),
                  std::min(max_y, o.max_y)};
    return box.is_empty() ? Box{} : box;
}

std::string name_of(Kind kind) {
    switch (kind) {
        case Kind::none:
            return "None";
        case Kind::point:
            return "Point";
        case Kind::line:
            return "LineString";
        case Kind::polygon:
            return "Polygon";
        case Kind::multi_point:
            return "MultiPoint";
        case Kind::multi_line:
            return "MultiLineString";
        case Kind::multi_polygon:
            return "MultiPolygon";
        case Kind::collection:
            return "GeometryCollection";
    }
    return "None";
}

std::span<const Point> Shape::part(std::size_t i) const {
    assert(i < part_ends.size());
    std::size_t begin = i == 0 ? 0 : part_ends[i - 1];
    return {points.data() + begin, part_ends[i] - begin};
}

void Shape::add_part(Part part, std::span<const Point> positions) {
    points.insert(points.end(), positions.begin(), positions.end());
    part_ends.push_back(static_cast<std::uint32_t>(points.size()));
    parts.push_back(part);
}

Box Shape::box() const {
    Box box;
    for (auto p : points) box.grow(p);
    return box;
}

Shape Shape::point(Point p) {
    Shape shape{.kind = Kind::point};
    shape.add_part(Part::point, {&p, 1});
    return shape;
}

Shape Shape::line(std::span<const Point> positions) {
    Shape shape{.kind = Kind::line};
    shape.add_part(Part::line, positions);
    return shape;
}

Shape Shape::polygon(std::span<const Point> shell) {
    Shape shape{.kind = Kind::polygon};
    if (shell.empty()) return shape;
    shape.add_part(Part::shell, shell);
    if (shell.front() == shell.back()) return shape;
    shape.points.push_back(shell.front());
    ++shape.part_ends.back();
    return shape;
}

void Shapes::clear() {
    points.clear();
    part_ends.clear();
    parts.clear();
    feature_ends.clear();
    kinds.clear();
    boxes.clear();
}

void Shapes::add(const Shape& shape) {
    auto offset = static_cast<std::uint32_t>(points.size());
    points.insert(points.end(), shape.points.begin(), shape.points.end());
    for (auto end : shape.part_ends) part_ends.push_back(offset + end);
    parts.insert(parts.end(), shape.parts.begin(), shape.parts.end());
    feature_ends.push_back(static_cast<std::uint32_t>(part_ends.size()));
    kinds.push_back(shape.kind);
    boxes.push_back(shape.box());
}

std::span<const Point> Shapes::part(std::size_t i) const {
    assert(i < part_ends.size());
    return {points.data() + part_begin(i), part_ends[i] - part_begin(i)};
}

Shape Shapes::shape(std::size_t feature) const {
    assert(feature < size());
    Shape shape{.kind = kinds[feature]};
    for (std::size_t i = first_part(feature); i < feature_ends[feature]; ++i) shape.add_part(parts[i], part(i));
    return shape;
}

Box Shapes::box() const {
    Box box;
    for (const auto& one : boxes) box.grow(one);
    return box;
}

}  // namespace geo
