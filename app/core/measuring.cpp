// SPDX-License-Identifier: EUPL-1.2
#include "app/core/measuring.hpp"

#include "app/core/figures.hpp"
#include "geo/base/numbers.hpp"
#include "geo/crs/transform.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace app {
namespace {

using geo::Point;

/// The corners of the Dutch base map lie within about 0.3 m of the truth.
constexpr double k_map_accuracy_m = 0.3;
/// How well a hand hits a corner.
constexpr double k_hand_pixels = 2;

double place_accuracy_m(double pixel_m) { return std::hypot(k_map_accuracy_m, k_hand_pixels * pixel_m); }

Reading distance(const geo::Crs& crs, std::span<const Point> corners, double place_m, base::Language language) {
    Reading reading{.value = geo::ground_length_m(crs, geo::Shape::line(corners)), .unit = "m"};
    reading.accuracy = place_m * std::numbers::sqrt2;
    reading.words = length_words(reading.value, language) + "\u00A0±\u00A0" +
                    base::number_for_people(*reading.accuracy, *reading.accuracy < 10 ? 1 : 0, language);
    return reading;
}

/// An edge that lies off by ± p along its whole length takes or gives p for each metre of it; edges are independent.
Reading area(const geo::Crs& crs, std::span<const Point> corners, double place_m, base::Language language) {
    const auto shape = geo::Shape::polygon(corners);
    Reading reading{.value = geo::ground_area_m2(crs, shape), .unit = "m2"};
    double squares = 0;
    for (std::size_t i = 1; i < shape.points.size(); ++i)
        squares += std::pow(geo::ground_distance_m(crs, shape.points[i - 1], shape.points[i]) * place_m, 2);
    reading.accuracy = std::sqrt(squares);
    reading.words = area_words(reading.value, language) + "\u00A0±\u00A0" + area_words(*reading.accuracy, language);
    return reading;
}

/// At the second corner, by the three true lengths.
std::optional<Reading> angle(const geo::Crs& crs, std::span<const Point> corners, double place_m,
                             base::Language language) {
    const double a = geo::ground_distance_m(crs, corners[1], corners[0]),
                 b = geo::ground_distance_m(crs, corners[1], corners[2]),
                 c = geo::ground_distance_m(crs, corners[0], corners[2]);
    if (!(a > 0) || !(b > 0)) return std::nullopt;
    const double cosine = std::clamp((a * a + b * b - c * c) / (2 * a * b), -1.0, 1.0);
    const double degrees = 180 / std::numbers::pi;
    Reading reading{.value = std::acos(cosine) * degrees, .unit = "deg"};
    reading.accuracy = std::min(180.0, std::hypot(place_m / a, place_m / b) * std::numbers::sqrt2 * degrees);
    reading.words = with_unit(reading.value, 0, "°", language) + "\u00A0±\u00A0" +
                    with_unit(std::max(1.0, *reading.accuracy), 0, "°", language);
    return reading;
}

}  // namespace

std::optional<Reading> read_measure(const geo::Crs& crs, MeasureKind kind, std::span<const Point> corners,
                                    double pixel_m, base::Language language) {
    const std::size_t least = kind == MeasureKind::distance ? 2 : 3;
    if (corners.size() < least) return std::nullopt;
    const double place_m = place_accuracy_m(pixel_m);
    if (kind == MeasureKind::distance) return distance(crs, corners, place_m, language);
    if (kind == MeasureKind::area) return area(crs, corners, place_m, language);
    return angle(crs, corners, place_m, language);
}

std::string drawing_words(const geo::Crs& crs, Tool tool, std::span<const Point> corners, base::Language language) {
    if (corners.size() < 2) return {};
    const auto dot = std::string(k_dot);
    std::string words = length_words(geo::ground_length_m(crs, geo::Shape::line(corners)), language);
    if (tool != Tool::outline || corners.size() < 3) return words;
    const auto shape = geo::Shape::polygon(corners);
    words = base::say(
        base::text("around: {length}", {{"length", length_words(geo::ground_length_m(crs, shape), language)}}),
        language);
    return area_words(geo::ground_area_m2(crs, shape), language) + dot + words;
}

double metres_per_pixel(const geo::Crs& crs, Point centre, double units_per_pixel) {
    const Point next{centre.x + units_per_pixel * 100, centre.y};
    const double metres = geo::ground_distance_m(crs, centre, next) / 100;
    return metres > 0 ? metres : units_per_pixel;
}

}  // namespace app
