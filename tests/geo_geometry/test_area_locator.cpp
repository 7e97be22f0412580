// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/area_locator.hpp"
#include "geo/geometry/measure.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <random>

using geo::AreaLocator;
using geo::Side;

namespace {

/// A ring with many teeth, so that there are many strips.
geo::Shape cog(double x, double y, int teeth) {
    std::vector<geo::Point> ring;
    for (int i = 0; i < 2 * teeth; ++i) {
        const double turn = 3.14159265358979 * i / teeth, reach = i % 2 == 0 ? 100 : 60;
        ring.push_back({x + reach * std::cos(turn), y + reach * std::sin(turn)});
    }
    return geo::Shape::polygon(ring);
}

}  // namespace

TEST_CASE("Points are found in and out of a polygon with a hole, and on its edges", "[geometry][locator]") {
    const AreaLocator area(geo::shape_from_wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))"));
    CHECK(area.side_of({2, 2}) == Side::inside);
    CHECK(area.side_of({5, 5}) == Side::outside);
    CHECK(area.side_of({12, 5}) == Side::outside);
    CHECK(area.side_of({5, 11}) == Side::outside);
    for (const auto& edge : {geo::Point{0, 0}, {10, 5}, {5, 0}, {5, 10}, {4, 5}, {6, 6}, {10, 10}})
        CHECK(area.side_of(edge) == Side::edge);
}

TEST_CASE("The parts of a multipolygon are areas of their own", "[geometry][locator]") {
    const AreaLocator apart(geo::shape_from_wkt("MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((6 0, 9 0, 9 4, 6 0)))"));
    CHECK(apart.side_of({1, 1}) == Side::inside);
    CHECK(apart.side_of({8.5, 1}) == Side::inside);
    CHECK(apart.side_of({5, 1}) == Side::outside);
    const AreaLocator over_each_other(
        geo::shape_from_wkt("MULTIPOLYGON (((0 0, 8 0, 8 8, 0 8, 0 0)), ((2 2, 6 2, 6 6, 2 6, 2 2)))"));
    CHECK(over_each_other.side_of({4, 4}) == Side::inside);
    CHECK(AreaLocator(geo::shape_from_wkt("LINESTRING (0 0, 5 5)")).side_of({1, 1}) == Side::outside);
    CHECK(AreaLocator(geo::Shape{}).side_of({1, 1}) == Side::outside);
}

TEST_CASE("Many points are found as one by one", "[geometry][locator]") {
    const auto shape = cog(500, 500, 400);
    const AreaLocator area(shape);
    std::mt19937 random(5);
    int inside = 0;
    for (int i = 0; i < 20000; ++i) {
        const geo::Point p{400 + static_cast<double>(random() % 200000) / 1000,
                           400 + static_cast<double>(random() % 200000) / 1000};
        const bool is_inside = area.side_of(p) == Side::inside;
        inside += is_inside;
        if (is_inside != geo::contains(shape, p)) CHECK(area.side_of(p) == Side::edge);
    }
    CHECK(inside > 5000);
}

TEST_CASE("Neighbours that share a slanting edge never both have a point, nor lose one", "[geometry][locator]") {
    std::mt19937 random(9);
    const auto somewhere = [&] { return 1000 + static_cast<double>(random()) / 4294967296.0 * 1000; };
    for (int round = 0; round < 50; ++round) {
        const geo::Point a{somewhere(), 1000}, b{somewhere(), 2000};
        // The same edge, gone up by one and down by the other.
        const std::vector<geo::Point> west{{0, 1000}, a, b, {0, 2000}}, east{{3000, 1000}, {3000, 2000}, b, a};
        const AreaLocator left(geo::Shape::polygon(west)), right(geo::Shape::polygon(east));
        for (int i = 0; i < 200; ++i) {
            const double share = static_cast<double>(random()) / 4294967296.0;
            const geo::Point near{a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
            const auto in_left = left.side_of(near), in_right = right.side_of(near);
            if (in_left == Side::edge || in_right == Side::edge)
                CHECK(in_left == in_right);
            else
                CHECK((in_left == Side::inside) != (in_right == Side::inside));
        }
    }
}
