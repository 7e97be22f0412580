// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/wkb.hpp"
#include "geo/source/writer.hpp"
#include "tests/geo_source/files.hpp"

using namespace geo;
using test::probe_untouched;
using Kinds = std::map<std::string, std::int64_t>;

namespace {

/// A GeoPackage with one layer of `count` points in RD.
void write_points(const std::filesystem::path& path, int count) {
    GeoPackageWriter writer(path, rd_new());
    writer.begin_layer("tree", Kind::point, {{"number", FieldType::integer}});
    for (int i = 0; i < count; ++i) writer.add(Shape::point({93500.0 + i, 463900}), {std::int64_t{i}});
    writer.commit();
}

}  // namespace

TEST_CASE("Rows that still lie in a write-ahead log are read, and nothing is written beside it", "[source][traps]") {
    NEED_PROGRAM("sqlite3");
    test::TemporaryFolder folder;
    auto original = folder / "original.gpkg", left = folder / "left";
    write_points(original, 10);
    std::filesystem::create_directory(left);
    auto command =
        "sqlite3 '" + original.string() +
        "' 'PRAGMA journal_mode=WAL;' 'PRAGMA wal_autocheckpoint=0;' 'DELETE FROM tree WHERE fid > 7;' '.shell cp " +
        original.string() + " " + original.string() + "-wal " + left.string() + "'";
    auto run = test::run(command);
    INFO(run.output);
    REQUIRE(run.exit_code == 0);
    REQUIRE(std::filesystem::exists(left / "original.gpkg-wal"));
    CHECK(probe_untouched(left / "original.gpkg").layers.at(0).features == 7);
    std::filesystem::remove(left / "original.gpkg-wal");
    CHECK(probe_untouched(left / "original.gpkg").layers.at(0).features == 10);
}

TEST_CASE("A feature count that lies is told from the truth", "[source][traps]") {
    NEED_PROGRAM("sqlite3");
    test::TemporaryFolder folder;
    write_points(folder / "trees.gpkg", 10);
    REQUIRE(test::run("sqlite3 '" + (folder / "trees.gpkg").string() +
                      "' 'UPDATE gpkg_ogr_contents SET feature_count = 999;'")
                .exit_code == 0);
    auto report = probe_untouched(folder / "trees.gpkg");
    CHECK(report.layers.at(0).features == 10);
    CHECK(report.layers.at(0).problems.count("count-wrong") == 1);
}

TEST_CASE("Points at 0, 0 do not blow up the extent", "[source][traps]") {
    test::TemporaryFolder folder;
    test::write(folder / "taps.geojson",
                test::points_geojson({{4.48, 52.15}, {0, 0}, {4.49, 52.16}, {4.50, 52.17}, {0, 0}}));
    auto report = probe_untouched(folder / "taps.geojson");
    CHECK(report.layers.at(0).outliers == 2);
    CHECK(report.layers.at(0).extent == Box{4.48, 52.15, 4.50, 52.17});
    auto layer = read_layer(folder / "taps.geojson", {}, rd_new());
    CHECK(layer.shapes.size() == 5);
    CHECK(layer.extent.width() < 3000);
    CHECK(layer.extent.contains({93500, 463900}));
}

TEST_CASE("A layer that really lies at 0, 0 keeps its extent", "[source][traps]") {
    test::TemporaryFolder folder;
    test::write(folder / "gulf.geojson", test::points_geojson({{0, 0}, {0.2, 0.1}, {-0.1, 0.3}}));
    CHECK(probe_untouched(folder / "gulf.geojson").layers.at(0).outliers == 0);
}

TEST_CASE("RD metres in a GeoJSON that calls them degrees are recognised", "[source][traps]") {
    test::TemporaryFolder folder;
    test::write(folder / "rd.geojson", test::points_geojson({{93500, 463900}, {93600, 464000}}));
    auto report = probe_untouched(folder / "rd.geojson");
    CHECK(report.layers.at(0).problems.count("crs-doubtful") == 1);
    REQUIRE_FALSE(report.layers.at(0).plausible.empty());
    CHECK(report.layers.at(0).plausible[0] == rd_new());
    CHECK(test::error_code([&] { read_layer(folder / "rd.geojson", {}, rd_new()); }) == "crs-doubtful");
    auto given = read_layer(folder / "rd.geojson", {.crs = rd_new()}, rd_new());
    CHECK(given.shapes.points.at(0) == Point{93500, 463900});
}

TEST_CASE("TopoJSON opens wherever its type stands, and without a CRS", "[source][traps]") {
    const std::string body =
        R"("objects":{"district":{"type":"GeometryCollection","geometries":[{"type":"Polygon","properties":{"name":"Binnenstad"},)"
        R"("arcs":[[0]]}]}},"arcs":[[[93000,463000],[94000,463000],[94000,464000],[93000,463000]]])";
    test::TemporaryFolder folder;
    test::write(folder / "first.json", R"({"type":"Topology",)" + body + "}");
    test::write(folder / "last.json", "{" + body + R"(,"type":"Topology"})");
    for (const auto* name : {"first.json", "last.json"}) {
        auto report = probe_untouched(folder / name);
        REQUIRE(report.layers.size() == 1);
        CHECK((report.layers[0].kinds == Kinds{{"Polygon", 1}}));
        CHECK(report.layers[0].crs_from == CrsFrom::missing);
        CHECK(test::error_code([&] { read_layer(folder / name, {}, rd_new()); }) == "crs-missing");
    }
}

TEST_CASE("Curves are stroked and mixed collections flattened", "[source][traps]") {
    NEED_PROGRAM("ogr2ogr");
    test::TemporaryFolder folder;
    test::write(folder / "shapes.csv",
                "name,WKT\n"
                "circle,\"CURVEPOLYGON (CIRCULARSTRING (93500 463900, 93520 463900, 93500 463900))\"\n"
                "arc,\"COMPOUNDCURVE ((93500 463900, 93510 463900), CIRCULARSTRING (93510 463900, 93515 463905, 93520 "
                "463900))\"\n"
                "mixed,\"GEOMETRYCOLLECTION (POINT Z (93500 463900 1), LINESTRING (93500 463900, 93501 463901))\"\n");
    auto made = test::run("ogr2ogr -f GPKG -a_srs EPSG:28992 '" + (folder / "shapes.gpkg").string() + "' '" +
                          (folder / "shapes.csv").string() + "'");
    INFO(made.output);
    REQUIRE(made.exit_code == 0);
    for (const auto* name : {"shapes.gpkg", "shapes.csv"}) {
        auto layer = read_layer(folder / name, {}, {});
        INFO(name);
        CHECK((layer.report.kinds == Kinds{{"Polygon", 1}, {"LineString", 1}, {"GeometryCollection", 1}}));
        CHECK(layer.shapes.part(0).size() > 80);
        CHECK(layer.shapes.boxes[0].width() == Approx(20).margin(0.01));
        CHECK(layer.shapes.shape(2).part_count() == 2);
    }
}

TEST_CASE("A shapefile without .shx and with Latin-1 text is read from a copy", "[source][traps]") {
    NEED_PROGRAM("ogr2ogr");
    test::TemporaryFolder folder;
    test::write(folder / "cafes.csv", "name,WKT\nCafé ’t Hooft,\"POINT (93500 463900)\"\n");
    auto made = test::run("cd '" + folder.path().string() +
                          "' && mkdir shp && ogr2ogr -lco ENCODING=ISO-8859-1 -f 'ESRI Shapefile' shp/cafes.shp "
                          "cafes.csv && rm shp/*.shx shp/*.cpg");
    INFO(made.output);
    REQUIRE(made.exit_code == 0);
    auto report = probe_untouched(folder.path() / "shp" / "cafes.shp");
    CHECK(report.layers.at(0).features == 1);
    CHECK(report.layers.at(0).problems.count("crs-missing") == 1);
    CHECK(report.problems.count("shx-missing") == 1);
    auto names = field_of(folder.path() / "shp" / "cafes.shp", "", "name");
    REQUIRE(names.size() == 1);
    CHECK(names[0].substr(0, 5) == "Café");
}

TEST_CASE("A GeoJSON with one huge feature is not refused", "[source][traps]") {
    test::TemporaryFolder folder;
    std::string text =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[)";
    for (int i = 0; i < 1'300'000; ++i) text += "[4.5" + std::to_string(i) + ",52.1],";
    test::write(folder / "huge.geojson", text + "[4.4,52.1]]}}]}");
    CHECK(probe(folder / "huge.geojson", {}).layers.at(0).features == 1);
}
