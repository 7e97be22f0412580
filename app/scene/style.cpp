// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/style.hpp"

#include "app/scene/subject.hpp"

#include <array>

namespace app {
namespace {

/// The few inks that all subjects of a theme are made of, so that the map is one picture.
struct Inks {
    Colour building, building_edge, water, water_edge, green, green_edge, bare, bare_edge;
    Colour road, road_edge, street_edge, cycleway, cycleway_edge, footway, footway_edge, square, square_edge;
    Colour thing, thing_edge, permit, permit_edge, facility, facility_edge, district, unknown, unknown_edge;
};

constexpr Inks k_light{.building = Colour::of(0xDCD9D2),
                       .building_edge = Colour::of(0xB5B0A6),
                       .water = Colour::of(0xCADDE5),
                       .water_edge = Colour::of(0x9FBDCB),
                       .green = Colour::of(0xDFE8D5),
                       .green_edge = Colour::of(0xC9D6BC),
                       .bare = Colour::of(0xEFECE4),
                       .bare_edge = Colour::of(0xDFDACE),
                       .road = Colour::of(0xFFFFFF),
                       .road_edge = Colour::of(0xC9C4B8),
                       .street_edge = Colour::of(0xB4AEA0),
                       .cycleway = Colour::of(0xF3E4DC),
                       .cycleway_edge = Colour::of(0xD6BDAF),
                       .footway = Colour::of(0xF3EEE3),
                       .footway_edge = Colour::of(0xD3CCBC),
                       .square = Colour::of(0xF5EFE0),
                       .square_edge = Colour::of(0xD6CDB8),
                       .thing = Colour::of(0x8C918C),
                       .thing_edge = Colour::of(0xFFFFFF, 220),
                       .permit = Colour::of(0x5F6F6C, 36),
                       .permit_edge = Colour::of(0x5F6F6C),
                       .facility = Colour::of(0xD9E3DA),
                       .facility_edge = Colour::of(0x93A897),
                       .district = Colour::of(0x8F8A7E),
                       .unknown = Colour::of(0xE4E2DC, 180),
                       .unknown_edge = Colour::of(0x9A9D99)};

constexpr Inks k_dark{.building = Colour::of(0x2B3236),
                      .building_edge = Colour::of(0x465056),
                      .water = Colour::of(0x1B3540),
                      .water_edge = Colour::of(0x2F5361),
                      .green = Colour::of(0x1E2B22),
                      .green_edge = Colour::of(0x2D3F32),
                      .bare = Colour::of(0x1A1F21),
                      .bare_edge = Colour::of(0x2A3134),
                      .road = Colour::of(0x363F44),
                      .road_edge = Colour::of(0x50595E),
                      .street_edge = Colour::of(0x566066),
                      .cycleway = Colour::of(0x3A302D),
                      .cycleway_edge = Colour::of(0x5E4D47),
                      .footway = Colour::of(0x262C2D),
                      .footway_edge = Colour::of(0x40474A),
                      .square = Colour::of(0x2C2F2B),
                      .square_edge = Colour::of(0x4A4D45),
                      .thing = Colour::of(0x8A949A),
                      .thing_edge = Colour::of(0x14181A, 220),
                      .permit = Colour::of(0xA9B8B4, 34),
                      .permit_edge = Colour::of(0xA9B8B4),
                      .facility = Colour::of(0x25332B),
                      .facility_edge = Colour::of(0x57705E),
                      .district = Colour::of(0x7A827F),
                      .unknown = Colour::of(0x2A3033, 180),
                      .unknown_edge = Colour::of(0x707A7F)};

constexpr Inks k_contrast{.building = Colour::of(0x2E2E2E),
                          .building_edge = Colour::of(0xB8B8B8),
                          .water = Colour::of(0x00283A),
                          .water_edge = Colour::of(0x6FA8C0),
                          .green = Colour::of(0x0C1F0C),
                          .green_edge = Colour::of(0x567856),
                          .bare = Colour::of(0x0A0A0A),
                          .bare_edge = Colour::of(0x4A4A4A),
                          .road = Colour::of(0x151515),
                          .road_edge = Colour::of(0xE0E0E0),
                          .street_edge = Colour::of(0xE0E0E0),
                          .cycleway = Colour::of(0x1C1210),
                          .cycleway_edge = Colour::of(0xC09080),
                          .footway = Colour::of(0x0A0A0A),
                          .footway_edge = Colour::of(0xA0A0A0),
                          .square = Colour::of(0x101010),
                          .square_edge = Colour::of(0xA0A0A0),
                          .thing = Colour::of(0xFFFFFF),
                          .thing_edge = Colour::of(0x000000),
                          .permit = Colour::of(0xFFFFFF, 40),
                          .permit_edge = Colour::of(0xFFFFFF),
                          .facility = Colour::of(0x102010),
                          .facility_edge = Colour::of(0xC0E0C0),
                          .district = Colour::of(0xFFFFFF),
                          .unknown = Colour::of(0x202020),
                          .unknown_edge = Colour::of(0xFFFFFF)};

/// Glare eats pale colours: the same picture with darker edges on white.
constexpr Inks sunlit(Inks inks) {
    inks.building = Colour::of(0xCFCBC2);
    inks.building_edge = Colour::of(0x6B665C);
    inks.water = Colour::of(0xB4D2E0);
    inks.water_edge = Colour::of(0x4F7F95);
    inks.green_edge = Colour::of(0x8CA178);
    inks.road_edge = Colour::of(0x6F6A5F);
    inks.street_edge = Colour::of(0x6F6A5F);
    inks.cycleway_edge = Colour::of(0x8F7263);
    inks.footway_edge = Colour::of(0x8D8677);
    inks.square_edge = Colour::of(0x8D8677);
    inks.thing = Colour::of(0x4A4F4B);
    inks.permit_edge = Colour::of(0x1F2421);
    inks.district = Colour::of(0x1F2421);
    inks.unknown_edge = Colour::of(0x4A4F4B);
    return inks;
}
constexpr Inks k_sunlight = sunlit(k_light);

const Inks& inks_of(Theme theme) {
    switch (theme) {
        case Theme::light:
            return k_light;
        case Theme::dark:
            return k_dark;
        case Theme::contrast:
            return k_contrast;
        case Theme::sunlight:
            return k_sunlight;
    }
    return k_light;
}

LayerStyle area(Colour fill, Colour edge, float width, double widest = 1e12) {
    return {.fill = fill,
            .line = {.colour = edge, .width = width},
            .point = {.dot = Dot::disc, .fill = edge, .edge = fill, .size = 5},
            .widest_units_per_pixel = widest};
}

LayerStyle things(Colour fill, Colour edge, Dot dot, float size, double widest) {
    return {.fill = fill,
            .line = {.colour = fill, .width = 1.2F},
            .point = {.dot = dot, .fill = fill, .edge = edge, .size = size},
            .widest_units_per_pixel = widest};
}

LayerStyle street_lines(const Inks& inks) {
    // From far away only the casing is left: white hairlines on paper would not be seen.
    return {.casing = {.colour = inks.street_edge, .width = 7.0F, .on_ground = true, .least = 1.1F},
            .line = {.colour = inks.road, .width = 5.4F, .on_ground = true, .least = 0.0F},
            .point = {.dot = Dot::disc, .fill = inks.thing, .edge = inks.thing_edge, .size = 5}};
}

LayerStyle district(const Inks& inks) {
    return {.line = {.colour = inks.district, .width = 1.6F, .dash = 8, .gap = 4},
            .point = {.dot = Dot::disc, .fill = inks.district, .edge = inks.thing_edge, .size = 5}};
}

LayerStyle permit(const Inks& inks) {
    return {.fill = inks.permit,
            .line = {.colour = inks.permit_edge, .width = 1.5F, .dash = 5, .gap = 3},
            .point = {.dot = Dot::square, .fill = inks.permit_edge, .edge = inks.thing_edge, .size = 5},
            .widest_units_per_pixel = 3};
}

LayerStyle railway(const Inks& inks) {
    auto style = area(inks.bare, inks.thing, 1.0F);
    style.line = {.colour = inks.thing, .width = 1.4F, .dash = 6, .gap = 2};
    return style;
}

/// Paths given by their centre lines: dashed, longer for cycles than for feet.
LayerStyle path_line(Colour edge, Colour ground, float dash) {
    return {.casing = {.colour = ground, .width = 2.6F},
            .line = {.colour = edge, .width = 1.4F, .dash = dash, .gap = 2},
            .widest_units_per_pixel = 6};
}

LayerStyle unknown(const Inks& inks, geo::Kind kind) {
    LayerStyle style = area(inks.unknown, inks.unknown_edge, 1.2F);
    if (kind == geo::Kind::line || kind == geo::Kind::multi_line) style.line.width = 1.6F;
    style.point = {.dot = Dot::disc, .fill = inks.unknown_edge, .edge = inks.thing_edge, .size = 7};
    return style;
}

}  // namespace

LayerStyle default_style(std::string_view layer_name, geo::Kind kind, Theme theme) {
    return subject_style(subject_of(layer_name, kind), kind, theme);
}

LayerStyle subject_style(Subject subject, geo::Kind kind, Theme theme) {
    const auto& i = inks_of(theme);
    const bool is_line = kind == geo::Kind::line || kind == geo::Kind::multi_line;
    switch (subject) {
        case Subject::building:
            return area(i.building, i.building_edge, 1.0F);
        case Subject::water:
            return area(i.water, i.water_edge, 1.0F);
        case Subject::green:
            return area(i.green, i.green_edge, 0.8F);
        case Subject::bare_ground:
            return area(i.bare, i.bare_edge, 0.8F);
        case Subject::roadway:
            return area(i.road, i.road_edge, 1.0F);
        case Subject::cycleway:
            return is_line ? path_line(i.thing, i.cycleway, 8) : area(i.cycleway, i.cycleway_edge, 0.9F);
        case Subject::footway:
            return is_line ? path_line(i.street_edge, i.footway, 4) : area(i.footway, i.footway_edge, 0.9F);
        case Subject::square:
            return area(i.square, i.square_edge, 0.9F);
        case Subject::street_lines:
            return street_lines(i);
        case Subject::facility:
            return area(i.facility, i.facility_edge, 1.2F);
        case Subject::railway:
            return railway(i);
        case Subject::barrier:
            return area(i.thing, i.thing, 1.4F, 4);
        case Subject::furniture:
            return things(i.thing, i.thing_edge, Dot::disc, 6, 1.2);
        case Subject::terrace_permit:
            return permit(i);
        case Subject::terrace_marker:
            return things(i.permit_edge, i.thing_edge, Dot::square, 6, 0.8);
        case Subject::stop:
            return things(i.facility_edge, i.thing_edge, Dot::square, 8, 4);
        case Subject::district:
            return district(i);
        case Subject::unknown:
            return unknown(i, kind);
    }
    return unknown(i, kind);
}

MapColours map_colours(Theme theme) {
    switch (theme) {
        case Theme::light:
        case Theme::sunlight:
            return {.ground = theme == Theme::sunlight ? Colour::of(0xFFFFFF) : Colour::of(0xF7F5F0),
                    .ink = theme == Theme::sunlight ? Colour::of(0x000000) : Colour::of(0x1F2421),
                    .halo = Colour::of(0xFFFFFF),
                    .accent = Colour::of(0x0B5C6B),
                    .on_accent = Colour::of(0xFFFFFF),
                    .focus = Colour::of(0x0B5C6B),
                    .blocking = Colour::of(0xA4161A),
                    .hindering = Colour::of(0x8A4B00),
                    .attention = Colour::of(0x1D4E89),
                    .good = Colour::of(0x2B6B34),
                    .muted = Colour::of(0x565C58)};
        case Theme::dark:
            return {.ground = Colour::of(0x14181A),
                    .ink = Colour::of(0xF2F0EA),
                    .halo = Colour::of(0x0E1214),
                    .accent = Colour::of(0x7CCBD8),
                    .on_accent = Colour::of(0x0E1416),
                    .focus = Colour::of(0xFFD166),
                    .blocking = Colour::of(0xFF9A8F),
                    .hindering = Colour::of(0xFFC46B),
                    .attention = Colour::of(0x9CC7FF),
                    .good = Colour::of(0x9ED9A5),
                    .muted = Colour::of(0xB4BBB8)};
        case Theme::contrast:
            break;
    }
    return {.ground = Colour::of(0x000000),
            .ink = Colour::of(0xFFFFFF),
            .halo = Colour::of(0x000000),
            .accent = Colour::of(0xFFE600),
            .on_accent = Colour::of(0x000000),
            .focus = Colour::of(0xFFE600),
            .blocking = Colour::of(0xFF8A80),
            .hindering = Colour::of(0xFFD180),
            .attention = Colour::of(0xA7D3FF),
            .good = Colour::of(0xB9F6CA),
            .muted = Colour::of(0xFFFFFF)};
}

Colour colour_of(const std::optional<audit::Severity>& severity, Theme theme) {
    auto colours = map_colours(theme);
    if (!severity) return colours.muted;
    switch (*severity) {
        case audit::Severity::blocking:
            return colours.blocking;
        case audit::Severity::hindering:
            return colours.hindering;
        case audit::Severity::attention:
            return colours.attention;
    }
    return colours.muted;
}

}  // namespace app
