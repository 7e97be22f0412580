// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/curve.hpp"

#include <algorithm>
#include <cmath>

namespace audit::demo {

double norm(geo::Point a) { return std::sqrt(dot(a, a)); }

geo::Point unit(geo::Point a) {
    double n = norm(a);
    return n > 0 ? a * (1 / n) : geo::Point{1, 0};
}

double length(const Line& line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i) sum += norm(line[i] - line[i - 1]);
    return sum;
}

geo::Point point_at(const Line& line, double along) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        double step = norm(line[i] - line[i - 1]);
        if (along <= step || i + 1 == line.size()) {
            double t = step > 0 ? along / step : 0;
            return line[i - 1] + (line[i] - line[i - 1]) * t;
        }
        along -= step;
    }
    return line.front();
}

geo::Point direction_at(const Line& line, double along) {
    double total = length(line), half = std::min(2.5, total / 4);
    double middle = std::clamp(along, half, total - half);
    return unit(point_at(line, middle + half) - point_at(line, middle - half));
}

Line stretch(const Line& line, double from, double to) {
    Line out{point_at(line, from)};
    double along = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        along += norm(line[i] - line[i - 1]);
        if (along > from + 0.05 && along < to - 0.05) out.push_back(line[i]);
    }
    out.push_back(point_at(line, to));
    return out;
}

std::optional<Crossing> crossing(const Line& a, const Line& b) {
    double along_a = 0;
    for (std::size_t i = 1; i < a.size(); ++i) {
        geo::Point step_a = a[i] - a[i - 1];
        double along_b = 0;
        for (std::size_t j = 1; j < b.size(); ++j) {
            geo::Point step_b = b[j] - b[j - 1], gap = b[j - 1] - a[i - 1];
            double turn = cross(step_a, step_b);
            if (turn != 0) {
                double t = cross(gap, step_b) / turn, u = cross(gap, step_a) / turn;
                if (t >= 0 && t <= 1 && u >= 0 && u <= 1)
                    return Crossing{along_a + t * norm(step_a), along_b + u * norm(step_b)};
            }
            along_b += norm(step_b);
        }
        along_a += norm(step_a);
    }
    return std::nullopt;
}

double free_distance(geo::Point from, geo::Point direction, const Line& ring, double far) {
    double nearest = far;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        geo::Point a = ring[i], step = ring[(i + 1) % ring.size()] - a;
        double turn = cross(direction, step);
        if (turn == 0) continue;
        double t = cross(a - from, step) / turn, u = cross(a - from, direction) / turn;
        if (u >= 0 && u <= 1 && t > 0.5) nearest = std::min(nearest, t);
    }
    return nearest;
}

double signed_area(const Line& ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i)
        sum += cross(ring[i] - ring[0], ring[(i + 1) % ring.size()] - ring[0]);
    return sum / 2;
}

bool is_inside(const Line& ring, geo::Point p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        bool straddles = (ring[i].y > p.y) != (ring[j].y > p.y);
        if (straddles && p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
            inside = !inside;
    }
    return inside;
}

double distance_to(const Line& line, geo::Point p) {
    double nearest = norm(line.front() - p);
    for (std::size_t i = 1; i < line.size(); ++i) {
        geo::Point step = line[i] - line[i - 1];
        double squared = dot(step, step);
        double t = squared > 0 ? std::clamp(dot(p - line[i - 1], step) / squared, 0.0, 1.0) : 0;
        nearest = std::min(nearest, norm(p - (line[i - 1] + step * t)));
    }
    return nearest;
}

Line thinned(const Line& line, double tolerance) {
    if (line.size() < 3) return line;
    Line out{line.front()};
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        if (distance_to({out.back(), line[i + 1]}, line[i]) > tolerance) out.push_back(line[i]);
    }
    out.push_back(line.back());
    return out;
}

Line box_at(geo::Point base, geo::Point along, double width, double depth) {
    geo::Point half = along * (width / 2), back = to_left(along) * depth;
    return {base - half, base + half, base + half + back, base - half + back};
}

geo::Point rounded(geo::Point p) { return {std::round(p.x * 1000) / 1000, std::round(p.y * 1000) / 1000}; }

geo::Shape polygon_of(const Line& ring) {
    Line exact;
    for (const auto& p : ring) {
        auto q = rounded(p);
        if (exact.empty() || !(exact.back() == q)) exact.push_back(q);
    }
    if (exact.size() > 1 && exact.front() == exact.back()) exact.pop_back();
    return geo::Shape::polygon(exact);
}

geo::Shape point_of(geo::Point p) { return geo::Shape::point(rounded(p)); }

}  // namespace audit::demo
