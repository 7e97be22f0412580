// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/block.hpp"
#include "audit/demo/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace audit::demo {
namespace {

/// A house needs at least this much ground behind its front.
constexpr double k_least_depth = 4.2;

/// One side of a block while houses are put along it.
struct Row {
    const Line& side;
    double total;
    double begin, end;              ///< where the corner houses stop
    double slope_begin, slope_end;  ///< how fast the depth may grow from the corners: tangent of half the angle
    const Street* street;
    double walk;
    int number = 1;
};

geo::Point inward(const Line& side, double along) { return to_left(direction_at(side, along)); }

double half_angle_tangent(const Quad& quad, std::size_t corner) {
    const auto& before = quad.sides[(corner + 3) % 4];
    const auto& after = quad.sides[corner];
    auto in = direction_at(before, length(before)), out = direction_at(after, 0);
    double turn = std::atan2(cross(in, out), dot(in, out));  // 90° for a square corner
    return std::tan(std::clamp((3.14159265 - turn) / 2, 0.25, 1.45));
}

/// How deep houses may be at `along` without meeting those of another side.
double room_at(const Row& row, const Line& ring, double along, double most) {
    double by_corners = std::min(along * row.slope_begin, (row.total - along) * row.slope_end);
    auto from = point_at(row.side, along);
    double by_opposite = 0.44 * free_distance(from, inward(row.side, along), ring, most * 2.5);
    return std::min({most, by_corners, by_opposite});
}

std::string address_of(Row& row, Random& random) {
    row.number += random.chance(0.1) ? 4 : 2;
    return row.street->name.empty() ? std::string{} : fmt::format("{} {}", row.street->name, row.number);
}

std::int64_t add_house(Canvas& canvas, const Line& ring, const Housing& housing, Random& random, const std::string& use,
                       const std::string& name, const std::string& address) {
    auto id = fmt::format("DEMO{:012}", canvas.count(CityLayer::building) + 1);
    return canvas.add(
        CityLayer::building, polygon_of(ring),
        {id, use, static_cast<std::int64_t>(random.between(housing.year_low, housing.year_high)), name, address});
}

/// The back of a house: one wall, a lower part on one side, or an outbuilding between two yards.
enum class Back { plain, stepped, outbuilding };

struct HousePlan {
    double from, to, depth;
    Back back = Back::plain;
    double step = 0;                  ///< how much less deep the shallow parts are
    double split_a = 0, split_b = 0;  ///< where the depth changes, share of the width
};

/// Front along the street, then back over the depth.
Line house_ring(const Row& row, const HousePlan& plan) {
    Line ring = stretch(row.side, plan.from, plan.to);
    auto add = [&](double share, double depth) {
        double along = plan.from + (plan.to - plan.from) * share;
        ring.push_back(point_at(row.side, along) + inward(row.side, along) * depth);
    };
    double shallow = plan.depth - plan.step;
    if (plan.back == Back::plain) {
        add(1, plan.depth);
        add(0, plan.depth);
        return ring;
    }
    if (plan.back == Back::outbuilding) {
        add(1, shallow);
        add(plan.split_b, shallow);
        add(plan.split_b, plan.depth);
    } else {
        add(1, plan.depth);
    }
    add(plan.split_a, plan.depth);
    add(plan.split_a, shallow);
    add(0, shallow);
    return ring;
}

HousePlan house_plan(double from, double to, double depth, const Housing& housing, Random& random) {
    HousePlan plan{.from = from, .to = to, .depth = depth};
    if (depth < 6.5 || !random.chance(housing.stepped)) return plan;
    plan.back = random.chance(0.55) ? Back::outbuilding : Back::stepped;
    plan.step = random.uniform(1.3, depth * 0.38);
    plan.split_a = random.uniform(0.25, 0.45);
    plan.split_b = plan.split_a + random.uniform(0.25, 0.4);
    return plan;
}

bool is_sound(const Line& ring) { return signed_area(ring) > 12; }

void draw_shed(Canvas& canvas, const Row& row, double from, double to, double depth, double room,
               const Housing& housing, Random& random) {
    if (room - depth < 7) return;
    double along = from + 1.3;
    if (to - from < 3.4) return;
    auto base =
        point_at(row.side, along) + inward(row.side, along) * (std::min(room - 3.2, depth + random.uniform(5, 9)));
    add_house(canvas, box_at(base, direction_at(row.side, along), 2.2, 2.8), housing, random, "bijgebouw", "", "");
}

bool is_cafe(const Row& row, double width, Random& random) {
    double share = row.street->half <= 0 ? 0.5 : row.walk > 3 ? 0.28 : 0.1;  // most of all around the market
    return row.street->shops && width > 4.6 && random.chance(share);
}

void draw_house(Canvas& canvas, Row& row, const Line& ring, const Housing& housing, double from, double to,
                Random& random) {
    double most = random.uniform(housing.depth_low, housing.depth_high);
    double reach = most + 14;
    double room = std::min(room_at(row, ring, from, reach), room_at(row, ring, to, reach));
    double depth = std::min(most, room);
    if (depth < k_least_depth) return;
    auto walls = house_ring(row, house_plan(from, to, depth, housing, random));
    if (!is_sound(walls)) return;
    auto address = address_of(row, random);
    bool cafe = is_cafe(row, to - from, random);
    auto name = cafe ? cafe_name(random) : std::string{};
    bool shop = row.street->shops && random.chance(0.5);
    auto fid = add_house(canvas, walls, housing, random,
                         cafe   ? "bijeenkomstfunctie"
                         : shop ? "winkelfunctie"
                                : "woonfunctie",
                         name, address);
    if (cafe) draw_terrace(canvas, {row.street, stretch(row.side, from, to), row.walk, name, address}, random);
    if (!cafe && random.chance(shop ? 0.25 : 0.04)) {
        double middle = (from + to) / 2;
        canvas.note({.what = PlainSpot::What::entrance,
                     .street = row.street->name,
                     .detail = address,
                     .layer = CityLayer::building,
                     .fid = fid,
                     .at = point_at(row.side, middle),
                     .along = direction_at(row.side, middle)});
    }
    if (random.chance(housing.shed)) draw_shed(canvas, row, from, to, depth, room, housing, random);
}

/// @returns how far the corner house reaches along both sides
double draw_corner(Canvas& canvas, const Quad& walls, std::size_t corner, const Housing& housing, const Street* street,
                   Random& random) {
    const auto& before = walls.sides[(corner + 3) % 4];
    const auto& after = walls.sides[corner];
    double slope = half_angle_tangent(walls, corner), total = length(before);
    double depth = random.uniform(housing.depth_low, housing.depth_high) * 0.9;
    double reach = std::min({depth / slope, 15.0, total * 0.42, length(after) * 0.42});
    depth = reach * slope;
    if (depth < k_least_depth || reach < 3) return std::max(reach, 2.0);
    auto a = point_at(before, total - reach) + inward(before, total - reach) * depth;
    auto b = point_at(after, reach) + inward(after, reach) * depth;
    Line ring = stretch(before, total - reach, total);
    Line rest = stretch(after, 0, reach);
    ring.insert(ring.end(), rest.begin() + 1, rest.end());
    ring.push_back((a + b) * 0.5);
    if (!is_sound(ring)) return reach;
    auto address = street->name.empty() ? std::string{} : street->name + " 1";
    add_house(canvas, ring, housing, random, street->shops ? "winkelfunctie" : "woonfunctie", "", address);
    return reach;
}

}  // namespace

const Housing& housing_of(Fabric fabric) {
    static const Housing old_centre{4.6, 8.2, 7, 14, 0, 0.75, 0.03, 0.08, true, 1600, 1900};
    static const Housing belt{5.0, 6.4, 9.5, 12.5, 0, 0.9, 0.015, 0.22, true, 1880, 1935};
    static const Housing post_war{5.6, 6.6, 8.5, 11, 4.5, 0.75, 0.06, 0.3, false, 1950, 1978};
    static const Housing suburb{6.5, 11, 8.5, 12, 5.5, 0.9, 0.1, 0.35, false, 1975, 2022};
    static const Housing industry{24, 60, 22, 40, 6, 0.8, 0.1, 0, false, 1965, 2020};
    switch (fabric) {
        case Fabric::old_centre:
            return old_centre;
        case Fabric::belt:
            return belt;
        case Fabric::post_war:
            return post_war;
        case Fabric::industry:
            return industry;
        case Fabric::suburb:
        case Fabric::park:
        case Fabric::sports:
            return suburb;
    }
    return suburb;
}

void draw_houses(Canvas& canvas, const Block& block, Random& random) {
    const auto& housing = housing_of(block.fabric);
    auto ring = block.walls.ring();
    std::array<double, 4> reach{};
    for (std::size_t i = 0; i < 4; ++i)
        reach[i] = housing.corners ? draw_corner(canvas, block.walls, i, housing, block.streets[i], random) : 7.0;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& side = block.walls.sides[i];
        double total = length(side);
        Row row{side,
                total,
                reach[i],
                total - reach[(i + 1) % 4],
                half_angle_tangent(block.walls, i),
                half_angle_tangent(block.walls, (i + 1) % 4),
                block.streets[i],
                block.streets[i]->walk};
        double at = row.begin;
        while (row.end - at > housing.front_low * 0.8) {
            double width = random.uniform(housing.front_low, housing.front_high);
            if (row.end - at - width < housing.front_low * 0.8)
                width = std::min(row.end - at, housing.front_high * 1.4);
            double to = std::min(at + width, row.end);
            if (!random.chance(housing.gap)) draw_house(canvas, row, ring, housing, at, to, random);
            at = to;
        }
    }
}

}  // namespace audit::demo
