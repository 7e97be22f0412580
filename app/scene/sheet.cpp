// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/sheet.hpp"

#include <algorithm>

namespace app {
namespace {

/// Style pixels below which a stroke that may be left out is.
constexpr double k_thinnest_optional = 1.5;

}  // namespace

geo::Box Sheet::box() const {
    geo::Box box;
    box.grow(left_bottom);
    box.grow(geo::Point{left_bottom.x + width * units_per_pixel, left_bottom.y + height * units_per_pixel});
    return box;
}

double stroke_pixels(const Stroke& stroke, const Sheet& sheet) {
    double ratio = sheet.pixel_ratio;
    if (!stroke.on_ground) return static_cast<double>(stroke.width) * ratio;
    double width = std::max(stroke.width / sheet.units_per_pixel, stroke.least * ratio);
    return stroke.least == 0 && width < k_thinnest_optional * ratio ? 0 : width;
}

double dash_unit(const Stroke& stroke, const Sheet& sheet) {
    if (!stroke.on_ground || !(stroke.width > 0)) return sheet.pixel_ratio;
    return stroke_pixels(stroke, sheet) / stroke.width;
}

}  // namespace app
