// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/block.hpp"

#include <algorithm>
#include <cmath>

namespace audit::demo {
namespace {

double rounded_width(double metres) { return std::round(metres * 100) / 100; }

struct Spacing {
    const char* kind;
    double every;  ///< metres, on average
    double from_kerb;
};

/// What stands along a street of this kind.
std::initializer_list<Spacing> things_along(Fabric fabric) {
    static const std::initializer_list<Spacing> old_centre{
        {"lichtmast", 34, 0.35}, {"fietsenrek", 55, 0.6}, {"afsluitpaal", 46, 0.25}, {"bloembak", 120, 0.5},
        {"afvalbak", 130, 0.4},  {"bank", 170, 0.6},      {"reclamebord", 160, 0.7}};
    static const std::initializer_list<Spacing> belt{
        {"lichtmast", 86, 0.35}, {"boom", 115, 0.5}, {"fietsenrek", 260, 0.6}, {"verkeersbordpaal", 320, 0.3}};
    static const std::initializer_list<Spacing> outer{
        {"lichtmast", 120, 0.4}, {"boom", 155, 0.6}, {"afvalbak", 500, 0.4}};
    if (fabric == Fabric::old_centre) return old_centre;
    return fabric == Fabric::belt ? belt : outer;
}

}  // namespace

std::string klasse_of(const std::string& kind) {
    if (kind == "boom") return "VegetatieObject";
    if (kind == "lichtmast" || kind == "afsluitpaal" || kind == "verkeersbordpaal") return "Paal";
    if (kind == "afvalbak" || kind == "bloembak") return "Bak";
    return kind == "reclamebord" ? "Bord" : "Straatmeubilair";
}

void draw_object(Canvas& canvas, const std::string& kind, geo::Point at) {
    canvas.add(CityLayer::furniture, point_of(at), {kind, klasse_of(kind)});
}

void draw_footways(Canvas& canvas, const Block& block) {
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& street = *block.streets[i];
        if (street.walk < 0.3) continue;
        Line ring = block.kerb.sides[i];
        ring.insert(ring.end(), block.front.sides[i].rbegin(), block.front.sides[i].rend());
        if (signed_area(ring) < 2) continue;
        auto fid = canvas.add(
            CityLayer::footway, polygon_of(ring),
            {street.name, std::string("voetpad"), std::string("open verharding"), rounded_width(street.walk)});
        const auto& side = block.kerb.sides[i];
        double middle = length(side) / 2;
        auto along = direction_at(side, middle);
        canvas.note({.what = PlainSpot::What::footway,
                     .street = street.name,
                     .layer = CityLayer::footway,
                     .fid = fid,
                     .at = point_at(side, middle) + to_left(along) * (street.walk / 2),
                     .along = along,
                     .room = street.walk});
    }
}

void draw_furniture(Canvas& canvas, const Block& block, Random& random) {
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& street = *block.streets[i];
        if (street.walk < 1.2) continue;
        const auto& side = block.kerb.sides[i];
        double total = length(side);
        for (const auto& thing : things_along(block.fabric)) {
            for (double at = random.uniform(2.5, thing.every); at < total - 2.5;
                 at += thing.every * random.uniform(0.75, 1.25)) {
                auto along = direction_at(side, at);
                auto place = point_at(side, at) + to_left(along) * thing.from_kerb;
                draw_object(canvas, thing.kind, place);
                bool in_the_way = thing.from_kerb >= 0.5 && std::string(thing.kind) != "boom";
                if (in_the_way)
                    canvas.note({.what = PlainSpot::What::object,
                                 .street = street.name,
                                 .detail = thing.kind,
                                 .layer = CityLayer::furniture,
                                 .fid = canvas.count(CityLayer::furniture),
                                 .at = place,
                                 .along = along,
                                 .room = street.walk - thing.from_kerb - 0.3});
            }
        }
    }
}

}  // namespace audit::demo
