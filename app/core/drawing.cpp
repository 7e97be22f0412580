// SPDX-License-Identifier: EUPL-1.2
#include "app/core/drawing.hpp"

#include <algorithm>

namespace app {
namespace {

using geo::Point;

/// Twice the area of a, b, c: positive when they turn left.
double turn(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool between(Point a, Point b, Point p) {
    return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
           p.y <= std::max(a.y, b.y);
}

bool meet(Point a, Point b, Point c, Point d) {
    const double abc = turn(a, b, c), abd = turn(a, b, d), cda = turn(c, d, a), cdb = turn(c, d, b);
    if (((abc > 0) != (abd > 0)) && ((cda > 0) != (cdb > 0)) && abc != 0 && abd != 0 && cda != 0 && cdb != 0)
        return true;
    return (abc == 0 && between(a, b, c)) || (abd == 0 && between(a, b, d)) || (cda == 0 && between(c, d, a)) ||
           (cdb == 0 && between(c, d, b));
}

/// b is where both edges meet; the second goes back over the first.
bool folds_back(Point a, Point b, Point c) {
    return turn(a, b, c) == 0 && (a.x - b.x) * (c.x - b.x) + (a.y - b.y) * (c.y - b.y) > 0;
}

}  // namespace

bool crosses_itself(std::span<const Point> corners, bool closed) {
    const std::size_t count = corners.size(), edges = closed ? count : count - std::min<std::size_t>(count, 1);
    if (count < 3) return false;
    const auto corner = [&](std::size_t i) { return corners[i % count]; };
    for (std::size_t i = 0; i < edges; ++i)
        for (std::size_t j = i + 1; j < edges; ++j) {
            const bool follows = j == i + 1, closes = closed && i == 0 && j == edges - 1;
            if (follows && folds_back(corner(i), corner(j), corner(j + 1))) return true;
            if (closes && folds_back(corner(j), corner(0), corner(1))) return true;
            if (!follows && !closes && meet(corner(i), corner(i + 1), corner(j), corner(j + 1))) return true;
        }
    return false;
}

bool takes_corners(Tool tool) { return tool == Tool::line || tool == Tool::outline || tool == Tool::measure; }

}  // namespace app
