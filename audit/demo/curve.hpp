// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <optional>
#include <vector>

namespace audit::demo {

/// Positions one after the other, in metres.
using Line = std::vector<geo::Point>;

inline geo::Point operator+(geo::Point a, geo::Point b) { return {a.x + b.x, a.y + b.y}; }
inline geo::Point operator-(geo::Point a, geo::Point b) { return {a.x - b.x, a.y - b.y}; }
inline geo::Point operator*(geo::Point a, double f) { return {a.x * f, a.y * f}; }
inline double dot(geo::Point a, geo::Point b) { return a.x * b.x + a.y * b.y; }
inline double cross(geo::Point a, geo::Point b) { return a.x * b.y - a.y * b.x; }
inline geo::Point to_left(geo::Point direction) { return {-direction.y, direction.x}; }
double norm(geo::Point a);
geo::Point unit(geo::Point a);

double length(const Line& line);
geo::Point point_at(const Line& line, double along);
/// Direction around `along`, smoothed over a few metres so that houses on a bend fan out evenly.
geo::Point direction_at(const Line& line, double along);
/// The stretch between two distances along the line, with its own ends.
Line stretch(const Line& line, double from, double to);

struct Crossing {
    double along_a = 0, along_b = 0;
};
/// The first place along `a` where `b` crosses it.
std::optional<Crossing> crossing(const Line& a, const Line& b);
/// How far a ray runs from `from` in unit `direction` until it meets the closed `ring`, at most `far`.
double free_distance(geo::Point from, geo::Point direction, const Line& ring, double far);
/// Positive for a counter-clockwise ring, open or closed.
double signed_area(const Line& ring);
bool is_inside(const Line& ring, geo::Point p);
double distance_to(const Line& line, geo::Point p);
/// Without the positions that lie within `tolerance` of the line between their neighbours.
Line thinned(const Line& line, double tolerance);
/// A straight-sided box: `base` is the middle of its front, `along` the unit direction of its front, depth to the left.
Line box_at(geo::Point base, geo::Point along, double width, double depth);
/// Millimetres, as a land survey writes them.
geo::Point rounded(geo::Point p);
geo::Shape polygon_of(const Line& ring);
geo::Shape point_of(geo::Point p);

}  // namespace audit::demo
