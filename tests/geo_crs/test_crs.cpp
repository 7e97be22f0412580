// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/problem.hpp"
#include "geo/crs/crs.hpp"
#include "tests/support/catch.hpp"

using namespace geo;

namespace {

/// As ESRI programs write it beside a shapefile: other names, no numbers.
const char* const k_esri_rd =
    R"(PROJCS["RD_New",GEOGCS["GCS_Amersfoort",DATUM["D_Amersfoort",SPHEROID["Bessel_1841",6377397.155,299.1528128]],)"
    R"(PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Double_Stereographic"],)"
    R"(PARAMETER["False_Easting",155000.0],PARAMETER["False_Northing",463000.0],PARAMETER["Central_Meridian",5.38763888888889],)"
    R"(PARAMETER["Scale_Factor",0.9999079],PARAMETER["Latitude_Of_Origin",52.15616055555555],UNIT["Meter",1.0]])";

std::string why_not(const std::string& definition) {
    try {
        Crs::parse(definition);
        return "";
    } catch (const base::Error& error) {
        return error.problem().code;
    }
}

}  // namespace

TEST_CASE("RD is known by its number, name and unit", "[crs]") {
    CHECK(rd_new().code() == "EPSG:28992");
    CHECK(rd_new().name() == "Amersfoort / RD New");
    CHECK(rd_new().epsg() == 28992);
    CHECK_FALSE(rd_new().is_geographic());
    CHECK(rd_new().metres_per_unit() == 1.0);
    CHECK(wgs84().is_geographic());
    CHECK(Crs().epsg() == 0);
    CHECK_FALSE(Crs().is_known());
}

TEST_CASE("A definition in text is recognised as the number it is", "[crs]") {
    CHECK(Crs::parse(rd_new().wkt()) == rd_new());
    CHECK(Crs::parse(k_esri_rd).code() == "EPSG:28992");
    CHECK(Crs::parse("urn:ogc:def:crs:EPSG::28992") == rd_new());
    CHECK(Crs::parse("epsg:4326") == wgs84());
    CHECK(Crs::parse("urn:ogc:def:crs:OGC:1.3:CRS84").is_geographic());
}

TEST_CASE("Heights are left out: RD with NAP is RD, ETRS89 in 3D is ETRS89", "[crs]") {
    CHECK(Crs::parse("EPSG:7415") == rd_new());
    CHECK(Crs::parse("EPSG:4937").code() == "EPSG:4258");
}

TEST_CASE("A definition that wears a wrong number is not taken for it", "[crs]") {
    auto wkt = rd_new().wkt();
    auto at = wkt.find("155000");
    REQUIRE(at != std::string::npos);
    wkt.replace(at, 6, "999000");
    CHECK(Crs::parse(wkt).code().empty());
    CHECK_FALSE(Crs::parse(wkt) == rd_new());
}

TEST_CASE("What is no coordinate system on earth is refused", "[crs]") {
    for (const auto* definition :
         {"", "nonsense", "EPSG:999999", "EPSG:5709", "EPSG:7030", "LOCAL_CS[\"here\",UNIT[\"metre\",1]]"})
        CHECK(why_not(definition) == "crs-unknown");
}

TEST_CASE("Feet have their length in metres", "[crs]") {
    CHECK(Crs::parse("EPSG:2263").metres_per_unit() == Approx(0.3048006));
}

TEST_CASE("The area of use of RD is the Netherlands in metres", "[crs]") {
    auto area = rd_new().area_of_use();
    CHECK(area.contains({93500, 463900}));
    CHECK(area.contains({276000, 617000}));
    CHECK_FALSE(area.contains({0, 0}));
    CHECK_FALSE(area.contains({5, 52}));
    CHECK(wgs84().area_of_use() == Box{-180, -90, 180, 90});
    CHECK(Crs().area_of_use().is_empty());
}

TEST_CASE("Coordinates without a CRS suggest one by where they lie", "[crs]") {
    auto first = [](Box extent) {
        auto found = plausible_crs(extent);
        return found.empty() ? "" : found.front().code();
    };
    CHECK(first({93000, 463000, 94000, 464000}) == "EPSG:28992");
    CHECK(first({4.4, 52.1, 4.6, 52.2}) == "EPSG:4326");
    CHECK(first({495000, 6820000, 505000, 6830000}) == "EPSG:3857");
    CHECK(first({600000, 5780000, 605000, 5790000}) == "EPSG:25831");
    CHECK(first({0, 0, 1, 1}) == "");
    CHECK(first({}) == "");
}
