// SPDX-License-Identifier: EUPL-1.2
#include "tests/geo_source/files.hpp"

using namespace geo;
using test::probe_untouched;
using Kinds = std::map<std::string, std::int64_t>;

namespace {

namespace fs = std::filesystem;

/// Two trees, a wall and a square in RD, as every format's copy is made from them.
const char* k_original =
    "name;height;WKT\n"
    "boom één;3,5;POINT (93500 463900)\n"
    "boom twee;4;POINT (93510.5 463900)\n"
    "muur;1;LINESTRING (93500 463900, 93520 463920)\n"
    "plein;0;POLYGON ((93500 463900, 93540 463900, 93540 463940, 93500 463900))\n";

/// Makes `name` in the folder from some of the original's features. @param options of ogr2ogr, format first
fs::path made(const test::TemporaryFolder& folder, const std::string& name, const std::string& options,
              const std::string& where) {
    test::write(folder / "original.csv", k_original);
    auto run =
        test::run("cd '" + folder.path().string() + "' && ogr2ogr -f " + options + " '" + name +
                  "' original.csv -oo GEOM_POSSIBLE_NAMES=WKT -oo KEEP_GEOM_COLUMNS=NO -s_srs EPSG:28992 -where \"" +
                  where + "\"");
    INFO(run.output);
    REQUIRE(run.exit_code == 0);
    return folder / name;
}

struct Format {
    std::string file, options;
    std::string driver;
    Kinds kinds;
    std::string crs;  ///< "" when it says none
};

const char* k_trees = "name LIKE 'boom%'";
const char* k_all = "name <> ''";

}  // namespace

TEST_CASE("Every vector format tells what is in it, and is left as it was", "[source][formats]") {
    NEED_PROGRAM("ogr2ogr");
    const Kinds mixed{{"Point", 2}, {"LineString", 1}, {"Polygon", 1}}, trees{{"Point", 2}};
    const std::string degrees = " -t_srs EPSG:4326", metres = " -t_srs EPSG:28992";
    const std::vector<std::pair<Format, const char*>> formats{
        {{"a.gpkg", "GPKG" + metres, "GPKG", mixed, "EPSG:28992"}, k_all},
        {{"a.geojson", "GeoJSON" + degrees, "GeoJSON", mixed, "EPSG:4326"}, k_all},
        {{"a.geojsonl", "GeoJSONSeq" + degrees, "GeoJSONSeq", mixed, "EPSG:4326"}, k_all},
        {{"a.shp", "'ESRI Shapefile'" + metres, "ESRI Shapefile", trees, "EPSG:28992"}, k_trees},
        {{"a.gml", "GML" + metres, "GML", mixed, "EPSG:28992"}, k_all},
        {{"a.sqlite", "SQLite" + metres, "SQLite", mixed, "EPSG:28992"}, k_all},
        {{"a.fgb", "FlatGeobuf" + metres, "FlatGeobuf", mixed, "EPSG:28992"}, k_all},
        {{"a.dxf", "DXF" + metres + " -select ''", "DXF", mixed, ""}, k_all},
        {{"a.kml", "LIBKML" + degrees, "LIBKML", mixed, "EPSG:4326"}, k_all},
        {{"a.kmz", "LIBKML" + degrees, "LIBKML", mixed, "EPSG:4326"}, k_all},
        {{"a.gpx", "GPX -select name -nlt POINT -nln waypoints" + degrees, "GPX", trees, "EPSG:4326"}, k_trees},
        {{"a.mif", "'MapInfo File'" + metres, "MapInfo File", mixed, ""}, k_all},
        {{"a.dgn", "DGN" + metres + " -select ''", "DGN", {{"LineString", 3}, {"Polygon", 1}}, ""},
         k_all},  // points are short lines there
        {{"a.jml", "JML" + metres, "JML", mixed, "EPSG:28992"}, k_all},
        {{"a.gmt", "OGR_GMT" + metres, "OGR_GMT", trees, "EPSG:28992"}, k_trees},
    };
    for (const auto& [format, where] : formats) {
        INFO(format.file);
        test::TemporaryFolder folder;
        auto path = made(folder, format.file, format.options, where);
        auto report = probe_untouched(path);
        CHECK(report.driver == format.driver);
        Kinds kinds;
        for (const auto& layer : report.layers) {
            for (const auto& [kind, count] : layer.kinds) kinds[kind] += count;
            if (layer.features == 0 || format.file == "a.mif") continue;
            CHECK(layer.crs.code() == format.crs);
            CHECK(layer.crs_from == (format.crs.empty() ? CrsFrom::missing : CrsFrom::source));
            if (format.crs.empty()) CHECK(layer.plausible == std::vector<Crs>{rd_new()});
        }
        CHECK(kinds == format.kinds);
        auto read = read_layer(path, {.crs = format.crs.empty() ? std::optional(rd_new()) : std::nullopt}, rd_new());
        CHECK(read.extent.centre().x == Approx(93500).margin(60));
        CHECK(read.extent.centre().y == Approx(463900).margin(60));
    }
}

TEST_CASE("Tables with coordinates are maps, whatever their columns are called", "[source][formats]") {
    test::TemporaryFolder folder;
    const std::vector<std::pair<std::string, std::string>> tables{
        {"rd.csv", "id;naam;x;y\n1;Café;93500,25;463900,5\n2;Rapenburg;93510,75;463910,25\n"},
        {"long.csv", "ID;Naam;X-coordinaat;Y-coordinaat\n1;Een;93500.25;463900.5\n2;Twee;93510.75;463910.25\n"},
        {"dutch.csv", "naam;rd_x;rd_y\n\"Een; en meer\";93500,25;463900,5\nTwee;93510,75;463910,25\n"},
        {"tab.csv", "naam\tX_COORD\tY_COORD\nEen\t93500.25\t463900.5\nTwee\t93510.75\t463910.25\n"},
        {"wkt.csv", "naam;geometrie\nEen;POINT (93500.25 463900.5)\nTwee;POINT (93510.75 463910.25)\n"},
    };
    for (const auto& [name, text] : tables) {
        INFO(name);
        test::write(folder / name, text);
        auto report = probe_untouched(folder / name);
        REQUIRE(report.layers.size() == 1);
        const auto& layer = report.layers[0];
        CHECK((layer.kinds == Kinds{{"Point", 2}}));
        CHECK(layer.crs_from == CrsFrom::missing);
        CHECK(layer.plausible == std::vector<Crs>{rd_new()});
        CHECK(layer.extent == Box{93500.25, 463900.5, 93510.75, 463910.25});
    }
    test::write(folder / "degrees.csv", "id,name,lon,lat\n1,a,4.48,52.15\n2,b,4.49,52.16\n");
    CHECK(probe_untouched(folder / "degrees.csv").layers.at(0).plausible == std::vector<Crs>{wgs84()});
    CHECK(field_of(folder / "rd.csv", "", "naam") == std::vector<std::string>{"Café", "Rapenburg"});
}

TEST_CASE("A row with shifted columns is counted as having no place, and the others stay", "[source][formats]") {
    test::TemporaryFolder folder;
    test::write(folder / "shifted.csv",
                "id;naam;x;y\n1;Een;93500;463900\n2;Breestraat;12;93510;463910\n3;Drie;;\n"
                "4;Vier;93520;463920\n");
    auto layer = probe_untouched(folder / "shifted.csv").layers.at(0);
    CHECK(layer.features == 4);
    CHECK(layer.null == 1);
    auto read = read_layer(folder / "shifted.csv", {.crs = rd_new()}, rd_new());
    CHECK(read.shapes.size() == 4);
}

TEST_CASE("A table without places is opened, and nothing of it is on the map", "[source][formats]") {
    test::TemporaryFolder folder;
    test::write(folder / "people.csv", "naam;functie\nEen;beheerder\n");
    auto layer = probe_untouched(folder / "people.csv").layers.at(0);
    CHECK(layer.features == 1);
    CHECK(layer.kinds.empty());
    CHECK(layer.problems.empty());
}

TEST_CASE("Unsorted OpenStreetMap ids are read whole", "[source][formats]") {
    test::TemporaryFolder folder;
    std::string text = "<osm version='0.6'>";
    for (int id : {900, 5, 70, 3})
        text += "<node id='" + std::to_string(id) + "' lat='52.1" + std::to_string(id) + "' lon='4.4" +
                std::to_string(id) + "'><tag k='highway' v='crossing'/></node>";
    text +=
        "<way id='8'><nd ref='900'/><nd ref='3'/><tag k='highway' v='footway'/></way>"
        "<way id='2'><nd ref='70'/><nd ref='5'/><tag k='highway' v='footway'/></way></osm>";
    test::write(folder / "streets.osm", text);
    auto report = probe_untouched(folder / "streets.osm");
    std::map<std::string, std::int64_t> found;
    for (const auto& layer : report.layers) found[layer.name] = layer.features;
    CHECK(found["points"] == 4);
    CHECK(found["lines"] == 2);
}

TEST_CASE("Vector tiles are read as layers", "[source][formats]") {
    NEED_PROGRAM("ogr2ogr");
    test::TemporaryFolder folder;
    auto path =
        made(folder, "a.mbtiles", "MBTiles -dsco MAXZOOM=14 -dsco MINZOOM=14 -nln things -t_srs EPSG:3857", k_trees);
    auto report = probe_untouched(path);
    REQUIRE(report.layers.size() == 1);
    CHECK(report.layers[0].name == "things");
    CHECK(report.layers[0].kinds.size() == 1);
    CHECK(report.layers[0].crs.code() == "EPSG:3857");
}

TEST_CASE("A gzipped file is read where it lies", "[source][formats]") {
    NEED_PROGRAM("gzip");
    test::TemporaryFolder folder;
    test::write(folder / "a.geojson", test::points_geojson({{4.48, 52.15}, {4.49, 52.16}}));
    REQUIRE(test::run("gzip '" + (folder / "a.geojson").string() + "'").exit_code == 0);
    CHECK(probe_untouched(folder / "a.geojson.gz").layers.at(0).features == 2);
}
