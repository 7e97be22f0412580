// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/block.hpp"
#include "audit/demo/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace audit::demo {
namespace {

struct Extent {
    geo::Point centre{}, along{};
    double width = 0, depth = 0;  ///< along and across
};

/// The block measured along its low circle, for whatever is laid out straight in it.
Extent extent_of(const Line& ring, const Quad& quad) {
    Extent out;
    out.along = unit(quad.sides[3].back() - quad.sides[3].front());
    geo::Box box;
    for (const auto& p : ring) box.grow(geo::Point{dot(p, out.along), dot(p, to_left(out.along))});
    auto c = box.centre();
    out.centre = out.along * c.x + to_left(out.along) * c.y;
    out.width = box.width();
    out.depth = box.height();
    return out;
}

bool holds(const Line& ring, const Line& inner) {
    return std::all_of(inner.begin(), inner.end(), [&ring](geo::Point p) { return is_inside(ring, p); });
}

void scatter(Canvas& canvas, const Line& ring, const Extent& extent, const char* kind, int count, Random& random) {
    for (int i = 0; i < count; ++i) {
        auto p = extent.centre + extent.along * random.uniform(-extent.width / 2, extent.width / 2) +
                 to_left(extent.along) * random.uniform(-extent.depth / 2, extent.depth / 2);
        if (is_inside(ring, p)) draw_object(canvas, kind, p);
    }
}

/// A pond with a soft edge.
Line pond_ring(const Extent& extent, Random& random) {
    Line out;
    double phase = random.uniform(0, 6.28);
    for (int i = 0; i < 22; ++i) {
        double a = 6.28318530718 * i / 22, swell = 1 + 0.22 * std::sin(2 * a + phase) + 0.1 * std::sin(3 * a - phase);
        out.push_back(extent.centre + extent.along * (extent.width * 0.22 * swell * std::cos(a)) +
                      to_left(extent.along) * (extent.depth * 0.17 * swell * std::sin(a)));
    }
    return out;
}

void add_facility(Canvas& canvas, const Line& ring, const std::string& kind, const std::string& street,
                  Random& random) {
    auto name = sports_name(random, kind);
    auto fid = canvas.add(CityLayer::sports_facility, polygon_of(ring), {kind, name});
    canvas.note({.what = PlainSpot::What::sport,
                 .street = street,
                 .detail = name,
                 .layer = CityLayer::sports_facility,
                 .fid = fid,
                 .at = ring.front(),
                 .along = unit(ring[1] - ring[0])});
}

void draw_slab(Canvas& canvas, const Line& ring, geo::Point base, geo::Point along, double width, double depth,
               Random& random) {
    auto slab = box_at(base, along, width, depth);
    if (!holds(ring, slab)) return;
    auto stair = along * (width * 0.1), out = to_left(along) * -1.6;  // the stairwell stands out at the front
    Line walls{slab[0],
               slab[0] + (slab[1] - slab[0]) * 0.45,
               slab[0] + (slab[1] - slab[0]) * 0.45 + out,
               slab[0] + (slab[1] - slab[0]) * 0.45 + stair + out,
               slab[0] + (slab[1] - slab[0]) * 0.45 + stair,
               slab[1],
               slab[2],
               slab[3]};
    auto id = fmt::format("DEMO{:012}", canvas.count(CityLayer::building) + 1);
    canvas.add(CityLayer::building, polygon_of(walls),
               {id, std::string("woonfunctie"), static_cast<std::int64_t>(random.between(1955, 1978)), std::string{},
                std::string{}});
}

}  // namespace

void draw_flats(Canvas& canvas, const Block& block, Random& random) {
    auto ring = block.walls.ring();
    auto extent = extent_of(ring, block.walls);
    canvas.add(CityLayer::square, polygon_of(block.front.ring()),
               {std::string{}, std::string("groenvoorziening"), std::string("gras- en kruidachtigen")});
    double step = 34, slab = std::min(62.0, extent.width * 0.8);
    for (double across = -extent.depth / 2 + 6; across < extent.depth / 2 - 12; across += step) {
        for (double along = -extent.width / 2 + slab / 2 + 3; along < extent.width / 2 - slab / 2; along += slab + 14) {
            auto base = extent.centre + extent.along * along + to_left(extent.along) * across;
            draw_slab(canvas, ring, base, extent.along, slab, 11.5, random);
        }
    }
    scatter(canvas, ring, extent, "boom", static_cast<int>(extent.width * extent.depth / 1500), random);
}

void draw_works(Canvas& canvas, const Block& block, Random& random) {
    draw_houses(canvas, block, random);
    auto ring = block.walls.ring();
    auto extent = extent_of(ring, block.walls);
    if (extent.width < 90 || extent.depth < 110) return;
    draw_slab(canvas, ring, extent.centre - to_left(extent.along) * 9, extent.along, extent.width * 0.3, 18, random);
}

void draw_square(Canvas& canvas, const Block& block, Random& random) {
    auto ring = block.front.ring();
    auto extent = extent_of(ring, block.front);
    auto name = square_name(random);
    auto fid = canvas.add(CityLayer::square, polygon_of(ring),
                          {name, std::string("voetgangersgebied"), std::string("gebakken klinkers")});
    canvas.note({.what = PlainSpot::What::square,
                 .street = name,
                 .layer = CityLayer::square,
                 .fid = fid,
                 .at = extent.centre,
                 .along = extent.along});
    int many = static_cast<int>(extent.width * extent.depth / 240);
    scatter(canvas, ring, extent, "boom", many, random);
    scatter(canvas, ring, extent, "bank", many / 2 + 1, random);
    scatter(canvas, ring, extent, "fietsenrek", many / 3 + 1, random);
    auto ground = box_at(extent.centre, extent.along, extent.width * 0.3, extent.depth * 0.24);
    if (holds(ring, ground))
        add_facility(canvas, ground, random.chance(0.6) ? "speeltuin" : "beweegtuin", name, random);
}

void draw_park(Canvas& canvas, const Block& block, Random& random) {
    auto ring = block.front.ring();
    auto extent = extent_of(ring, block.front);
    auto name = avenue_name(random) + "park";
    canvas.add(CityLayer::square, polygon_of(ring),
               {name, std::string("groenvoorziening"), std::string("gras- en kruidachtigen")});
    auto pond = pond_ring(extent, random);
    if (extent.width > 40 && extent.depth > 40 && holds(ring, pond))
        canvas.add(CityLayer::water, polygon_of(pond), {std::string("Vijver ") + name, std::string("watervlakte")});
    scatter(canvas, ring, extent, "boom", static_cast<int>(std::min(90.0, extent.width * extent.depth / 300)), random);
    scatter(canvas, ring, extent, "bank", 5, random);
}

void draw_sports(Canvas& canvas, const Block& block, Random& random) {
    auto ring = block.front.ring();
    auto extent = extent_of(ring, block.front);
    canvas.add(CityLayer::square, polygon_of(ring),
               {std::string{}, std::string("groenvoorziening"), std::string("gras- en kruidachtigen")});
    double width = 69, depth = 104;
    bool large = extent.width > 90 && extent.depth > 120;
    if (!large) width = 24, depth = 36;
    for (double x = -extent.width / 2 + width / 2 + 8; x < extent.width / 2 - width / 2; x += width + 7) {
        for (double y = -extent.depth / 2 + 8; y < extent.depth / 2 - depth; y += depth + 9) {
            auto pitch =
                box_at(extent.centre + extent.along * x + to_left(extent.along) * y, extent.along, width, depth);
            if (holds(ring, pitch))
                add_facility(canvas, pitch, large ? "voetbalveld" : "tennisbaan", block.streets[3]->name, random);
        }
    }
}

}  // namespace audit::demo
