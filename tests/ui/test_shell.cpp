// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

#include <fstream>

using test::Bench;

TEST_CASE("A new dossier asks for name, folder and coordinates, and is opened when it is made", "[ui][start]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    bench.desk().show_start();
    bench.settle();
    bench.click("start/new");
    CHECK(bench.widget("new/make")->reason == "Give the dossier a name, for example the name of the neighbourhood.");
    bench.type("Oost");
    CHECK(bench.said("new/crs-name") == "Amersfoort / RD New");
    bench.state().new_dossier->folder = folder.path().string();
    bench.click("new/crs");
    bench.key("Ctrl+A");
    bench.type("EPSG:99999999");
    CHECK(bench.widget("new/crs/problem"));
    bench.key("Ctrl+A");
    bench.type("EPSG:25831");
    CHECK(bench.said("new/crs-name") == "ETRS89 / UTM zone 31N");
    bench.click("new/make");
    bench.until("it is open", [&] { return !bench.state().start_open; });
    CHECK(std::filesystem::exists(folder / "Oost.gpkg"));
    CHECK(bench.state().snapshot->info.crs.code() == "EPSG:25831");
    CHECK(bench.state().settings.recent_dossiers.front() == (folder / "Oost.gpkg").string());
}

TEST_CASE("A dossier that is there already is not made anew", "[ui][start]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    bench.record("Kept");
    bench.desk().show_start();
    bench.settle();
    bench.click("start/new");
    bench.type("binnenstad");
    bench.state().new_dossier->folder = folder.path().string();
    bench.click("new/make");
    bench.settle();
    REQUIRE(bench.state().notice);
    CHECK(bench.state().notice->kind == app::Notice::Kind::refused);
    CHECK(bench.widget("notice/text"));
    REQUIRE(bench.state().new_dossier);
    CHECK(bench.state().snapshot->findings.size() == 1);
}

TEST_CASE("The start screen shows what was used before, what is missing, and what was not finished", "[ui][start]") {
    const test::TemporaryFolder folder;
    const auto path = test::new_dossier(folder);
    Bench bench(path, 1280, 800);
    const auto gone = (folder / "gone.gpkg").string();
    bench.state().settings.recent_dossiers = {path.string(), gone};
    bench.desk().open_scratch({});
    bench.until("the scratch dossier is open", [&] { return bench.state().scratch; });
    bench.settle();
    bench.record("Found on the way");
    const auto scratch = bench.state().snapshot->info.path;
    bench.desk().open(path);
    bench.until("the dossier is open", [&] { return !bench.state().scratch; });
    bench.settle();
    bench.desk().show_start();
    bench.settle();
    CHECK(bench.said("start/recent/" + gone).find("Not there any more") != std::string::npos);
    CHECK(bench.said("start/recovered/" + scratch).find("1 finding without a dossier of its own") != std::string::npos);
    bench.click("start/forget/" + gone);
    CHECK_FALSE(bench.widget("start/recent/" + gone));
    CHECK(bench.state().settings.recent_dossiers == std::vector<std::string>{path.string()});
    bench.click("start/recovered/" + scratch);
    bench.until("the work is there again", [&] { return bench.state().scratch; });
    CHECK(bench.state().snapshot->findings.size() == 1);
}

TEST_CASE("The demo city is made with progress, and stopping it leaves nothing behind", "[ui][start]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    bench.desk().show_start();
    bench.settle();
    bench.desk().dispatch("demo");
    bench.until("it is being made", [&] { return !bench.desk().jobs().list().empty(); });
    bench.desk().stop_job(bench.state().demo_job);
    bench.settle();
    CHECK_FALSE(std::filesystem::exists(bench.desk().data_folder() / "demo"));
    CHECK_FALSE(std::filesystem::exists(bench.desk().data_folder() / "demo.part"));
    bench.click("start/demo");
    bench.until("the city is open", [&] { return !bench.state().start_open; });
    CHECK(bench.state().snapshot->findings.size() > 50);
}

TEST_CASE("The file browser reads folders on a worker and goes into them", "[ui][files]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    std::filesystem::create_directory(folder / "maps");
    std::ofstream(folder / "maps" / "streets.geojson") << R"({"type":"FeatureCollection","features":[]})";
    bench.desk().dispatch("layer-browse");
    bench.state().browse->typed = folder.path().string() + "/";
    bench.settle();
    CHECK(bench.widget("files/add")->reason == "Choose a file first.");
    bench.click("files/entry/maps");
    CHECK(bench.state().browse->typed == (folder / "maps").string() + "/");
    bench.until("its contents are there", [&] { return bench.widget("files/entry/streets.geojson") != nullptr; });
    bench.settle();
    bench.click("files/entry/streets.geojson");
    REQUIRE_FALSE(bench.state().browse);
    CHECK(bench.state().settings.recent_folders.front() == (folder / "maps").string());
}

TEST_CASE("Chips write the filter, and taking them away clears it", "[ui][review]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    bench.record("One", audit::Severity::blocking);
    bench.record("Two", audit::Severity::attention);
    bench.key("F3");
    bench.click("list/chip/severity");
    bench.click("list/chip/severity/blocking");
    CHECK(bench.state().arrangement.filter == "severity:blocking");
    CHECK(bench.said("list/count") == "Findings: 1 of 2");
    bench.click("list/chip/severity/attention");
    CHECK(bench.state().arrangement.filter == "severity:blocking,attention");
    bench.key("Escape");
    CHECK(bench.said("list/chip/severity") == "Severity: 2 chosen");
    bench.click("list/clear");
    CHECK(bench.said("list/count") == "Findings: 2");
}

TEST_CASE("The list is ordered and gets headings", "[ui][review]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 1000);
    bench.record("Small", audit::Severity::attention);
    bench.record("Large", audit::Severity::blocking);
    bench.record("Middle", audit::Severity::hindering);
    bench.key("F3");
    bench.click("list/order");
    bench.click("list/sort");
    bench.click("list/sort/1");
    const auto rows = bench.desk().views().findings().rows;
    const auto& findings = bench.state().snapshot->findings;
    REQUIRE(rows.size() == 3);
    CHECK(findings[rows[0]]->title == "Large");
    CHECK(findings[rows[2]]->title == "Small");
    bench.click("list/group");
    bench.click("list/group/severity");
    CHECK(bench.widget("list/group/blocking"));
    CHECK(bench.desk().views().findings().groups.size() == 3);
    // Down goes over headings to the next finding.
    bench.face().scroll_to("list/row/" + findings[rows[0]]->uuid);
    bench.settle();
    bench.click("list/row/" + findings[rows[0]]->uuid);
    bench.key("Down");
    CHECK(bench.face().focus() == "list/row/" + findings[rows[1]]->uuid);
}

TEST_CASE("A goal shows where it comes from, its findings and what was solved", "[ui][follow]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    bench.record("Open one");
    bench.record("Solved one");
    const auto findings = bench.state().snapshot->findings;
    const auto goal = findings.front()->goals.front();
    bench.desk().perform(audit::SetStatus{.uuid = findings.back()->uuid, .status = audit::Status::solved});
    bench.settle();
    bench.key("F4");
    bench.face().scroll_to("goals/row/" + goal);
    bench.settle();
    bench.click("goals/row/" + goal);
    CHECK(bench.said("goal/outcome") == "1 of 2 solved, 1 open");
    CHECK(bench.widget("goal/provenance/0"));
    CHECK(bench.widget("goal/document/0"));
    CHECK(bench.widget("goal/finding/" + findings.front()->uuid));
    CHECK(bench.desk().views().findings().rows.size() == 2);
    bench.click("goal/review");
    CHECK(bench.state().mode == app::Mode::review);
    CHECK(bench.state().arrangement.filter == "goal:" + goal);
}

TEST_CASE("Ctrl+K finds findings, goals and commands without accents, and Enter goes there", "[ui][search]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    bench.record("Café aan de Nieuwe Rijn");
    bench.key("Ctrl+K");
    bench.type("cafe rijn");
    bench.until("it is found", [&] { return bench.widget("search/hit/0") != nullptr; });
    CHECK(bench.said("search/hit/0").find("Café aan de Nieuwe Rijn") == 0);
    bench.key("Enter");
    CHECK_FALSE(bench.state().search);
    CHECK(bench.state().selected == bench.state().snapshot->findings.front()->uuid);
    bench.key("Ctrl+K");
    bench.type("redo");
    bench.until("it is found", [&] { return bench.said("search/hit/0").find("Redo") == 0; });
    CHECK(bench.said("search/hit/0").find("Not now: There is nothing to redo.") != std::string::npos);
    bench.key("Enter");
    REQUIRE(bench.state().notice);
    CHECK(bench.state().notice->kind == app::Notice::Kind::refused);
    bench.key("Ctrl+A");
    bench.type("review");
    bench.until("it is found", [&] { return bench.said("search/hit/0").find("Review") == 0; });
    bench.key("Down");
    bench.key("Enter");
    CHECK(bench.state().mode == app::Mode::review);
    bench.key("Ctrl+K");
    bench.type("zzzz");
    bench.until("nothing is found", [&] { return bench.widget("search/none") != nullptr; });
}

TEST_CASE("An export writes what the filter lets through and says what it did", "[ui][export]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    bench.record("Large", audit::Severity::blocking);
    bench.record("Small", audit::Severity::attention);
    bench.state().arrangement.filter = "severity:blocking";
    bench.key("F3");
    bench.key("Ctrl+S");
    CHECK(bench.said("export/count").find("1 findings") != std::string::npos);
    bench.click("export/place");
    bench.key("Ctrl+A");
    bench.type(folder.path().string() + "/");
    CHECK(bench.said("files/name") == "binnenstad.geojson");
    bench.click("files/add");
    bench.until("it is written", [&] { return bench.widget("exported/message") != nullptr; });
    INFO(bench.said("exported/message"));
    const auto json = base::read_file(folder / "binnenstad.geojson");
    CHECK(json.find("Large") != std::string::npos);
    CHECK(json.find("Small") == std::string::npos);
    CHECK(json.find("Fatma") == std::string::npos);
    bench.key("Escape");
    CHECK_FALSE(bench.state().export_done);
}

TEST_CASE("A copy of the dossier is made as a job", "[ui][export]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    bench.record("One");
    bench.desk().dispatch("copy");
    bench.state().browse->typed = folder.path().string() + "/";
    bench.settle();
    CHECK(bench.said("files/name") == "binnenstad copy.gpkg");
    bench.click("files/add");
    bench.until("it is copied", [&] { return bench.widget("exported/message") != nullptr; });
    auto copy = audit::Dossier::open(folder / "binnenstad copy.gpkg", bench.desk().author());
    CHECK(copy.snapshot()->findings.size() == 1);
}

TEST_CASE("The history tells what was done, by whom, and takes the last step back", "[ui][history]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    bench.record("Terrace");
    const auto uuid = bench.state().snapshot->findings.front()->uuid;
    bench.desk().perform(audit::EditFinding{.uuid = uuid, .fields = {{"severity", "blocking"}}});
    bench.settle();
    bench.key("Ctrl+H");
    bench.until("the history is there", [&] { return bench.widget("history/step/0") != nullptr; });
    const auto last = bench.said("history/step/0");
    CHECK(last.find("Change a finding: Terrace") == 0);
    CHECK(last.find("Fatma") != std::string::npos);
    CHECK(last.find("Severity: blocking, was hindering") != std::string::npos);
    bench.click("history/undo");
    bench.until("it is undone", [&] { return bench.said("history/step/0").find("Undo") == 0; });
    CHECK(bench.state().snapshot->findings.front()->severity == audit::Severity::hindering);
}

TEST_CASE("Settings are asked to be kept as soon as they change", "[ui][settings]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    bench.desk().dispatch("settings");
    bench.settle();
    bench.click("settings/theme/dark");
    bench.click("settings/larger");
    bench.click("settings/motion");
    bench.click("settings/language/nl");
    const auto kept = bench.kept_settings();
    CHECK(kept.theme == app::Theme::dark);
    CHECK(kept.text_scale == 1.25);
    CHECK(kept.reduce_motion);
    CHECK(kept.language == base::Language::dutch);
    base::set_language(base::Language::english);
}

TEST_CASE("A dropped dossier is opened and a dropped source becomes a layer", "[ui][drop]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    std::ofstream(folder / "streets.geojson")
        << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"straatnaam":"Breestraat"},)"
        << R"("geometry":{"type":"LineString","coordinates":[[4.485,52.157],[4.492,52.159]]}}]})";
    bench.face().send(app::Dropped{{folder / "streets.geojson"}});
    bench.until("the layer is there", [&] { return bench.state().snapshot->layers.size() == 1; });
    bench.settle();
    bench.key("Ctrl+K");
    bench.type("brees");
    bench.until("the street is found", [&] { return bench.said("search/hit/0").find("Breestraat") == 0; });
    const auto before = bench.state().camera.view.centre;
    bench.key("Enter");
    CHECK_FALSE(bench.state().camera.view.centre == before);
    bench.state().search.reset();
    const auto other = folder / "other.gpkg";
    audit::Dossier::create(other, {}, bench.desk().author());
    bench.face().send(app::Dropped{{other}});
    bench.settle();
    INFO((bench.state().notice ? base::say(bench.state().notice->problem) : ""));
    REQUIRE(bench.state().snapshot->info.path == other.string());
    bench.until("the other dossier is open", [&] { return bench.state().snapshot->info.path == other.string(); });
}
