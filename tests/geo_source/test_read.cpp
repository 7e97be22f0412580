// SPDX-License-Identifier: EUPL-1.2
#include "geo/crs/transform.hpp"
#include "geo/geometry/wkb.hpp"
#include "geo/source/writer.hpp"
#include "tests/geo_source/files.hpp"

#include <cmath>

using namespace geo;

namespace {

std::filesystem::path write_city(const test::TemporaryFolder& folder) {
    auto path = folder / "city.gpkg";
    GeoPackageWriter writer(path, rd_new());
    writer.begin_layer("note", Kind::none, {{"text", FieldType::text}});
    writer.add(Shape{}, {"a table without geometry"});
    writer.begin_layer("footway", Kind::polygon,
                       {{"name", FieldType::text}, {"width", FieldType::real}, {"year", FieldType::integer}});
    writer.add(shape_from_wkt("POLYGON ((93500 463900, 93510 463900, 93510 463910, 93500 463900))"),
               {"Breestraat", 1.25, std::int64_t{1990}});
    writer.add(Shape{}, {"Haarlemmerstraat", {}, {}});
    writer.add(shape_from_wkt("POLYGON ((93600 463900, 93610 463900, 93610 463910, 93600 463900))"),
               {"Rapenburg", 1e7, std::int64_t{2}});
    writer.commit();
    return path;
}

}  // namespace

TEST_CASE("Without a name the first layer with geometry is read, feature for feature", "[source][read]") {
    test::TemporaryFolder folder;
    auto path = write_city(folder);
    auto layer = read_layer(path, {}, {});
    CHECK(layer.name == "footway");
    REQUIRE(layer.shapes.size() == 3);
    CHECK((layer.fids == std::vector<std::int64_t>{1, 2, 3}));
    CHECK(layer.shapes.kinds[1] == Kind::none);
    CHECK(wkt_of(layer.shapes.shape(2)) == "POLYGON ((93600 463900, 93610 463900, 93610 463910, 93600 463900))");
    CHECK(layer.extent == Box{93500, 463900, 93610, 463910});
    auto table = probe(path, {.layer = "note"}).layers.at(0);
    CHECK(table.null == 1);
    CHECK(table.problems.empty());
}

TEST_CASE("A field comes in the order of the shapes, with decimal points", "[source][read]") {
    test::TemporaryFolder folder;
    auto path = write_city(folder);
    CHECK(
        (field_of(path, "footway", "name") == std::vector<std::string>{"Breestraat", "Haarlemmerstraat", "Rapenburg"}));
    CHECK((field_of(path, "footway", "width") == std::vector<std::string>{"1.25", "", "10000000"}));
    CHECK(test::error_code([&] { field_of(path, "footway", "colour"); }) == "field-missing");
}

TEST_CASE("The attributes of one feature come in the order of the fields", "[source][read]") {
    test::TemporaryFolder folder;
    auto path = write_city(folder);
    CHECK(
        (attributes_of(path, "footway", 1) == Attributes{{"name", "Breestraat"}, {"width", "1.25"}, {"year", "1990"}}));
    CHECK(test::error_code([&] { attributes_of(path, "footway", 99); }) == "feature-missing");
}

TEST_CASE("Attributes are found in sources that mix their layers, too", "[source][read][real]") {
    NEED_REAL_FILE(path, "osm/monaco.osm");
    auto lines = read_layer(path, {.layer = "lines"}, {});
    REQUIRE(lines.shapes.size() == 913);
    auto names = field_of(path, "lines", "name");
    REQUIRE(names.size() == 913);
    for (const auto& [name, value] : attributes_of(path, "lines", lines.fids[700]))
        if (name == "name") CHECK(value == names[700]);
}

TEST_CASE("A layer is transformed to the CRS that is asked for", "[source][read][real]") {
    NEED_REAL_FILE(path, "leiden/ways.geojson");
    auto degrees = read_layer(path, {}, {});
    auto metres = read_layer(path, {}, rd_new());
    REQUIRE(metres.shapes.size() == degrees.shapes.size());
    CHECK(degrees.crs == wgs84());
    CHECK(metres.crs == rd_new());
    CHECK(metres.report.crs == wgs84());
    auto expected = Transform(wgs84(), rd_new()).apply(degrees.shapes.points[1000]);
    CHECK(metres.shapes.points[1000] == expected);
    CHECK(metres.extent == metres.shapes.box());
    CHECK(metres.extent.width() == Approx(6000).margin(600));
}

TEST_CASE("A position that cannot be transformed takes its feature off the map and is counted", "[source][read]") {
    test::TemporaryFolder folder;
    std::vector<Point> points(30, Point{4.5, 52.1});
    points[7] = {4.5, 90};
    test::write(folder / "points.geojson", test::points_geojson(points));
    auto layer = read_layer(folder / "points.geojson", {}, Crs::parse("EPSG:3857"));
    CHECK(layer.shapes.size() == 30);
    for (auto p : layer.shapes.points) CHECK(std::isfinite(p.y));
    CHECK(layer.report.skipped == layer.report.problems.count("crs-outside"));
}

TEST_CASE("Reading reports progress and can be cancelled", "[source][read][real]") {
    NEED_REAL_FILE(path, "leiden/ways.geojson");
    auto state = std::make_shared<base::ProgressState>();
    read_layer(path, {}, rd_new(), base::Progress(state));
    CHECK(state->fraction.load() == 1.0);
    state->cancelled = true;
    CHECK_THROWS_AS(read_layer(path, {}, rd_new(), base::Progress(state)), base::Cancelled);
    CHECK_THROWS_AS(probe(path, {}, base::Progress(state)), base::Cancelled);
    CHECK_THROWS_AS(field_of(path, "", "name", base::Progress(state)), base::Cancelled);
}
