// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/names.hpp"
#include "audit/demo/town.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace audit::demo {
namespace {

/// Draws the streets, canals and bridges that bound neighbourhoods.
class Frame {
public:
    Frame(Canvas& canvas, const Town& town, std::uint64_t seed) : canvas_(canvas), town_(town), random_(seed) {}

    /// The stretch of circle `k` between two rays of `ring`.
    void circle(int k, int ring, int sector) {
        const auto& street = town_.circle_street(k);
        if (street.half <= 0) return;
        double r = town_.radius(k), from = town_.angle(ring, sector), to = town_.angle(ring, sector + 1);
        auto strip = [&](double low, double high) {
            return town_.ground().quad({r, low}, {r, high}, {from, 0}, {to, 0});
        };
        if (street.water <= 0) return road(strip(-street.half, street.half), street, 0);
        water(strip(-street.water, street.water), street);
        road(strip(-street.half, -street.water), street, 0);
        road(strip(street.water, street.half), street, 0);
        if (k <= 2) trees_along(street, town_.ground().circle({r, street.water + 0.7}, from, to));
    }

    void ray(int ring, int sector) {
        const auto& street = town_.ray_street(ring, sector);
        double angle = town_.angle(ring, sector), r0 = town_.radius(ring), r1 = town_.radius(ring + 1);
        const auto &inner = town_.circle_street(ring), &outer = town_.circle_street(ring + 1);
        auto strip = [&](double from, double to, double low, double high) {
            return town_.ground().quad({r0, from}, {r1, -to}, {angle, low}, {angle, high});
        };
        double w = street.water, h = street.half;
        if (w <= 0) {
            road(strip(inner.half, outer.half, -h, h), street, 0);
        } else {
            bool river = town_.is_river(ring, sector);
            // A canal meets the water of another canal under the quay's bridge; a river runs on under every street.
            water(strip(river             ? 0
                        : inner.water > 0 ? inner.water
                                          : inner.half,
                        river             ? 0
                        : outer.water > 0 ? outer.water
                                          : outer.half,
                        -w, w),
                  street);
            road(strip(inner.half, outer.half, -h, -w), street, 0);
            road(strip(inner.half, outer.half, w, h), street, 0);
            bridge_over_ray(street, (r0 + r1) / 2, angle);
        }
        bool goes_on = ring + 1 >= town_.rings() || !town_.is_water_beyond(ring, sector);
        if (outer.water > 0 && w <= 0 && goes_on) bridge_over_circle(outer, r1, angle, std::min(h, 4.5));
        stops(street, town_.ground().ray({angle, h + 0.9}, r0, r1), ring);
    }

private:
    void road(const std::optional<Quad>& quad, const Street& street, int level) {
        if (!quad) return;
        double width = street.water > 0 ? street.half - street.water : 2 * street.half;
        canvas_.add(
            CityLayer::roadway, polygon_of(quad->ring()),
            {street.name, street.use, street.paving, std::round(width * 100) / 100, static_cast<std::int64_t>(level)});
    }

    void water(const std::optional<Quad>& quad, const Street& street) {
        if (quad) canvas_.add(CityLayer::water, polygon_of(quad->ring()), {street.name, std::string("waterloop")});
    }

    void bridge_over_circle(const Street& canal, double radius, double angle, double half) {
        if (half <= 0) return;
        double reach = canal.water + 0.4;
        bridge(town_.ground().quad({radius, -reach}, {radius, reach}, {angle, -half}, {angle, half}), half);
    }

    void bridge_over_ray(const Street& canal, double radius, double angle) {
        double reach = canal.water + 0.4;
        if (canal.water > 10 && !random_.chance(0.35)) return;
        bridge(town_.ground().quad({radius, -2.6}, {radius, 2.6}, {angle, -reach}, {angle, reach}), 2.6);
    }

    void bridge(const std::optional<Quad>& quad, double half) {
        road(quad,
             {.name = bridge_name(random_), .half = half, .use = "rijbaan lokale weg", .paving = "gesloten verharding"},
             1);
    }

    void trees_along(const Street& street, const Line& quay) {
        double total = length(quay);
        for (double at = random_.uniform(3, 9); at < total - 4; at += random_.uniform(8, 11))
            canvas_.add(CityLayer::furniture, point_of(point_at(quay, at)),
                        {std::string("boom"), std::string("VegetatieObject")});
        if (street.water > 8) return;
        for (double at = random_.uniform(8, 20); at < total - 6; at += random_.uniform(24, 40))
            canvas_.add(CityLayer::furniture, point_of(point_at(quay, at)),
                        {std::string("fietsenrek"), std::string("Straatmeubilair")});
    }

    void stops(const Street& street, const Line& kerb, int ring) {
        if (ring < 1 || street.water > 0 || street.half < 3.5) return;
        double total = length(kerb);
        if (total < 60) return;
        auto at = point_at(kerb, total * 0.5);
        auto fid = canvas_.add(CityLayer::stop, point_of(at), {street.name, std::string("bushalte")});
        canvas_.note({.what = PlainSpot::What::stop,
                      .street = street.name,
                      .detail = street.name,
                      .layer = CityLayer::stop,
                      .fid = fid,
                      .at = at,
                      .along = direction_at(kerb, total * 0.5)});
    }

    Canvas& canvas_;
    const Town& town_;
    Random random_;
};

Line around(const Town& town, Rail circle) {
    auto line = town.ground().circle(circle, 0, 6.28318530717958648);
    line.pop_back();
    return line;
}

/// A cross-shaped church with a tower at its west end and a round choir.
Line church_ring(geo::Point centre, geo::Point along) {
    auto at = [&](double x, double y) { return centre + along * x + to_left(along) * y; };
    return {at(-19, -3.2), at(-13, -3.2), at(-13, -5.5), at(1, -5.5),  at(1, -11),  at(8, -11), at(8, -5.5),
            at(13, -5.5),  at(16.5, -3),  at(17.6, 0),   at(16.5, 3),  at(13, 5.5), at(8, 5.5), at(8, 11),
            at(1, 11),     at(1, 5.5),    at(-13, 5.5),  at(-13, 3.2), at(-19, 3.2)};
}

}  // namespace

void draw_frame(Canvas& canvas, const Town& town, int ring, int sector) {
    Frame frame(canvas, town,
                mixed({town.seed(), 31, static_cast<std::uint64_t>(ring), static_cast<std::uint64_t>(sector)}));
    frame.circle(ring + 1, ring, sector);
    frame.ray(ring, sector);
}

void draw_market(Canvas& canvas, const Town& town) {
    const auto& name = town.circle_street(0).name;
    auto ring = thinned(around(town, {town.radius(0), 0}), 0.04);
    canvas.add(CityLayer::square, polygon_of(ring),
               {name, std::string("voetgangersgebied"), std::string("gebakken klinkers")});
    Random random(mixed({town.seed(), 41}));
    auto west = unit({0.94, 0.33});
    auto church = church_ring(town.ground().place(8, 2.2), west);
    canvas.add(CityLayer::building, polygon_of(church),
               {fmt::format("DEMO{:012}", canvas.count(CityLayer::building) + 1), std::string("bijeenkomstfunctie"),
                std::int64_t{1431}, std::string("Sint-Joriskerk"), name + " 1"});
    auto centre = town.ground().place(0.5, 0);
    for (int i = 0; i < 40; ++i) {
        static const char* const kinds[] = {"boom", "boom", "bank", "lichtmast", "fietsenrek", "afvalbak"};
        auto at = centre + geo::Point{random.uniform(-38, 38), random.uniform(-38, 38)};
        // A strip along the fronts stays free: the terraces stand there.
        if (is_inside(ring, at) && distance_to(ring, at) > 8.5 && !is_inside(church, at) && distance_to(church, at) > 2)
            draw_object(canvas, random.one_of(kinds), at);
    }
}

void draw_district(Canvas& canvas, const Town& town, int ring, int first, int end, std::int64_t houses) {
    Random random(mixed({town.seed(), 51, static_cast<std::uint64_t>(ring), static_cast<std::uint64_t>(first)}));
    Line outline;
    if (ring == 0) {
        outline = around(town, {town.radius(1), 0});
    } else if (auto quad = town.ground().quad({town.radius(ring), 0}, {town.radius(ring + 1), 0},
                                              {town.angle(ring, first), 0}, {town.angle(ring, end), 0})) {
        outline = quad->ring();
    }
    if (outline.empty()) return;
    auto inhabitants = static_cast<std::int64_t>(static_cast<double>(houses) * random.uniform(1.6, 2.3));
    auto code = fmt::format("DW{:04}", canvas.count(CityLayer::district) + 1);
    canvas.add(CityLayer::district, polygon_of(thinned(outline, 0.3)),
               {code, town.district_name(ring, first), inhabitants});
}

}  // namespace audit::demo
