// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/problem.hpp"
#include "geo/geometry/geopackage_blob.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

TEST_CASE("A GeoPackage blob carries shape, CRS number and envelope", "[geometry][gpkg]") {
    auto shape = shape_from_wkt("LINESTRING (0 5, 3 4, 10 4)");
    auto blob = geopackage_blob(shape, 28992);
    CHECK(blob[0] == 'G');
    CHECK(blob[1] == 'P');
    CHECK(blob[2] == 0);
    CHECK(blob[3] == 0b00000011);
    CHECK(blob.size() == 8 + 32 + wkb_of(shape).size());
    auto back = from_geopackage_blob(blob);
    CHECK(back.shape == shape);
    CHECK(back.srs_id == 28992);
    CHECK(box_of_geopackage_blob(blob) == Box{0, 4, 10, 5});
}

TEST_CASE("Points carry no envelope and their box is known all the same", "[geometry][gpkg]") {
    auto blob = geopackage_blob(Shape::point({93500, 463900}), 28992);
    CHECK(blob[3] == 0b00000001);
    CHECK(blob.size() == 8 + 21);
    CHECK(box_of_geopackage_blob(blob) == Box{93500, 463900, 93500, 463900});
}

TEST_CASE("An empty shape has the empty flag and an empty box", "[geometry][gpkg]") {
    for (const auto* wkt : {"POINT EMPTY", "POLYGON EMPTY", "MULTIPOLYGON EMPTY"}) {
        auto blob = geopackage_blob(shape_from_wkt(wkt), 28992);
        CHECK(blob[3] == 0b00010001);
        CHECK(from_geopackage_blob(blob).shape == shape_from_wkt(wkt));
        REQUIRE(box_of_geopackage_blob(blob));
        CHECK(box_of_geopackage_blob(blob)->is_empty());
    }
}

TEST_CASE("Big-endian headers and longer envelopes are read", "[geometry][gpkg]") {
    std::vector<std::uint8_t> blob{'G', 'P', 0, 0b00000100, 0, 0, 0x71, 0x40};  // big-endian, envelope XYZ, 28992
    blob.resize(blob.size() + 48);
    auto wkb = wkb_of(Shape::point({1, 2}));
    blob.insert(blob.end(), wkb.begin(), wkb.end());
    CHECK(from_geopackage_blob(blob).srs_id == 28992);
    CHECK(from_geopackage_blob(blob).shape == Shape::point({1, 2}));
}

TEST_CASE("What is no GeoPackage blob is said to be broken", "[geometry][gpkg]") {
    auto good = geopackage_blob(shape_from_wkt("LINESTRING (0 5, 3 4)"), 28992);
    std::vector<std::vector<std::uint8_t>> bad(4, good);
    bad[0][0] = 'X';
    bad[1][3] |= 1 << 5;  // extended geometry type
    bad[2][3] |= 0b1110;  // envelope code that does not exist
    bad[3].resize(20);
    for (const auto& blob : bad) {
        CHECK_THROWS_AS(from_geopackage_blob(blob), base::Error);
        CHECK_FALSE(box_of_geopackage_blob(blob));
    }
    auto cut = good;
    cut.resize(good.size() - 3);
    try {
        from_geopackage_blob(cut);
        FAIL("read a blob that was cut off");
    } catch (const base::Error& error) {
        CHECK(error.problem().code == "gpkg-geometry-broken");
    }
}
