// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/measure.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

using namespace geo;

TEST_CASE("Lengths count lines and rings", "[geometry][measure]") {
    CHECK(length(shape_from_wkt("LINESTRING (0 0, 3 4, 3 10)")) == Approx(11));
    CHECK(length(shape_from_wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))")) == Approx(40));
    CHECK(length(Shape::point({1, 2})) == 0);
}

TEST_CASE("Areas subtract holes whatever the direction of the rings", "[geometry][measure]") {
    CHECK(area(shape_from_wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))")) == Approx(96));
    CHECK(area(shape_from_wkt("POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))")) == Approx(96));
    CHECK(area(shape_from_wkt("LINESTRING (0 0, 3 4)")) == 0);
    CHECK(area(shape_from_wkt("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((5 5, 7 5, 7 7, 5 7, 5 5)))")) == Approx(5));
}

TEST_CASE("A small area far from the origin keeps its decimals", "[geometry][measure]") {
    auto square = shape_from_wkt(
        "POLYGON ((193500 563900, 193500.01 563900, 193500.01 563900.01, 193500 563900.01, 193500 563900))");
    CHECK(area(square) == Approx(1e-4).epsilon(1e-6));
}

TEST_CASE("Distances are shortest distances, and 0 inside a polygon", "[geometry][measure]") {
    auto ring = shape_from_wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))");
    CHECK(distance(ring, Point{13, 14}) == Approx(5));
    CHECK(distance(ring, Point{1, 1}) == 0);
    CHECK(distance(ring, Point{5, 5}) == Approx(1));
    CHECK(distance(shape_from_wkt("LINESTRING (0 0, 10 0)"), Point{4, 3}) == Approx(3));
    CHECK(distance(shape_from_wkt("LINESTRING (2 2, 2 2)"), Point{2, 5}) == Approx(3));
    CHECK(distance(shape_from_wkt("MULTIPOINT ((0 0), (9 9))"), Point{9, 5}) == Approx(4));
    CHECK(std::isinf(distance(shape_from_wkt("POLYGON EMPTY"), Point{0, 0})));
}

TEST_CASE("A polygon contains its boundary, but not its holes", "[geometry][measure]") {
    auto ring = shape_from_wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))");
    for (auto p : {Point{1, 1}, Point{0, 5}, Point{10, 10}, Point{5, 0}, Point{0, 0}, Point{4, 5}})
        CHECK(contains(ring, p));
    for (auto p : {Point{5, 5}, Point{-1, 5}, Point{11, 10}, Point{-1, 0}, Point{12, 0}})
        CHECK_FALSE(contains(ring, p));
}

TEST_CASE("The point on a shape lies inside it", "[geometry][measure]") {
    for (const auto* wkt : {"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (1 1, 9 1, 9 9, 1 9, 1 1))",
                            "POLYGON ((0 0, 10 0, 10 1, 1 1, 1 9, 10 9, 10 10, 0 10, 0 0))",
                            "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((5 5, 9 5, 9 9, 5 9, 5 5)))"}) {
        auto shape = shape_from_wkt(wkt);
        INFO(wkt);
        CHECK(contains(shape, point_on(shape)));
    }
    CHECK(point_on(shape_from_wkt("LINESTRING (0 0, 4 0, 4 4)")) == Point{4, 0});
    CHECK(point_on(shape_from_wkt("MULTILINESTRING ((0 0, 1 0), (10 0, 20 0))")) == Point{15, 0});
    CHECK(point_on(Shape::point({1, 2})) == Point{1, 2});
    CHECK(std::isnan(point_on(shape_from_wkt("POLYGON EMPTY")).x));
}

TEST_CASE("Two shapes come closest between corners too, and touch where they cross", "[geometry]") {
    auto line = shape_from_wkt("LINESTRING (0 4, 20 4)");
    auto near = nearest_points(Shape::point({7, 1}), line);
    REQUIRE(near);
    CHECK(near->first == Point{7, 1});
    CHECK(near->second == Point{7, 4});
    auto crossing = nearest_points(line, shape_from_wkt("LINESTRING (5 0, 5 9)"));
    REQUIRE(crossing);
    CHECK(crossing->first == crossing->second);
    auto inside = nearest_points(shape_from_wkt("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))"), Shape::point({4, 4}));
    REQUIRE(inside);
    CHECK(distance(inside->first, inside->second) == 0);
    CHECK_FALSE(nearest_points(line, Shape{}));
}

TEST_CASE("A box ignores what is not finite and stays empty until it grows", "[geometry]") {
    Box box;
    box.grow(Point{std::nan(""), 1});
    CHECK(box.is_empty());
    CHECK(box.width() == 0);
    CHECK(box.widened(5).is_empty());
    box.grow(Point{1, 2});
    box.grow(Box{});
    CHECK(box == Box{1, 2, 1, 2});
    CHECK(box.widened(1) == Box{0, 1, 2, 3});
}
