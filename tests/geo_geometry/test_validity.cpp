// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/measure.hpp"
#include "geo/geometry/validity.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/support/catch.hpp"

#include <thread>

using namespace geo;

namespace {

const char* const k_bow_tie = "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))";

std::string reason(const Shape& shape) {
    auto why = why_invalid(shape);
    return why ? base::say(*why, base::Language::english) : "";
}

}  // namespace

TEST_CASE("A valid shape has no reason to be invalid", "[geometry][validity]") {
    for (const auto* wkt :
         {"POINT (1 2)", "LINESTRING (0 0, 10 10, 10 0, 0 10)", "POLYGON ((0 0, 4 0, 4 4, 0 0))", "POINT EMPTY",
          "MULTIPOLYGON EMPTY", "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))"})
        CHECK(reason(shape_from_wkt(wkt)).empty());
}

TEST_CASE("An invalid shape says why and where", "[geometry][validity]") {
    CHECK(reason(shape_from_wkt(k_bow_tie)) == "The boundary crosses or touches itself at 5, 5.");
    CHECK(reason(shape_from_wkt("POLYGON ((0 0, 4 0, 4 4, 0 0), (8 8, 9 8, 9 9, 8 8))")) ==
          "A hole lies outside its polygon at 8, 8.");
    CHECK(reason(Shape::line(std::vector<Point>{{1, 2}})) == "A line needs at least two positions.");
    CHECK(reason(Shape::polygon(std::vector<Point>{{1, 2}, {3, 4}})) ==
          "A polygon needs at least three different corners.");
}

TEST_CASE("A repaired shape is valid and covers the same ground", "[geometry][validity]") {
    auto repaired_tie = repaired(shape_from_wkt(k_bow_tie));
    CHECK_FALSE(why_invalid(repaired_tie));
    CHECK(repaired_tie.kind == Kind::multi_polygon);
    CHECK(area(repaired_tie) == Approx(50));
    auto overlapping =
        repaired(shape_from_wkt("MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((2 0, 6 0, 6 4, 2 4, 2 0)))"));
    CHECK_FALSE(why_invalid(overlapping));
    CHECK(area(overlapping) == Approx(24));
}

TEST_CASE("Nothing is left of a polygon without surface", "[geometry][validity]") {
    CHECK(repaired(Shape::polygon(std::vector<Point>{{1, 2}, {3, 4}})).is_empty());
    CHECK(repaired(shape_from_wkt("POLYGON ((0 0, 4 0, 8 0, 0 0))")).is_empty());
}

TEST_CASE("Shells run counter-clockwise and holes clockwise after right_handed", "[geometry][validity]") {
    auto right = "POLYGON ((0 0, 10 0, 10 10, 0 0), (4 1, 4 2, 6 2, 4 1))";
    CHECK(wkt_of(right_handed(shape_from_wkt("POLYGON ((0 0, 10 10, 10 0, 0 0), (4 1, 6 2, 4 2, 4 1))"))) == right);
    CHECK(wkt_of(right_handed(shape_from_wkt(right))) == right);
}

TEST_CASE("Threads check validity side by side", "[geometry][validity]") {
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 200; ++i) right += why_invalid(shape_from_wkt(k_bow_tie)).has_value() ? 1 : 0;
        });
    for (auto& thread : threads) thread.join();
    CHECK(right == 800);
}
