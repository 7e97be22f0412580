// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/subject.hpp"
#include "audit/model/finding.hpp"
#include "geo/geometry/shape.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace app {

enum class Theme { light, dark, contrast, sunlight };

/// sRGB, alpha not premultiplied.
struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 0;
    bool operator==(const Colour&) const = default;
    /// 0xF7F5F0
    static constexpr Colour of(std::uint32_t rgb, std::uint8_t alpha = 255) {
        return {static_cast<std::uint8_t>(rgb >> 16 & 255U), static_cast<std::uint8_t>(rgb >> 8 & 255U),
                static_cast<std::uint8_t>(rgb & 255U), alpha};
    }
    bool is_seen() const { return a > 0; }
};

/// A stroke. Widths and dashes are style pixels, or CRS units on the ground, then never thinner than `least` pixels.
struct Stroke {
    Colour colour{};
    float width = 0;  ///< 0: not drawn
    bool on_ground = false;
    float least = 0.75F;      ///< style pixels
    float dash = 0, gap = 0;  ///< in the unit of the width; 0: unbroken
    bool is_seen() const { return colour.is_seen() && width > 0; }
    bool operator==(const Stroke&) const = default;
};

enum class Dot : std::uint8_t { none, disc, square, diamond, triangle };

/// How a layer's points are drawn.
struct PointStyle {
    Dot dot = Dot::none;
    Colour fill{}, edge{};
    float size = 5;  ///< style pixels across
    bool operator==(const PointStyle&) const = default;
};

/// How a layer looks, as data. What does not apply to a geometry kind is not used.
struct LayerStyle {
    Colour fill{};
    Stroke casing{};  ///< below `line`, wider: the kerbs of a street line
    Stroke line{};    ///< lines, and the outlines of polygons
    PointStyle point{};
    double widest_units_per_pixel = 1e12;  ///< of a style pixel; not drawn when the map shows more ground than this
    bool operator==(const LayerStyle&) const = default;
};

/// Colours of the map that belong to no layer.
struct MapColours {
    Colour ground, ink, halo, accent, on_accent, focus;
    Colour blocking, hindering, attention, good, muted;
};
MapColours map_colours(Theme theme);
Colour colour_of(const std::optional<audit::Severity>& severity, Theme theme);

/// A quiet style for a layer by its name (our demo city's, BGT's, BAG's and OpenStreetMap's names, Dutch and English)
/// and, for an unknown name, by its geometry.
LayerStyle default_style(std::string_view layer_name, geo::Kind kind, Theme theme);
/// The same for what is known to be about something. @param kind of the geometry
LayerStyle subject_style(Subject subject, geo::Kind kind, Theme theme);
/// Where a layer belongs in the stack, 0 at the bottom: districts and terrain under roads under buildings under points.
int default_order(std::string_view layer_name, geo::Kind kind);

}  // namespace app
