// SPDX-License-Identifier: EUPL-1.2
#include "tests/geo_source/files.hpp"
#include "tests/geo_source/outcome.hpp"

namespace {

std::string repeated(const std::string& piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
}

std::string feature(const std::string& geometry) {
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":)" + geometry +
           "}]}";
}

std::string collection_of(const std::string& inner, int depth) {
    return feature(repeated(R"({"type":"GeometryCollection","geometries":[)", depth) + inner + repeated("]}", depth));
}

/// A drawing in which each block shows the one before ten times.
std::string drawing_of_drawings(int depth) {
    std::string text = "0\nSECTION\n2\nBLOCKS\n";
    for (int level = 0; level <= depth; ++level) {
        text += "0\nBLOCK\n2\nB" + std::to_string(level) + "\n10\n0\n20\n0\n";
        for (int i = 0; i < 10 && level > 0; ++i)
            text += "0\nINSERT\n2\nB" + std::to_string(level - 1) + "\n10\n1\n20\n1\n";
        if (level == 0) text += "0\nLINE\n10\n0\n20\n0\n11\n1\n21\n1\n";
        text += "0\nENDBLK\n";
    }
    return text + "0\nENDSEC\n0\nSECTION\n2\nENTITIES\n0\nINSERT\n2\nB" + std::to_string(depth) +
           "\n10\n0\n20\n0\n0\nENDSEC\n0\nEOF\n";
}

std::string zigzag(int teeth) {
    std::string text = R"({"type":"Polygon","coordinates":[[)";
    for (int i = 0; i < teeth; ++i) {
        const auto x = std::to_string(4.0 + i * 1e-6);
        text += "[" + x + ",52.0],[" + std::to_string(4.1 - i * 1e-6) + ",52.1],";
    }
    return text + "[4.0,52.0]]]}";
}

/// Long teeth beside each other that do not cross: comparing all with all would take hours.
std::string comb(int teeth) {
    std::string text = R"({"type":"Polygon","coordinates":[[)";
    for (int i = 0; i < teeth; ++i) {
        const auto foot = "[" + std::to_string(4.0 + i * 1e-6) + ",52.0],";
        const auto tip = "[" + std::to_string(4.05 + i * 1e-6) + ",52.1],";
        text += i % 2 == 0 ? foot + tip : tip + foot;
    }
    return text + "[4.3,52.2],[4.3,51.9],[4.0,52.0]]]}";
}

}  // namespace

TEST_CASE("Files made to exhaust a reader give a result or a sentence", "[source][hostile]") {
    test::TemporaryFolder folder;
    const std::vector<std::pair<std::string, std::string>> bombs{
        {"nested.geojson", collection_of(R"({"type":"Point","coordinates":[4,52]})", 100'000)},
        {"brackets.geojson", feature(R"({"type":"Polygon","coordinates":)" + repeated("[", 1'000'000))},
        {"braces.geojson", repeated(R"({"a":)", 500'000)},
        {"tags.gml", "<?xml version='1.0'?><a xmlns:gml='http://www.opengis.net/gml'>" +
                         repeated("<gml:MultiGeometry><gml:geometryMember>", 200'000)},
        {"tags.kml", "<kml xmlns='http://www.opengis.net/kml/2.2'><Placemark>" + repeated("<MultiGeometry>", 200'000)},
        {"laughs.gml", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x0 'ha'>" +
                           [] {
                               std::string text;
                               for (int i = 1; i < 30; ++i)
                                   text += "<!ENTITY x" + std::to_string(i) + " '" +
                                           repeated("&x" + std::to_string(i - 1) + ";", 10) + "'>";
                               return text;
                           }() +
                           "]><a xmlns:gml='http://www.opengis.net/gml'>&x29;</a>"},
        {"wkt.csv", "id,WKT\n1,\"" + repeated("GEOMETRYCOLLECTION(", 100'000) + "\"\n"},
        {"line.csv", "id,x,y\n1," + repeated("9", 30'000'000)},
        {"blocks.dxf", drawing_of_drawings(9)},
        {"zigzag.geojson", feature(zigzag(200'000))},
        {"comb.geojson", feature(comb(100'000))},
        {"arrays.topojson", R"({"type":"Topology","objects":{"a":{"type":"GeometryCollection","geometries":[)" +
                                repeated(R"({"type":"Polygon","arcs":[[0,0,0,0,0,0,0,0]]},)", 50'000) +
                                R"({"type":"Point","coordinates":[0,0]}]}},"arcs":[[[4,52],[5,52],[5,53],[4,52]]]})"},
    };
    for (const auto& [name, text] : bombs) {
        test::write(folder / name, text);
        const auto outcome = test::outcome_of(folder / name);
        INFO(name << ": " << outcome);
        CHECK((outcome == "result" || outcome == "sentence"));
        std::filesystem::remove(folder / name);
    }
}
