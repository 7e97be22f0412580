// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

using nlohmann::json;

namespace {

test::Run probe(const std::filesystem::path& source, const std::string& options = "") {
    return test::run((test::programs() / "doorgangctl").string() + " --language en probe '" + source.string() + "' " +
                     options);
}

}  // namespace

TEST_CASE("probe --json has the promised keys and the true counts", "[cli][probe][real]") {
    NEED_REAL_FILE(path, "leiden/ways.geojson");
    auto run = probe(path, "--json");
    CHECK(run.exit_code == 0);
    auto report = json::parse(run.output);
    CHECK(report["source"] == path.string());
    CHECK(report["driver"] == "GeoJSON");
    auto layer = report["layers"].at(0);
    CHECK(layer["name"] == "ways");
    CHECK(layer["features"] == 5670);
    CHECK(layer["crs"] == "EPSG:4326");
    CHECK(layer["crs_from"] == "source");
    CHECK(layer["kinds"] == json{{"LineString", 5670}});
    for (const auto* key : {"skipped", "repaired", "null", "empty", "outliers"}) CHECK(layer[key] == 0);
    CHECK(layer["extent"].size() == 4);
    CHECK(layer["problems"] == json::array());
}

TEST_CASE("probe ends with 4 and a remark when there is nothing in a file", "[cli][probe][real]") {
    NEED_REAL_FILE(path, "delft-bgt/bgt_tunneldeel.sqlite");
    auto run = probe(path, "--json");
    CHECK(run.exit_code == 4);
    auto report = json::parse(run.output);
    CHECK(report["layers"].at(0)["features"] == 0);
    CHECK(report["layers"].at(0)["extent"].is_null());
    auto remark = report["problems"].at(0);
    CHECK(remark["code"] == "source-empty");
    CHECK(remark["count"] == 1);
    CHECK(remark["message"].get<std::string>().find("there is nothing in it") != std::string::npos);
    auto text = probe(path);
    CHECK(text.exit_code == 4);
    CHECK(text.output.find("there is nothing in it") != std::string::npos);
}

TEST_CASE("probe takes a CRS for a source without one", "[cli][probe][real]") {
    NEED_REAL_FILE(path, "broken/bgt_pand_no_crs.gml");
    auto without = json::parse(probe(path, "--json").output)["layers"].at(0);
    CHECK(without["crs"].is_null());
    CHECK(without["crs_from"] == "missing");
    CHECK(without["plausible_crs"] == json::array({"EPSG:28992"}));
    auto with = probe(path, "--json --crs EPSG:28992");
    CHECK(with.exit_code == 0);
    CHECK(json::parse(with.output)["layers"].at(0)["crs_from"] == "given");
    CHECK(probe(path, "--crs EPSG:999999").exit_code == 2);
}

TEST_CASE("probe tells of pixels that they are pixels", "[cli][probe][real]") {
    NEED_REAL_FILE(path, "raster/topo_nl_rd.tif");
    auto run = probe(path, "--json");
    CHECK(run.exit_code == 4);  // eighty million pixels without overviews are worth a remark
    auto report = json::parse(run.output);
    CHECK(report["layers"] == json::array());
    CHECK(report["rasters"].at(0)["problems"].at(0)["code"] == "raster-slow");
    CHECK(report["rasters"].at(0)["crs"] == "EPSG:28992");
    CHECK(report["rasters"].at(0)["width"] == 8000);
    CHECK(report["problems"] == json::array());
}

TEST_CASE("probe of what is no geodata fails with one sentence", "[cli][probe]") {
    test::TemporaryFolder folder;
    std::ofstream(folder / "letter.txt") << "Dear reader,";
    auto run = probe(folder / "letter.txt", "--json");
    CHECK(run.exit_code == 1);
    CHECK(run.output.find((folder / "letter.txt").string() + ": This is not geodata that can be read.") == 0);
    CHECK(probe(folder / "nothing").exit_code == 1);
    CHECK(test::run((test::programs() / "doorgangctl").string() + " probe").exit_code == 2);
}

TEST_CASE("probe --json has every key of its contract, whatever the source holds", "[cli][probe]") {
    test::TemporaryFolder folder;
    std::ofstream(folder / "none.geojson") << R"({"type":"FeatureCollection","features":[]})";
    std::ofstream(folder / "table.csv") << "name,function\nEen,beheerder\n";
    std::ofstream(folder / "lost.geojson")
        << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]})";
    for (const auto* name : {"none.geojson", "table.csv", "lost.geojson"}) {
        INFO(name);
        const auto report = json::parse(probe(folder / name, "--json").output);
        for (const auto* key : {"source", "driver", "layers"}) CHECK(report.contains(key));
        REQUIRE(report["layers"].size() == 1);
        const auto& layer = report["layers"].at(0);
        for (const auto* key : {"name", "features", "crs", "crs_from", "kinds", "skipped", "repaired", "null", "empty",
                                "extent", "outliers", "problems"})
            CHECK(layer.contains(key));
        for (const auto& problem : layer["problems"])
            for (const auto* key : {"code", "count", "first", "message"}) CHECK(problem.contains(key));
    }
}
