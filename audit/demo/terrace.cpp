// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/block.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace audit::demo {
namespace {

/// Between façade and terrace, so that a terrace never lies under a house, however the façade bends.
constexpr double k_off_the_wall = 0.1;

geo::FieldValue area_of(const std::array<geo::Point, 4>& corners) {
    double area = signed_area({corners.begin(), corners.end()});
    return static_cast<double>(static_cast<std::int64_t>(area * 10 + 0.5)) / 10;
}

/// How far the permitted terrace may come out, or 0 when there is no room for one.
double permitted_depth(const Cafe& cafe, Random& random) {
    if (cafe.walk <= 0) return random.uniform(3, 5.5);  // on a square: nothing but the square in front
    if (cafe.walk < 3.2) return 0;
    return std::min(random.uniform(1.4, 2.6), cafe.walk - 1.6);
}

void draw_markers(Canvas& canvas, const TerraceSpot& spot) {
    for (const auto& corner : spot.corners)
        canvas.add(CityLayer::terrace_marker, point_of(corner), {spot.permit, std::string("munt")});
}

void place_obstacle(Canvas& canvas, TerraceSpot& spot, const Cafe& cafe, double depth, Random& random) {
    static const char* const kinds[] = {"fietsenrek", "lichtmast", "bloembak", "boom", "afsluitpaal", "reclamebord"};
    double most = cafe.walk > 0 ? cafe.walk - depth - 0.3 : 2.6;
    if (most < 0.85 || !random.chance(0.6)) return;
    spot.room = random.uniform(0.8, std::min(most, 2.6));
    auto along = unit(spot.corners[1] - spot.corners[0]);
    auto edge = (spot.corners[2] + spot.corners[3]) * 0.5 + along * random.uniform(-0.3, 0.3);
    spot.obstacle = rounded(edge + spot.outward * spot.room);
    spot.obstacle_kind = random.one_of(kinds);
    spot.has_obstacle = true;
    draw_object(canvas, spot.obstacle_kind, spot.obstacle);
}

}  // namespace

void draw_terrace(Canvas& canvas, const Cafe& cafe, Random& random) {
    double depth = permitted_depth(cafe, random);
    if (depth < 0.8) return;
    auto from = cafe.facade.front(), to = cafe.facade.back();
    auto along = unit(to - from), out = to_left(along) * -1;
    double bulge = 0;
    for (const auto& p : cafe.facade) bulge = std::max(bulge, dot(p - from, out));
    double base = bulge + k_off_the_wall, margin = random.uniform(0.15, 0.5);
    auto left = from + along * margin + out * base, right = to - along * margin + out * base;
    if (norm(right - left) < 2.5) return;
    TerraceSpot spot{.business = cafe.name, .address = cafe.address, .street = cafe.street->name, .outward = out};
    // Counter-clockwise with the façade behind: seen from the street, right to left.
    spot.corners = {rounded(right), rounded(left), rounded(left + out * depth), rounded(right + out * depth)};
    spot.permit = fmt::format("TV-{}-{:05}", random.between(2023, 2026), canvas.count(CityLayer::terrace_permit) + 1);
    int year = random.between(2023, 2026);
    spot.fid = canvas.add(CityLayer::terrace_permit, polygon_of({spot.corners.begin(), spot.corners.end()}),
                          {spot.permit, spot.business, spot.address, fmt::format("{}-03-01", year),
                           fmt::format("{}-10-31", year + random.between(0, 3)), area_of(spot.corners)});
    draw_markers(canvas, spot);
    place_obstacle(canvas, spot, cafe, depth, random);
    canvas.note(std::move(spot));
}

}  // namespace audit::demo
