// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/drawing.hpp"
#include "geo/base/texts.hpp"
#include "geo/crs/crs.hpp"

#include <optional>
#include <span>
#include <string>

namespace app {

/// What was measured on the map. A map is no tape: its value only indicates.
struct Reading {
    double value = 0;
    std::string unit{};                ///< "m", "m2" or "deg", as in the catalogue
    std::optional<double> accuracy{};  ///< ± in `unit`
    std::string words{};               ///< "12,40 m ± 0,5"
};

/// Along the corners, within them or between three of them: true metres on the ground whatever the CRS. Nothing while
/// there are too few corners. @param metres_per_pixel of the view the corners were clicked in
std::optional<Reading> read_measure(const geo::Crs& crs, MeasureKind kind, std::span<const geo::Point> corners,
                                    double metres_per_pixel, base::Language language);

/// Length, and for an outline the area, of what is being drawn: "3 corners  ·  24,6 m  ·  35 m²".
std::string drawing_words(const geo::Crs& crs, Tool tool, std::span<const geo::Point> corners, base::Language language);

/// True metres for a pixel in the middle of the view.
double metres_per_pixel(const geo::Crs& crs, geo::Point centre, double units_per_pixel);

}  // namespace app
