// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/style.hpp"
#include "geo/geometry/shape.hpp"

namespace app {

/// The square or rectangle of ground that a picture shows: whole pixels, north up, y counted from below.
struct Sheet {
    geo::Point left_bottom{};  ///< in the CRS
    double units_per_pixel = 1;
    double pixel_ratio = 1;  ///< pixels for a style pixel
    int width = 1, height = 1;

    geo::Box box() const;
    /// Pixels from the left bottom.
    geo::Point pixel_of(geo::Point world) const {
        return {(world.x - left_bottom.x) / units_per_pixel, (world.y - left_bottom.y) / units_per_pixel};
    }
};

/// How wide a stroke is there, pixels; 0 when it is too thin to be drawn.
double stroke_pixels(const Stroke& stroke, const Sheet& sheet);
/// Pixels for one unit of its dashes, which keep their proportion to the width, also where that is kept from vanishing.
double dash_unit(const Stroke& stroke, const Sheet& sheet);

}  // namespace app
