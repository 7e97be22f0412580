// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

#include <fstream>

using test::Bench;

namespace {

void write(const std::filesystem::path& path, const std::string& text) { std::ofstream(path) << text; }

/// Three benches, one of them without a place and one far away.
void write_benches(const std::filesystem::path& path) {
    std::string text = "soort,WKT\n";
    for (int i = 0; i < 30; ++i) text += "hout,POINT (" + std::to_string(93500 + i) + " 463900)\n";
    write(path, text + "staal,\nstaal,POINT (0 0)\n");
}

/// A photo from the air of which the last rows were lost on the way.
void write_damaged_image(const test::TemporaryFolder& folder) {
    std::string grid = "ncols 200\nnrows 200\nxllcorner 93450\nyllcorner 463850\ncellsize 0.5\n";
    for (int row = 0; row < 200; ++row) {
        for (int column = 0; column < 200; ++column) grid += std::to_string(column) + " ";
        grid += "\n";
    }
    write(folder / "grid.asc", grid);
    const auto made = test::run("cd '" + folder.path().string() +
                                "' && gdal_translate -q -ot Byte -a_srs EPSG:28992 grid.asc photo.tif");
    INFO(made.output);
    REQUIRE(made.exit_code == 0);
    std::filesystem::resize_file(folder / "photo.tif", std::filesystem::file_size(folder / "photo.tif") / 2);
}

std::string uuid_of(Bench& bench, std::size_t layer) { return bench.desk().layers().all().at(layer).source.uuid; }

}  // namespace

TEST_CASE("A layer is coloured, faded and explained by a legend from its drawer", "[ui][layers]") {
    const test::TemporaryFolder folder;
    write_benches(folder / "banken.csv");
    Bench bench(test::new_dossier(folder));
    bench.desk().add_layers(folder / "banken.csv", {}, "EPSG:28992", {});
    bench.settle();
    bench.desk().dispatch("layers");
    bench.settle();
    const auto uuid = uuid_of(bench, 0);
    CHECK(bench.said("layers/state/" + uuid) == "Objects: 32, with remarks");
    bench.click("layers/more/" + uuid);
    bench.click("layers/opacity/" + uuid + "/50");
    CHECK(bench.desk().layers().all()[0].source.opacity == 0.5);
    bench.click("layers/colour/" + uuid + "/=soort");
    CHECK(bench.desk().layers().all()[0].looks().colour_by == "soort");
    CHECK(bench.said("layers/legend/" + uuid) == "Coloured by soort");
    CHECK(bench.said("layers/legend/" + uuid + "/0") == "hout (30)");
    CHECK(bench.said("layers/legend/" + uuid + "/1") == "staal (2)");
    bench.click("layers/remove/" + uuid);
    CHECK(bench.desk().layers().all().empty());
}

TEST_CASE("Which attribute stands on the map as a layer's names is chosen in its drawer", "[ui][layers]") {
    const test::TemporaryFolder folder;
    write_benches(folder / "banken.csv");
    Bench bench(test::new_dossier(folder));
    bench.desk().add_layers(folder / "banken.csv", {}, "EPSG:28992", {});
    bench.settle();
    CHECK(!bench.desk().labels().shown());
    bench.desk().dispatch("layers");
    bench.settle();
    const auto uuid = uuid_of(bench, 0);
    bench.click("layers/more/" + uuid);
    CHECK(bench.said("layers/names/" + uuid + "/auto") == "What is known of such layers: no names");
    bench.click("layers/names/" + uuid + "/=soort");
    bench.look_at({93515, 463900}, 100);
    bench.settle();
    REQUIRE(bench.desk().labels().shown());
    std::size_t count = 0;
    for (const auto& cell : bench.desk().labels().shown()->cells)
        for (const auto& label : cell->labels) count += label.text == "hout";
    CHECK(count > 0);
    bench.click("layers/map-names");
    bench.settle();
    CHECK(!bench.desk().labels().shown());
    CHECK_FALSE(bench.kept_settings().map_names);
    bench.click("layers/map-names");
    bench.click("layers/names/" + uuid + "/none");
    bench.settle();
    CHECK(!bench.desk().labels().shown());
    CHECK(bench.desk().layers().all()[0].looks().label_by == "");
}

TEST_CASE("Symbols and classes of a layer are chosen in its drawer, by keyboard too", "[ui][layers]") {
    const test::TemporaryFolder folder;
    std::string text = "breedte,WKT\n";
    for (int i = 0; i < 30; ++i) text += std::to_string(i * i) + ",POINT (" + std::to_string(93500 + i) + " 463900)\n";
    write(folder / "paden.csv", text);
    Bench bench(test::new_dossier(folder));
    bench.desk().add_layers(folder / "paden.csv", {}, "EPSG:28992", {});
    bench.settle();
    bench.desk().dispatch("layers");
    bench.settle();
    const auto uuid = uuid_of(bench, 0);
    bench.click("layers/more/" + uuid);
    CHECK_FALSE(bench.widget("layers/method/" + uuid + "/natural"));
    CHECK_FALSE(bench.widget("layers/line/" + uuid + "/2px"));
    bench.click("layers/colour/" + uuid + "/=breedte");
    bench.settle();
    bench.click("layers/method/" + uuid + "/equal");
    bench.settle();
    bench.click("layers/classes/" + uuid + "/3");
    bench.settle();
    CHECK(bench.desk().layers().all()[0].coloured->classes.all.size() == 3);
    CHECK(bench.said("layers/legend/" + uuid + "/0") == "0 to 280.3 (17)");
    bench.click("layers/symbol/" + uuid + "/diamond");
    bench.settle();
    bench.tab_to("layers/size/" + uuid + "/auto");
    for (int i = 0; i < 3; ++i) bench.key("Right");
    bench.key("Enter");
    bench.settle();
    CHECK(bench.desk().layers().all()[0].looks().dot == app::Dot::diamond);
    CHECK(bench.desk().layers().all()[0].looks().dot_size == 14);
}

TEST_CASE("The load report counts what is not on the map and leads to the object", "[ui][layers]") {
    const test::TemporaryFolder folder;
    write_benches(folder / "banken.csv");
    Bench bench(test::new_dossier(folder));
    bench.desk().add_layers(folder / "banken.csv", {}, "EPSG:28992", {});
    bench.settle();
    bench.desk().dispatch("remarks");
    bench.settle();
    const auto uuid = uuid_of(bench, 0);
    CHECK(bench.said("remarks/count/" + uuid + "/null") == "1 of 32 objects without geometry");
    CHECK(bench.said("remarks/count/" + uuid + "/outside") == "1 of 32 objects far outside");
    bench.click("remarks/feature/" + uuid + "/outlier/32");
    REQUIRE(bench.state().feature);
    CHECK(bench.state().feature->fid == 32);
    CHECK(bench.state().camera.visible().contains({0, 0}));
    CHECK((bench.state().attributes == geo::Attributes{{"soort", "staal"}, {"WKT", "POINT (0 0)"}}));
}

TEST_CASE("A missing layer offers to be found again", "[ui][layers]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.desk().perform(audit::AddLayer{.path = folder / "weg.gpkg", .name = "wegen"});
    bench.settle();
    bench.desk().dispatch("layers");
    bench.settle();
    const auto uuid = uuid_of(bench, 0);
    CHECK(bench.said("layers/state/" + uuid) == "The file is not where it was: " + (folder / "weg.gpkg").string());
    bench.click("layers/find/" + uuid);
    CHECK(bench.said("files/title") == "Where is weg.gpkg now?");
}

TEST_CASE("The question for a coordinate system takes a number that is typed", "[ui][layers]") {
    const test::TemporaryFolder folder;
    write(folder / "punt.csv", "x,y\n12,14\n");
    Bench bench(test::new_dossier(folder));
    bench.desk().add_layers(folder / "punt.csv", {}, {}, {});
    bench.settle();
    CHECK(bench.said("crs/title") == "In which coordinate system is it?");
    bench.click("crs/search");
    bench.type("25831");
    bench.until("the answer came", [&] { return bench.widget("crs/choose/EPSG:25831") != nullptr; });
    bench.click("crs/choose/EPSG:25831");
    CHECK(bench.state().crs_questions.empty());
    REQUIRE(bench.desk().layers().all().size() == 1);
    CHECK(bench.desk().layers().all()[0].source.crs == "EPSG:25831");
}

TEST_CASE("Layers are moved by the keyboard alone", "[ui][layers][keyboard]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    for (const auto* name : {"onder", "boven"})
        bench.desk().perform(audit::AddLayer{.path = folder / "weg.gpkg", .name = name});
    bench.settle();
    bench.desk().dispatch("layers");
    bench.settle();
    const auto uuid = uuid_of(bench, 0);
    bench.tab_to("layers/up/" + uuid);
    bench.key("Enter");
    CHECK(uuid_of(bench, 1) == uuid);
}

TEST_CASE("Areas are coloured by their findings from the drawer, with a legend that says what was counted",
          "[ui][layers][figures]") {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "wijken.csv")
        << "naam,inwoners,WKT\n"
           "Noord,2000,\"POLYGON ((93000 463000, 94000 463000, 94000 464000, 93000 464000, 93000 463000))\"\n"
           "Zuid,1000,\"POLYGON ((93000 462000, 94000 462000, 94000 463000, 93000 463000, 93000 462000))\"\n";
    Bench bench(test::new_dossier(folder));
    for (const auto& place : {geo::Point{93100, 463100}, {93200, 463100}, {93100, 462100}, {95000, 465000}})
        bench.desk().perform(audit::RecordFinding{.category = "object-on-footway", .shape = geo::Shape::point(place)});
    bench.desk().add_layers(folder / "wijken.csv", {}, "EPSG:28992", {});
    bench.settle();
    bench.desk().dispatch("layers");
    bench.settle();
    const auto uuid = uuid_of(bench, 0);
    bench.click("layers/more/" + uuid);
    bench.tab_to("layers/figure/" + uuid + "/count");
    bench.key("Space");
    bench.settle();
    CHECK(bench.said("layers/legend/" + uuid) == "Findings in each area");
    CHECK(bench.said("layers/counted/" + uuid) == "Counted: 4 findings on the map, 22 November 2026.");
    CHECK(bench.said("layers/outside/" + uuid) == "1 findings lie in no area.");
    CHECK(bench.said("layers/legend/" + uuid + "/0") == "1 (1)");
    CHECK(bench.said("layers/legend/" + uuid + "/1") == "2 (1)");
    bench.click("layers/figure/" + uuid + "/per_inhabitant");
    bench.settle();
    CHECK(bench.said("layers/legend/" + uuid) == "Findings per 1000 inhabitants");
    bench.click("layers/inhabitants/" + uuid + "/=naam");
    bench.settle();
    CHECK(bench.said("layers/legend/" + uuid).find("does not say") != std::string::npos);
    bench.click("layers/inhabitants/" + uuid + "/=inwoners");
    bench.settle();
    CHECK(bench.said("layers/legend/" + uuid) == "Findings per 1000 inhabitants");
    bench.click("layers/method/" + uuid + "/natural");
    bench.settle();
    CHECK(bench.desk().layers().all()[0].looks().classes.method == app::ClassMethod::natural);
    CHECK(bench.widget("map/legend/title") == nullptr);
    bench.key("Escape");
    bench.settle();
    CHECK(bench.said("map/legend/title") == "wijken");
    CHECK(bench.said("layers/legend/" + uuid) == "Findings per 1000 inhabitants");
}

TEST_CASE("An image of which a part cannot be read is shown, and its row in the drawer tells", "[ui][layers][raster]") {
    const test::TemporaryFolder folder;
    write_damaged_image(folder);
    Bench bench(test::new_dossier(folder));
    bench.desk().add_layers(folder / "photo.tif", {}, {}, {});
    bench.look_at({93500, 463900}, 100);
    bench.settle();
    bench.desk().dispatch("layers");
    bench.settle();
    const auto& layer = bench.desk().layers().all().at(0);
    CHECK(layer.state == app::LoadedLayer::State::ready);
    CHECK(bench.said("layers/trouble/" + layer.source.uuid) ==
          "A part of the image cannot be read; it stays empty on the map.");
}
