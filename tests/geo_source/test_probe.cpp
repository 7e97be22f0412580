// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/drawable.hpp"
#include "geo/source/writer.hpp"
#include "tests/geo_source/files.hpp"

using namespace geo;
using test::probe_untouched;
using Kinds = std::map<std::string, std::int64_t>;

TEST_CASE("The streets of Leiden are 5,670 lines in longitude and latitude", "[source][real]") {
    NEED_REAL_FILE(path, "leiden/ways.geojson");
    auto report = probe_untouched(path);
    REQUIRE(report.layers.size() == 1);
    const auto& ways = report.layers[0];
    CHECK(report.driver == "GeoJSON");
    CHECK(ways.features == 5670);
    CHECK((ways.kinds == Kinds{{"LineString", 5670}}));
    CHECK(ways.crs == wgs84());
    CHECK(ways.crs_from == CrsFrom::source);
    CHECK(ways.extent.min_x == Approx(4.4369623).margin(1e-7));
    CHECK(ways.extent.max_y == Approx(52.1890112).margin(1e-7));
    CHECK(ways.problems.empty());
    CHECK(report.problems.empty());
}

TEST_CASE("The BGT files of Delft hold 582 features, and empty ones say that they are empty", "[source][real]") {
    NEED_REAL_FILE(folder, "delft-bgt");
    std::int64_t features = 0, empty_files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        auto report = probe(entry.path(), {});
        REQUIRE(report.layers.size() == 1);
        features += report.layers[0].features;
        CHECK(report.layers[0].crs == rd_new());
        CHECK(report.layers[0].problems.count("layer-empty") == (report.layers[0].features == 0 ? 1 : 0));
        empty_files += report.problems.count("source-empty");
    }
    CHECK(features == 582);
    CHECK(empty_files == 4);
}

TEST_CASE("The terraces of one street in Amsterdam are two multi-polygons in RD", "[source][real]") {
    NEED_REAL_FILE(path, "amsterdam-footway/terras_data.gpkg");
    auto report = probe_untouched(path);
    REQUIRE(report.layers.size() == 1);
    CHECK((report.layers[0].kinds == Kinds{{"MultiPolygon", 2}}));
    CHECK(report.layers[0].crs == rd_new());
    CHECK((report.layers[0].fields == std::vector<std::string>{"id", "zaaknummer", "naam"}));
}

TEST_CASE("All features of OpenStreetMap files are read, layer for layer", "[source][real]") {
    NEED_REAL_FILE(path, "osm/monaco.osm");
    auto report = probe_untouched(path);
    std::map<std::string, std::int64_t> found;
    for (const auto& layer : report.layers) found[layer.name] = layer.features;
    CHECK((found == std::map<std::string, std::int64_t>{{"points", 758},
                                                        {"lines", 913},
                                                        {"multilinestrings", 15},
                                                        {"multipolygons", 1016},
                                                        {"other_relations", 11}}));
}

TEST_CASE("GML without a CRS names the plausible one and leaves no .gfs file", "[source][real]") {
    NEED_REAL_FILE(path, "broken/bgt_pand_no_crs.gml");
    auto report = probe_untouched(path);
    REQUIRE(report.layers.size() == 1);
    const auto& pand = report.layers[0];
    CHECK((pand.kinds == Kinds{{"MultiPolygon", 18}, {"Point", 81}}));
    CHECK(pand.crs_from == CrsFrom::missing);
    REQUIRE(pand.plausible.size() == 1);
    CHECK(pand.plausible[0] == rd_new());
    CHECK(pand.problems.count("crs-missing") == 1);
    auto given = probe(path, {.crs = rd_new()});
    CHECK(given.layers[0].crs_from == CrsFrom::given);
    CHECK(given.layers[0].problems.empty());
}

TEST_CASE("Null and empty geometry are counted apart", "[source][real]") {
    NEED_REAL_FILE(path, "same-data-other-crs/null-empty-geoms.gpkg");
    auto berths = probe_untouched(path, {.layer = "ligplaatsen"});
    REQUIRE(berths.layers.size() == 1);
    CHECK(berths.layers[0].null == 1);
    CHECK(berths.layers[0].empty == 1);
    CHECK(berths.layers[0].problems.count("geometry-missing") == 2);
}

TEST_CASE("Invalid neighbourhoods are counted as to be repaired and stay on the map", "[source][real]") {
    NEED_REAL_FILE(path, "neighbourhoods/rotterdam.geojson");
    auto report = probe_untouched(path);
    CHECK(report.layers[0].repaired == 3);
    CHECK(report.layers[0].problems.count("geometry-invalid") == 3);
    auto layer = read_layer(path, {}, rd_new());
    CHECK(layer.shapes.size() == 22);
    for (std::size_t i = 0; i < layer.shapes.size(); ++i) CHECK(layer.shapes.shape(i).part_count() > 0);
}

TEST_CASE("A raster is no error: its size, place and CRS are told", "[source][real]") {
    NEED_REAL_FILE(map, "raster/topo_nl_rd.tif");
    auto report = probe_untouched(map);
    CHECK(report.layers.empty());
    REQUIRE(report.rasters.size() == 1);
    CHECK(report.rasters[0].width == 8000);
    CHECK(report.rasters[0].crs == rd_new());
    CHECK(report.rasters[0].extent == Box{-40000, 475000, 160000, 725000});
    CHECK(report.problems.empty());
    CHECK(test::error_code([&] { read_layer(map, {}, {}); }) == "raster");
    NEED_REAL_FILE(tiles, "raster/isle_of_man.mbtiles");
    CHECK(probe_untouched(tiles).rasters.at(0).crs.code() == "EPSG:3857");
}

TEST_CASE("Taps far outside the country are left out of the extent", "[source][real]") {
    NEED_REAL_FILE(path, "denbosch-sports/water_rivm_drinkwaterkranen_actueel.json");
    auto report = probe_untouched(path);
    CHECK(report.layers[0].features == 3287);
    CHECK(report.layers[0].outliers == 2);
    CHECK(report.layers[0].extent.min_x > 0);
}

TEST_CASE("What cannot be opened says why in one sentence", "[source]") {
    test::TemporaryFolder folder;
    auto code = [&](const std::string& name) { return test::error_code([&] { probe(folder / name, {}); }); };
    CHECK(code("nothing.gpkg") == "source-missing");
    test::write(folder / "empty.geojson", "");
    CHECK(code("empty.geojson") == "source-broken");
    test::write(folder / "letter.txt", "Dear reader,");
    CHECK(code("letter.txt") == "source-not-recognised");
    test::write(folder / "half.geojson", R"({"type":"FeatureCollection","features":[{"type":"Fea)");
    CHECK(code("half.geojson") == "source-broken");
    try {
        probe(folder / "letter.txt", {});
    } catch (const base::Error& error) {
        CHECK(base::say(error.problem(), base::Language::english) ==
              (folder / "letter.txt").string() +
                  ": This is not geodata that can be read. Use for example GeoPackage, GeoJSON, GML or a shapefile.");
    }
}

TEST_CASE("A layer that is not there is an error that names those that are", "[source]") {
    test::TemporaryFolder folder;
    GeoPackageWriter writer(folder / "city.gpkg", rd_new());
    writer.begin_layer("footway", Kind::point, {});
    writer.begin_layer("tree", Kind::point, {});
    writer.commit();
    try {
        probe(folder / "city.gpkg", {.layer = "bench"});
        FAIL("found a layer that is not there");
    } catch (const base::Error& error) {
        CHECK(error.problem().code == "layer-missing");
        CHECK(base::say(error.problem().advice, base::Language::english) == "Choose from: footway, tree.");
    }
}

TEST_CASE("A glance tells what a layer is without reading the whole of it", "[source]") {
    test::TemporaryFolder folder;
    std::vector<geo::Point> places(20000, {4.48, 52.15});
    test::write(folder / "many.geojson", test::points_geojson(places));
    auto all = probe(folder / "many.geojson", {}).layers.at(0);
    auto some = probe(folder / "many.geojson", {.glance = true}).layers.at(0);
    CHECK(all.features == 20000);
    CHECK(some.features < all.features);
    CHECK(some.kinds.count("Point") == 1);
    CHECK(some.crs == all.crs);
    CHECK(some.fields == all.fields);
}

TEST_CASE("A layer whose name says nothing is called by its file", "[source]") {
    CHECK(telling_name("/a/wijken_2014.geojson", "layer") == "wijken_2014");
    CHECK(telling_name("/a/wijken_2014.geojson", "OGRGeoJSON") == "wijken_2014");
    CHECK(telling_name("/a/city.gpkg", "building") == "building");
    CHECK(telling_name("/a/city.gpkg", "") == "city");
    CHECK(telling_name("WFS:https://example.org/wfs", "layer") == "layer");
}
