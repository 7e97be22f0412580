// SPDX-License-Identifier: EUPL-1.2
#include "app/core/attribution.hpp"
#include "app/core/known_classes.hpp"
#include "app/core/layer_styles.hpp"
#include "tests/app_core/desk_bench.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

using namespace app;
namespace fs = std::filesystem;
using LoadState = LoadedLayer::State;

namespace {

void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }

/// A desk with a dossier and one layer: three benches with their kind.
struct WithLayer {
    test::TemporaryFolder folder{};
    Desk desk{test::desk_options(folder)};

    WithLayer() {
        write(folder / "benches.csv",
              "kind,width,WKT\nwood,1.2,POINT (93500 463900)\nsteel,1.5,POINT (93510 463900)\n"
              "wood,1.6,POINT (93520 463900)\n");
        audit::Dossier::create(folder / "a.gpkg", {}, test::desk_options(folder).author);
        desk.open(folder / "a.gpkg");
        wait();
        desk.state().camera.width = 800;
        desk.state().camera.height = 600;
        desk.add_layers(folder / "benches.csv", {}, "EPSG:28992", {});
        wait();
        REQUIRE(desk.layers().all().size() == 1);
    }
    const LoadedLayer& layer() { return desk.layers().all().front(); }
    std::string uuid() { return layer().source.uuid; }
    void wait() { test::tick_until_idle(desk); }
    void reopen() {
        desk.open(folder / "a.gpkg");
        wait();
    }
};

}  // namespace

TEST_CASE("A layer whose file moved is missing until it is found again, and can be undone", "[app][layers]") {
    WithLayer at;
    REQUIRE(at.layer().state == LoadState::ready);
    fs::create_directory(at.folder / "moved");
    fs::rename(at.folder / "benches.csv", at.folder.path() / "moved" / "benches.csv");
    at.desk.open(at.folder / "a.gpkg");
    at.wait();
    at.desk.layers().retry(at.uuid());
    audit::Dossier::create(at.folder / "other.gpkg", {}, test::desk_options(at.folder).author);
    at.desk.open(at.folder / "other.gpkg");
    at.wait();
    at.reopen();
    REQUIRE(at.layer().state == LoadState::missing);
    CHECK(at.layer().problem->code == "source-missing");
    at.desk.dispatch("layer-find", at.uuid());
    REQUIRE(at.desk.state().browse);
    at.desk.state().browse.reset();
    at.desk.dispatch("layer-found", (at.folder.path() / "moved" / "benches.csv").string());
    at.wait();
    CHECK(at.layer().state == LoadState::ready);
    CHECK(at.layer().source.crs == "EPSG:28992");
    CHECK(test::run("sqlite3 '" + (at.folder / "a.gpkg").string() + "' 'SELECT path FROM layer'").output ==
          "moved/benches.csv\n");
    at.desk.dispatch("undo");
    at.wait();
    CHECK(at.layer().state == LoadState::missing);
}

TEST_CASE("Opacity and colours by an attribute are kept in the dossier and drawn", "[app][layers]") {
    WithLayer at;
    at.desk.dispatch("layer-opacity", at.uuid() + " 50");
    at.desk.dispatch("layer-colour", at.uuid() + " kind");
    at.wait();
    at.reopen();
    CHECK(at.layer().source.opacity == 0.5);
    CHECK(at.layer().looks().colour_by == "kind");
    REQUIRE(at.layer().coloured);
    REQUIRE(at.layer().coloured->classes.all.size() == 2);
    CHECK(at.layer().coloured->classes.all[0].value == "wood");
    const auto& scene = at.desk.views().scene();
    REQUIRE(scene.layers.size() == 3);
    CHECK(scene.layers[0].pickable);
    CHECK_FALSE(scene.layers[1].pickable);
    CHECK_FALSE(scene.layers[1].style.point.fill == scene.layers[2].style.point.fill);
    CHECK(scene.layers[1].style.point.fill.a < 255);
    at.desk.dispatch("layer-colour", at.uuid() + " ");
    at.wait();
    CHECK(at.desk.views().scene().layers.size() == 1);
    CHECK(at.layer().source.style.empty());
}

TEST_CASE("An attribute that is not there any more says so and leaves the layer on the map", "[app][layers]") {
    WithLayer at;
    at.desk.dispatch("layer-colour", at.uuid() + " height");
    at.wait();
    REQUIRE(at.layer().coloured);
    REQUIRE(at.layer().coloured->problem);
    CHECK(at.layer().coloured->problem->code == "field-missing");
    CHECK(at.desk.views().scene().layers.size() == 1);
}

TEST_CASE("Two quick steps move a layer by two places", "[app][layers]") {
    WithLayer at;
    for (const auto* name : {"b", "c"})
        at.desk.perform(audit::AddLayer{.path = at.folder / "benches.csv", .crs = "EPSG:28992", .name = name});
    at.wait();
    const auto lowest = at.desk.layers().all().front().source.uuid;
    at.desk.dispatch("layer-up", lowest);
    at.desk.dispatch("layer-up", lowest);
    at.wait();
    CHECK(at.desk.layers().all().back().source.uuid == lowest);
}

TEST_CASE("Every layer without a CRS is asked for, and one answer may stand for all of a file", "[app][layers]") {
    WithLayer at;
    fs::create_directory(at.folder / "delivery");
    for (const auto* name : {"a.csv", "b.csv", "c.csv"})
        write(at.folder.path() / "delivery" / name, "x,y\n93500,463900\n93510,463910\n");
    at.desk.add_layers(at.folder / "delivery", {}, {}, {});
    at.wait();
    REQUIRE(at.desk.state().crs_questions.size() == 3);
    CHECK(at.desk.state().crs_questions[0].plausible.front() == geo::rd_new());
    at.desk.state().crs_for_all = false;
    at.desk.dispatch("layer-crs", "EPSG:28992");
    at.wait();
    CHECK(at.desk.state().crs_questions.size() == 2);
    CHECK(at.desk.layers().all().size() == 2);
    at.desk.state().crs_for_all = true;
    at.desk.dispatch("layer-crs", "EPSG:28992");
    at.wait();
    CHECK(at.desk.state().crs_questions.empty());
    CHECK(at.desk.layers().all().size() == 4);
}

TEST_CASE("Any coordinate system can be looked up by words", "[app][layers]") {
    WithLayer at;
    at.desk.state().crs_search.typed = "utm zone 31n etrs89";
    follow_crs_search(at.desk);
    at.wait();
    const auto& found = at.desk.state().crs_search.found;
    REQUIRE_FALSE(found.empty());
    CHECK(std::find(found.begin(), found.end(), geo::CrsEntry{"EPSG:25831", "ETRS89 / UTM zone 31N"}) != found.end());
    CHECK(geo::find_crs("28992", 5).front().name == "Amersfoort / RD New");
    CHECK(geo::find_crs("nowhere at all", 5).empty());
}

TEST_CASE("An image lies under the layers, and its pieces come as the view needs them", "[app][layers]") {
    WithLayer at;
    write(
        at.folder / "photo.asc", "ncols 64\nnrows 64\nxllcorner 93490\nyllcorner 463890\ncellsize 0.5\n" + [] {
            std::string grid;
            for (int i = 0; i < 64 * 64; ++i) grid += std::to_string(i % 250) + " ";
            return grid;
        }());
    at.desk.add_layers(at.folder / "photo.asc", {}, "EPSG:28992", {});
    at.wait();
    REQUIRE(at.desk.layers().all().size() == 2);
    const auto& image = at.desk.layers().all().front();
    REQUIRE(image.image);
    at.desk.state().camera = at.desk.state().camera.fitted(image.extent());
    at.wait();
    CHECK_FALSE(image.image->picture()->pieces.empty());
    const auto& scene = at.desk.views().scene();
    CHECK(scene.layers.front().raster == image.image->picture());
    CHECK(scene.layers.back().data);
}

TEST_CASE("A projection that cannot be trusted is told at the start", "[app][layers]") {
    const test::TemporaryFolder folder;
    auto broken = test::desk_options(folder);
    broken.check_projection = [] {
        return std::optional(
            base::Problem{.code = "crs-untrustworthy", .message = base::Text{"Known points come out wrong.", {}, {}}});
    };
    Desk desk(broken);
    test::tick_until(desk, [&desk] { return desk.state().notice.has_value(); });
    CHECK(desk.state().notice->problem.code == "crs-untrustworthy");
    CHECK_FALSE(geo::check_known_point());
}

TEST_CASE("What the bottom line says of accuracy names the conversion and the missing grid", "[app][layers]") {
    WithLayer at;
    CHECK(base::say(at.desk.views().accuracy().line, base::Language::english) == "Amersfoort / RD New");
    write(at.folder / "wgs.geojson", R"({"type":"Point","coordinates":[4.4,52.1]})");
    at.desk.add_layers(at.folder / "wgs.geojson", {}, {}, {});
    at.wait();
    const auto& accuracy = at.desk.views().accuracy();
    const auto line = base::say(accuracy.line, base::Language::english);
    CHECK(line.find("Amersfoort / RD New, converted to ± ") == 0);
    CHECK(line.find("Amersfoort to WGS 84") != std::string::npos);
    const bool grid_missing = accuracy.rd.better_with_grid;
    CHECK((line.find("RD grid not installed") != std::string::npos) == grid_missing);
    CHECK(accuracy.details.size() == (grid_missing ? 2 : 1));
}

TEST_CASE("Lines, symbols and classes that were chosen are kept, drawn and taken back", "[app][layers]") {
    WithLayer at;
    at.desk.dispatch("layer-symbol", at.uuid() + " triangle");
    at.wait();
    at.desk.dispatch("layer-symbol-size", at.uuid() + " 14");
    at.wait();
    at.desk.dispatch("layer-line", at.uuid() + " 2.5m");
    at.wait();
    at.desk.dispatch("layer-pattern", at.uuid() + " dashed");
    at.wait();
    at.desk.dispatch("layer-classes", at.uuid() + " natural 3");
    at.wait();
    at.reopen();
    const auto style = at.desk.views().scene().layers[0].style;
    CHECK(style.point.dot == Dot::triangle);
    CHECK(style.point.size == 14);
    CHECK(style.line.width == 2.5F);
    CHECK(style.line.on_ground);
    CHECK(style.line.dash == 10);
    CHECK((at.layer().looks().classes == ClassChoice{ClassMethod::natural, 3}));
    for (const auto* step : {"layer-symbol", "layer-symbol-size", "layer-line", "layer-pattern"}) {
        at.desk.dispatch(step, at.uuid() + " auto");
        at.wait();
    }
    at.desk.dispatch("layer-classes", at.uuid() + " automatic 5");
    at.wait();
    CHECK(at.layer().source.style.empty());
}

TEST_CASE("Words that are no looks are refused and change nothing", "[app][layers]") {
    WithLayer at;
    for (const auto* wrong :
         {"layer-symbol star", "layer-line wide", "layer-line -3px", "layer-line", "layer-pattern wavy",
          "layer-classes natural 99", "layer-classes best", "layer-symbol-size nan"}) {
        const std::string words(wrong);
        const auto space = words.find(' ');
        const auto before = at.desk.failures();
        at.desk.dispatch(words.substr(0, space), at.uuid() + (space == std::string::npos ? "" : words.substr(space)));
        at.wait();
        CAPTURE(words);
        CHECK(at.desk.failures() == before + 1);
        CHECK(at.layer().source.style.empty());
    }
}

TEST_CASE("Looks from a hostile file stay within what can be drawn", "[app][layers]") {
    const auto looks = looks_from_json(
        R"({"class_count":1e9,"line_width":1e300,"symbol_size":-4,"symbol":"none","class_method":7,"line_unit":[]})");
    CHECK(looks.classes.count == k_most_ranges);
    CHECK(*looks.line_width <= 200);
    CHECK(*looks.dot_size >= 1);
    CHECK_FALSE(looks.dot);
    CHECK_FALSE(looks.line_in_metres);
}

TEST_CASE("Classes of values differ by symbol as well as by colour, and the legend shows them", "[app][layers]") {
    WithLayer at;
    at.desk.dispatch("layer-colour", at.uuid() + " kind");
    at.wait();
    const auto legend = legend_of(at.layer(), Theme::light, base::Language::english);
    REQUIRE(legend.size() == 2);
    CHECK(legend[0].text == "wood");
    CHECK(legend[0].count == 2);
    CHECK(legend[0].style.point.dot != legend[1].style.point.dot);
}

TEST_CASE("A layer of BGT roads is told apart by its use without being asked", "[app][layers]") {
    WithLayer at;
    write(
        at.folder / "wegdeel.csv",
        "lokaal_id,functie,WKT\n1,voetpad,\"POLYGON ((0 0,9 0,9 9,0 0))\"\n2,voetpad op trap,\"POLYGON ((20 0,29 0,29 "
        "9,20 0))\"\n3,rijbaan lokale weg,\"POLYGON ((40 0,49 0,49 9,40 0))\"\n4,iets nieuws,\"POLYGON ((60 0,69 0,69 "
        "9,60 0))\"\n");
    at.desk.add_layers(at.folder / "wegdeel.csv", {}, "EPSG:28992", {});
    at.wait();
    const auto& roads = *std::find_if(at.desk.layers().all().begin(), at.desk.layers().all().end(),
                                      [](const auto& layer) { return layer.source.name == "wegdeel"; });
    REQUIRE(roads.coloured);
    const auto legend = legend_of(roads, Theme::light, base::Language::dutch);
    REQUIRE(legend.size() == 3);
    CHECK(legend[0].text == "Rijbaan");
    CHECK(legend[1].text == "Voetpad");
    CHECK(legend[1].count == 2);
    CHECK(legend[1].style == subject_style(Subject::footway, geo::Kind::polygon, Theme::light));
    CHECK(legend[2].count == 1);
    CHECK(drawing_order(roads.coloured->classes).front() == roads.coloured->classes.all.size() - 1);
}

TEST_CASE("Known classes are found in every spelling of their attributes", "[app][layers]") {
    CHECK(known_layer("bgt_wegdeel", {"FUNCTIE"}));
    CHECK(known_layer("trafficarea", {"gml_id", "function"}));
    CHECK(known_layer("lines", {"name", "highway"}));
    CHECK_FALSE(known_layer("lines", {"name"}));
    CHECK_FALSE(known_layer("bomen", {"functie"}));
    const auto* osm = known_layer("multipolygons", {"building", "landuse", "natural"});
    REQUIRE(osm);
    const auto attributes = deciding_attributes(*osm, {"osm_id", "building", "landuse", "natural"});
    REQUIRE(attributes == std::vector<std::string>{"building", "landuse", "natural"});
    const auto classes =
        classify(*osm, attributes, {{"yes", "", "", ""}, {"", "Forest", "", ""}, {"", "", "water", ""}});
    const auto is = [&](std::size_t i) { return classes.all[classes.class_of[i]]; };
    CHECK(is(0).subject == Subject::building);
    CHECK(is(1).subject == Subject::green);
    CHECK(is(2).subject == Subject::water);
    CHECK(is(3).sort == LayerClass::Sort::others);
}

TEST_CASE("Files of classes that say something unknown are refused", "[app][layers]") {
    const test::TemporaryFolder folder;
    for (
        const auto* text :
        {"[]", R"({"rules":[{}]})",
         R"({"rules":[{"layers":["a"],"attributes":["b"],"en":"c","nl":"d","classes":[{"subject":"moon","en":"x","nl":"y","attributes":["b"],"values":["*"]}]}]})"}) {
        write(folder / "classes.json", text);
        CHECK_THROWS_AS(read_known_layers(folder / "classes.json"), base::Error);
    }
}

TEST_CASE("Real BGT roads and a whole OpenStreetMap extract are told apart", "[app][layers][real]") {
    NEED_REAL_FILE(roads, "delft-bgt/bgt_wegdeel.sqlite");
    NEED_REAL_FILE(town, "osm/monaco.osm");
    WithLayer at;
    at.desk.add_layers(roads, {}, "EPSG:28992", {});
    at.desk.add_layers(town, {}, {}, {});
    at.wait();
    std::size_t told_apart = 0;
    for (const auto& layer : at.desk.layers().all()) {
        if (!layer.coloured) continue;
        REQUIRE_FALSE(layer.coloured->problem);
        CHECK(layer.coloured->known);
        const auto legend = legend_of(layer, Theme::light, base::Language::english);
        CHECK(legend.size() > 2);
        ++told_apart;
    }
    CHECK(told_apart == 3);
}

TEST_CASE("Who made OpenStreetMap is named whatever its file says", "[layers][attribution]") {
    WithLayer at;
    CHECK(at.layer().attribution().empty());
    write(
        at.folder / "streets.OSM",
        "<osm version='0.6'><node id='1' lat='52.16' lon='4.49' version='1'><tag k='amenity' v='bench'/></node></osm>");
    at.desk.add_layers(at.folder / "streets.OSM", {}, {}, {});
    at.wait();
    REQUIRE(at.desk.layers().all().size() == 2);
    const auto is_shown = [](const auto&) { return true; };
    CHECK(attribution_of(at.desk.layers(), is_shown) == "© OpenStreetMap contributors");
}

TEST_CASE("What a source says about its maker is shortened, and named once", "[layers][attribution]") {
    WithLayer at;
    std::string name;
    for (int i = 0; i < 10000; ++i) name += "é";
    for (int i = 0; i < 2; ++i)
        at.desk.perform_quietly(
            audit::AddLayer{.path = "XYZ:http://127.0.0.1:9/" + std::to_string(i) + "/{z}/{x}/{y}.png",
                            .name = "Background",
                            .style = R"({"attribution":")" + name + R"("})"});
    at.wait();
    const auto named = attribution_of(at.desk.layers(), [](const auto&) { return true; });
    CHECK(named.size() < 300);
    CHECK(named.ends_with("é…"));
}

TEST_CASE("A dossier may be closed while an image is read", "[layers][lifetime]") {
    const test::TemporaryFolder folder;
    write(folder / "grid.asc", "ncols 2\nnrows 2\nxllcorner 93000\nyllcorner 463000\ncellsize 500\n10 20\n30 40\n");
    const auto made =
        test::run("cd '" + folder.path().string() +
                  "' && gdal_translate -q -ot Byte -a_srs EPSG:28992 -outsize 6000 6000 grid.asc photo.tif");
    INFO(made.output);
    REQUIRE(made.exit_code == 0);
    audit::Dossier::create(folder / "a.gpkg", {}, test::desk_options(folder).author);
    for (int steps : {0, 2, 8, 30}) {
        Desk desk(test::desk_options(folder));
        desk.open(folder / "a.gpkg");
        desk.state().camera.width = 800;
        desk.state().camera.height = 600;
        test::tick_until_idle(desk);
        if (desk.layers().all().empty()) desk.add_layers(folder / "photo.tif", {}, {}, {});
        test::tick_until(desk, [&desk] { return !desk.layers().all().empty(); });
        desk.state().wants_fit = false;
        desk.state().camera.view = {{93500, 463500}, 1.5};
        for (int i = 0; i < steps; ++i) {
            desk.tick();
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    // Opened in peace it is all there.
    Desk desk(test::desk_options(folder));
    desk.open(folder / "a.gpkg");
    test::tick_until_idle(desk);
    REQUIRE(desk.layers().all().size() == 1);
    CHECK(desk.layers().all()[0].state == LoadState::ready);
}
