// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/measure.hpp"

#include "geo/geometry/polygons.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace geo {
namespace {

double run_length(std::span<const Point> run) {
    double sum = 0;
    for (std::size_t i = 1; i < run.size(); ++i) sum += distance(run[i - 1], run[i]);
    return sum;
}

double distance_to_segment(Point a, Point b, Point p) {
    double dx = b.x - a.x, dy = b.y - a.y;
    double squared = dx * dx + dy * dy;
    double t = squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0.0;
    return distance(Point{a.x + t * dx, a.y + t * dy}, p);
}

double distance_to_run(std::span<const Point> run, Point p) {
    auto best = std::numeric_limits<double>::infinity();
    if (run.size() == 1) return distance(run[0], p);
    for (std::size_t i = 1; i < run.size(); ++i) best = std::min(best, distance_to_segment(run[i - 1], run[i], p));
    return best;
}

/// -1 outside, 0 on the ring, 1 inside.
int side_of_ring(std::span<const Point> ring, Point p) {
    bool inside = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        auto a = ring[i - 1], b = ring[i];
        if ((a.y > p.y) == (b.y > p.y)) {
            bool on_level = a.y == p.y && b.y == p.y && p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x);
            if (on_level || a == p || b == p) return 0;
            continue;
        }
        double x = a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x);
        if (x == p.x) return 0;
        if (p.x < x) inside = !inside;
    }
    return inside ? 1 : -1;
}

bool polygon_contains(const Shape& shape, PolygonParts polygon, Point p) {
    if (side_of_ring(shape.part(polygon.begin), p) < 0) return false;
    for (auto i = polygon.begin + 1; i < polygon.end; ++i)
        if (side_of_ring(shape.part(i), p) > 0) return false;
    return true;
}

/// The middle of the widest piece of a horizontal line at `y` inside the polygon, and how wide that is.
std::pair<Point, double> widest_piece(const Shape& shape, PolygonParts polygon, double y) {
    std::vector<double> crossings;
    for (auto part = polygon.begin; part < polygon.end; ++part) {
        auto ring = shape.part(part);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            auto a = ring[i - 1], b = ring[i];
            if ((a.y > y) != (b.y > y)) crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
        }
    }
    std::sort(crossings.begin(), crossings.end());
    std::pair<Point, double> best{shape.part(polygon.begin).front(), 0.0};
    for (std::size_t i = 1; i < crossings.size(); i += 2) {
        double width = crossings[i] - crossings[i - 1];
        if (width > best.second) best = {{(crossings[i] + crossings[i - 1]) / 2, y}, width};
    }
    return best;
}

Point point_in_polygon(const Shape& shape, PolygonParts polygon) {
    Box box;
    for (auto p : shape.part(polygon.begin)) box.grow(p);
    std::pair<Point, double> best{shape.part(polygon.begin).front(), 0.0};
    // Thirds and quarters beside the middle: the middle line alone may pass through the hole of a ring-shaped polygon.
    for (double share : {0.5, 0.25, 0.75, 1.0 / 3, 2.0 / 3, 0.4, 0.6, 0.1, 0.9}) {
        auto piece = widest_piece(shape, polygon, box.min_y + share * box.height());
        if (piece.second > best.second) best = piece;
    }
    return best.first;
}

Point middle_of(std::span<const Point> line) {
    double half = run_length(line) / 2;
    for (std::size_t i = 1; i < line.size(); ++i) {
        double step = distance(line[i - 1], line[i]);
        if (step >= half && step > 0) {
            double t = half / step;
            return {line[i - 1].x + t * (line[i].x - line[i - 1].x), line[i - 1].y + t * (line[i].y - line[i - 1].y)};
        }
        half -= step;
    }
    return line.front();
}

std::optional<std::size_t> longest_line(const Shape& shape) {
    std::optional<std::size_t> best;
    double length = -1;
    for (std::size_t i = 0; i < shape.part_count(); ++i) {
        if (shape.parts[i] != Part::line || run_length(shape.part(i)) <= length) continue;
        length = run_length(shape.part(i));
        best = i;
    }
    return best;
}

double polygon_area(const Shape& shape, PolygonParts polygon) {
    double sum = std::abs(signed_area(shape.part(polygon.begin)));
    for (auto i = polygon.begin + 1; i < polygon.end; ++i) sum -= std::abs(signed_area(shape.part(i)));
    return std::max(0.0, sum);
}

}  // namespace

double signed_area(std::span<const Point> ring) {
    double twice = 0;
    // Relative to the first corner: RD coordinates are large, and their products would eat the decimals.
    for (std::size_t i = 2; i < ring.size(); ++i)
        twice += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) -
                 (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
    return twice / 2;
}

std::vector<PolygonParts> polygons_of(const Shape& shape) {
    std::vector<PolygonParts> found;
    for (std::size_t i = 0; i < shape.part_count(); ++i) {
        if (shape.parts[i] == Part::shell) found.push_back({i, i + 1});
        if (shape.parts[i] == Part::hole && !found.empty() && found.back().end == i) ++found.back().end;
    }
    return found;
}

double distance(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

double length(const Shape& shape) {
    double sum = 0;
    for (std::size_t i = 0; i < shape.part_count(); ++i)
        if (shape.parts[i] != Part::point) sum += run_length(shape.part(i));
    return sum;
}

double area(const Shape& shape) {
    double sum = 0;
    for (auto polygon : polygons_of(shape)) sum += polygon_area(shape, polygon);
    return sum;
}

double distance(const Shape& shape, Point p) {
    if (contains(shape, p)) return 0;
    auto best = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < shape.part_count(); ++i) {
        if (shape.parts[i] != Part::point)
            best = std::min(best, distance_to_run(shape.part(i), p));
        else
            for (auto own : shape.part(i)) best = std::min(best, distance(own, p));
    }
    return best;
}

bool contains(const Shape& shape, Point p) {
    for (auto polygon : polygons_of(shape))
        if (polygon_contains(shape, polygon, p)) return true;
    return false;
}

Point point_on(const Shape& shape) {
    std::optional<PolygonParts> largest;
    for (auto polygon : polygons_of(shape))
        if (!largest || polygon_area(shape, polygon) > polygon_area(shape, *largest)) largest = polygon;
    if (largest) return point_in_polygon(shape, *largest);
    if (auto line = longest_line(shape)) return middle_of(shape.part(*line));
    auto nowhere = std::numeric_limits<double>::quiet_NaN();
    return shape.is_empty() ? Point{nowhere, nowhere} : shape.points.front();
}

}  // namespace geo
