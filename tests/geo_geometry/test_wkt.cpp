// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/problem.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

std::string refused(const std::string& wkt) {
    try {
        shape_from_wkt(wkt);
        return "";
    } catch (const base::Error& error) {
        CHECK(error.problem().code == "wkt-broken");
        return base::say(error.problem().message, base::Language::english);
    }
}

}  // namespace

TEST_CASE("WKT comes back as it was written", "[geometry][wkt]") {
    for (const auto* wkt :
         {"POINT (93500 463900)", "POINT (4.493612345678901 -52.16)", "LINESTRING (0 0, 3 4)",
          "POLYGON ((0 0, 10 0, 10 10, 0 0), (2 1, 4 1, 4 2, 2 1))", "MULTIPOINT ((1 2), (3 4))",
          "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
          "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)), ((9 9, 12 9, 12 12, 9 9)))",
          "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))", "POINT EMPTY", "MULTIPOLYGON EMPTY"})
        CHECK(wkt_of(shape_from_wkt(wkt)) == wkt);
}

TEST_CASE("WKT is read as people write it", "[geometry][wkt]") {
    CHECK(wkt_of(shape_from_wkt("  point( 1   +2.50 ) ")) == "POINT (1 2.5)");
    CHECK(wkt_of(shape_from_wkt("POINT Z (1 2 3)")) == "POINT (1 2)");
    CHECK(wkt_of(shape_from_wkt("POINTZM(1 2 3 4)")) == "POINT (1 2)");
    CHECK(wkt_of(shape_from_wkt("POINT (1e3 -2E-1)")) == "POINT (1000 -0.2)");
    CHECK(wkt_of(shape_from_wkt("MULTIPOINT (1 2, 3 4)")) == "MULTIPOINT ((1 2), (3 4))");
    CHECK(wkt_of(shape_from_wkt("POLYGON ((0 0, 4 0, 4 3))")) == "POLYGON ((0 0, 4 0, 4 3, 0 0))");
    CHECK(wkt_of(shape_from_wkt("MULTIPOLYGON (EMPTY, ((0 0, 4 0, 4 3, 0 0)))")) ==
          "MULTIPOLYGON (((0 0, 4 0, 4 3, 0 0)))");
    CHECK(wkt_of(shape_from_wkt("GEOMETRYCOLLECTION (GEOMETRYCOLLECTION (POINT (1 2)))")) ==
          "GEOMETRYCOLLECTION (POINT (1 2))");
}

TEST_CASE("Broken WKT says what is wrong", "[geometry][wkt]") {
    CHECK(refused("93500, 463900") == "“93500, 463900” is no kind of geometry.");
    CHECK(refused("PONT (1 2)") == "“PONT” is no kind of geometry.");
    CHECK(refused("POINT (1,2)") == "A coordinate was expected at “,2)”.");
    CHECK(refused("POINT (1 2") == "The geometry ends where “)” was expected.");
    CHECK(refused("POINT 1 2)") == "“(” was expected at “1 2)”.");
    CHECK(refused("POINT (1 2) x") == "The geometry goes on after its end, at “x”.");
    CHECK(refused("POINT (1 nan)") == "A coordinate was expected at “nan)”.");
    CHECK(refused("LINESTRING (1 2)") == "A line needs at least two positions.");
    CHECK(refused("POLYGON ((0 0, 1 1))") == "A polygon needs at least three different corners.");
    CHECK(refused("SRID=28992;POINT (1 2)") == "“SRID” is no kind of geometry.");
    std::string deep;
    for (int i = 0; i < 50000; ++i) deep += "GEOMETRYCOLLECTION (";
    CHECK(refused(deep) == "The geometry is nested too deep.");
}
