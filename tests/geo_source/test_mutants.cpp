// SPDX-License-Identifier: EUPL-1.2
#include "tests/geo_source/files.hpp"
#include "tests/geo_source/outcome.hpp"

#include <random>

namespace {

namespace fs = std::filesystem;

/// One to six changes: a flipped bit, another byte, two blocks swapped, a large number, the end cut off.
std::string mutated(std::string bytes, std::mt19937& random) {
    const auto place = [&] { return random() % bytes.size(); };
    for (unsigned change = 0; change < 1 + random() % 6; ++change) {
        switch (random() % 6) {
            case 0:
                bytes[place()] ^= static_cast<char>(1U << random() % 8);
                break;
            case 1:
                bytes[place()] = static_cast<char>(random());
                break;
            case 2:
                std::swap(bytes[place()], bytes[place()]);
                break;
            case 3:  // counts and offsets that promise the impossible
                for (std::size_t i = place(), end = std::min(bytes.size(), i + 4); i < end; ++i) bytes[i] = '\xFF';
                break;
            case 4:
                std::rotate(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(place() / 8), bytes.end());
                break;
            default:
                bytes.resize(bytes.size() - bytes.size() * (random() % 4) / 10);
        }
    }
    return bytes;
}

const char* k_original =
    "name,height,WKT\n"
    "tree,3.5,\"POINT (4.48 52.15)\"\n"
    "wall,1,\"LINESTRING (4.48 52.15, 4.49 52.16, 4.50 52.15)\"\n"
    "square,0,\"POLYGON ((4.48 52.15, 4.49 52.15, 4.49 52.16, 4.48 52.15), (4.485 52.152, 4.488 52.152, 4.488 52.155, "
    "4.485 52.152))\"\n"
    "both,0,\"MULTIPOLYGON (((4.48 52.15, 4.49 52.15, 4.49 52.16, 4.48 52.15)), ((4.58 52.15, 4.59 52.15, 4.59 52.16, "
    "4.58 52.15)))\"\n";

/// The same few features in every format there is.
std::vector<fs::path> originals(const test::TemporaryFolder& folder) {
    test::write(folder / "a.csv", k_original);
    const std::string from = "cd '" + folder.path().string() + "' && ogr2ogr -a_srs EPSG:4326 ";
    const std::string all = " a.csv", polygons = " a.csv -where \"name IN ('square','both')\" -nlt MULTIPOLYGON",
                      points = " a.csv -where \"name = 'tree'\"";
    std::vector<fs::path> made{folder / "a.csv"};
    for (const auto& [name, how] : std::vector<std::pair<std::string, std::string>>{
             {"a.gpkg", "-f GPKG a.gpkg" + all},
             {"a.geojson", "-f GeoJSON a.geojson" + all},
             {"a.shp", "-f 'ESRI Shapefile' a.shp" + polygons},
             {"a.gml", "-f GML a.gml" + all},
             {"a.sqlite", "-f SQLite a.sqlite" + all},
             {"a.fgb", "-f FlatGeobuf a.fgb" + polygons},
             {"a.dxf", "-f DXF a.dxf -select ''" + all},
             {"a.kml", "-f LIBKML a.kml" + all},
             {"a.kmz", "-f LIBKML a.kmz" + all},
             {"a.gpx", "-f GPX a.gpx -select name -nlt POINT -nln waypoints" + points},
             {"a.mif", "-f 'MapInfo File' a.mif" + polygons},
             {"a.mbtiles",
              "-f MBTiles a.mbtiles -dsco MAXZOOM=12 -dsco MINZOOM=12 -nln things -t_srs EPSG:3857" + polygons},
         }) {
        const auto run = test::run(from + how);
        INFO(run.output);
        REQUIRE(run.exit_code == 0);
        made.push_back(folder / name);
    }
    test::write(
        folder / "grid.asc", "ncols 8\nnrows 8\nxllcorner 93500\nyllcorner 463900\ncellsize 0.5\n" + [] {
            std::string grid;
            for (int i = 0; i < 64; ++i) grid += std::to_string(i * 3) + " ";
            return grid;
        }());
    const auto run =
        test::run("cd '" + folder.path().string() +
                  "' && gdal_translate -q -a_srs EPSG:28992 -ot Byte -co COMPRESS=DEFLATE grid.asc a.tif && "
                  "gdal_translate -q -a_srs EPSG:3857 -ot Byte -a_ullr 500000 6800100 500100 6800000 "
                  "grid.asc web.tif && gdal_translate -q -of MBTiles web.tif images.mbtiles");
    INFO(run.output);
    REQUIRE(run.exit_code == 0);
    made.push_back(folder / "a.tif");
    made.push_back(folder / "images.mbtiles");
    return made;
}

/// What belongs to a file beside itself is copied unharmed.
void copy_companions(const fs::path& original, const fs::path& mutant) {
    for (const char* extension : {".shx", ".dbf", ".prj", ".mid", ".xsd"}) {
        const auto beside = fs::path(original).replace_extension(extension);
        if (fs::exists(beside) && extension != std::string(".xsd"))
            fs::copy_file(beside, fs::path(mutant).replace_extension(extension));
    }
}

}  // namespace

TEST_CASE("Four hundred damaged files give a result or a sentence, within time and memory", "[source][hostile]") {
    NEED_PROGRAM("ogr2ogr");
    test::TemporaryFolder folder;
    std::mt19937 random(2026);
    int results = 0, sentences = 0;
    for (const auto& original : originals(folder)) {
        const auto bytes = base::read_file(original);
        CHECK(test::outcome_of(original) == "result");
        for (int round = 0; round < 31; ++round) {
            const test::TemporaryFolder own;
            const auto mutant = own / original.filename().string();
            test::write(mutant, mutated(bytes, random));
            copy_companions(original, mutant);
            const auto outcome = test::outcome_of(mutant);
            INFO(original.filename().string() << " round " << round << ": " << outcome);
            CHECK((outcome == "result" || outcome == "sentence"));
            ++(outcome == "result" ? results : sentences);
        }
    }
    CHECK(results > 100);
    CHECK(sentences > 20);
}
