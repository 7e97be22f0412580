// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "app/core/filter_chips.hpp"
#include "geo/base/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <fstream>

using audit::GroupKey;

namespace {

audit::Author author() {
    const auto clock = base::fixed_clock(*base::parse_time("2026-11-22T09:30:00Z"));
    return {.person = "Fatma",
            .machine = "0190a000-0000-7000-8000-000000000001",
            .clock = clock,
            .ids = base::time_ordered_ids(clock)};
}

audit::Dossier dossier_with_findings(const std::filesystem::path& path) {
    auto dossier = audit::Dossier::create(path, {}, author());
    for (const auto severity : {audit::Severity::blocking, audit::Severity::attention, audit::Severity::blocking})
        dossier.perform(audit::RecordFinding{.category = "terrace-passage",
                                             .shape = geo::Shape::point({93500, 463900}),
                                             .title = "Café De Waag",
                                             .severity = severity,
                                             .district = "Noord"});
    return dossier;
}

}  // namespace

TEST_CASE("Settings come back as they were kept", "[app][settings]") {
    const test::TemporaryFolder folder;
    app::Settings settings;
    settings.language = base::Language::dutch;
    settings.theme = app::Theme::sunlight;
    settings.text_scale = 1.75;
    settings.reduce_motion = true;
    settings.single_letters = false;
    settings.left_width = 420;
    settings.recent_dossiers = {"/a/één.gpkg", "/b.gpkg"};
    settings.recent_folders = {"/a"};
    app::keep_settings(settings, folder / "deep" / "settings.json");
    CHECK(app::read_settings(folder / "deep" / "settings.json") == settings);
}

TEST_CASE("Broken settings are no reason not to start", "[app][settings]") {
    const test::TemporaryFolder folder;
    CHECK(app::read_settings(folder / "none.json") == app::Settings{});
    const std::vector<std::string> broken{"",
                                          "{",
                                          "[1,2]",
                                          R"({"theme":7,"text_scale":"large","recent_dossiers":{}})",
                                          R"({"theme":"pink","language":"xx","left_width":null})",
                                          "\xff\xfe\x00"};
    for (const auto& text : broken) CHECK(app::settings_from_json(text) == app::Settings{});
    CHECK(app::settings_from_json(R"({"text_scale":900,"left_width":-4})").text_scale == 2);
    CHECK(app::settings_from_json(R"({"text_scale":900,"left_width":-4})").left_width == app::k_narrowest_panel);
}

TEST_CASE("The last dossiers are remembered, each once, the last one first", "[app][settings]") {
    app::Settings settings;
    for (int i = 0; i < 20; ++i) app::remember_dossier(settings, "/d" + std::to_string(i));
    app::remember_dossier(settings, "/d15");
    CHECK(settings.recent_dossiers.size() == 12);
    CHECK(settings.recent_dossiers.front() == "/d15");
    CHECK(std::count(settings.recent_dossiers.begin(), settings.recent_dossiers.end(), "/d15") == 1);
}

TEST_CASE("A chip adds its value to the filter and takes it away, and leaves the rest", "[app][filter]") {
    CHECK(app::toggled("", GroupKey::status, "open") == "status:open");
    CHECK(app::toggled("status:open brug", GroupKey::status, "solved") == "status:open,solved brug");
    CHECK(app::toggled("status:open,solved brug", GroupKey::status, "open") == "status:solved brug");
    CHECK(app::toggled("status:open brug", GroupKey::status, "open") == "brug");
    CHECK(app::toggled("-status:open", GroupKey::status, "open") == "-status:open status:open");
    CHECK(app::toggled("", GroupKey::district, "Nieuwe Rijn") == "district:\"Nieuwe Rijn\"");
    CHECK(app::toggled("district:\"Nieuwe Rijn\"", GroupKey::district, "") == "district:\"Nieuwe Rijn\",\"\"");
}

TEST_CASE("Chips offer what occurs with counts, and what is asked for though it does not occur", "[app][filter]") {
    const test::TemporaryFolder folder;
    auto dossier = dossier_with_findings(folder / "a.gpkg");
    const auto snapshot = dossier.snapshot();
    const auto choices =
        app::filter_choices(*snapshot, "severity:hindering", GroupKey::severity, base::Language::english);
    REQUIRE(choices.size() == 3);
    CHECK(choices[0].key == "blocking");
    CHECK(choices[0].count == 2);
    CHECK_FALSE(choices[0].chosen);
    CHECK(choices[2].label == "hindering");
    CHECK(choices[2].chosen);
    CHECK(choices[2].count == 0);
}

TEST_CASE("Names that look like names of places are known by their column", "[app][search]") {
    for (const auto* field : {"naam", "NAME", "straatnaam", "openbareRuimteNaam", "name:nl", "Label"})
        CHECK(app::looks_like_names(field));
    for (const auto* field : {"id", "height", "bronhouder", "lokaalid"}) CHECK_FALSE(app::looks_like_names(field));
}

TEST_CASE("A search finds every kind, best first, whatever the accents", "[app][search]") {
    const test::TemporaryFolder folder;
    auto dossier = dossier_with_findings(folder / "a.gpkg");
    auto places = std::make_shared<app::PlaceNames>();
    places->places = {{.name = "Waagstraat", .folded = "waagstraat", .layer = "Streets"},
                      {.name = "Bij de Wáág", .folded = "bij de waag", .layer = "Streets"}};
    app::SearchInput input{.text = "WAAG", .snapshot = dossier.snapshot(), .places = places};
    const auto hits = app::find_everything(input, {});
    REQUIRE(hits.size() == 5);
    CHECK(hits[0].text == "Waagstraat");
    CHECK(hits[1].text == "Bij de Wáág");
    CHECK(hits[2].kind == app::SearchHit::Kind::finding);
    input.text = "cafe waag";
    CHECK(app::find_everything(input, {}).size() == 3);
    input.text = "   ";
    CHECK(app::find_everything(input, {}).empty());
}

TEST_CASE("A search that is no longer wanted ends", "[app][search]") {
    const test::TemporaryFolder folder;
    auto dossier = dossier_with_findings(folder / "a.gpkg");
    auto state = std::make_shared<base::ProgressState>();
    state->cancelled = true;
    const app::SearchInput input{.text = "waag", .snapshot = dossier.snapshot()};
    CHECK_THROWS_AS(app::find_everything(input, base::Progress(state)), base::Cancelled);
}

TEST_CASE("Street names are read from a source's own columns, each once, with all its parts", "[app][search]") {
    NEED_REAL_FILE(ways, "leiden/ways.geojson");
    auto layer = std::make_shared<geo::Layer>(geo::read_layer(ways, {}, geo::rd_new()));
    const app::NamedLayer named{"Streets", ways.string(), layer->name, app::prepare(layer, {})};
    const auto names = app::read_place_names({named}, {});
    const auto breestraat = std::find_if(names.places.begin(), names.places.end(),
                                         [](const auto& place) { return place.name == "Breestraat"; });
    REQUIRE(breestraat != names.places.end());
    CHECK(breestraat->box.width() > 50);
    for (std::size_t i = 1; i < names.places.size(); ++i)
        CHECK_FALSE(names.places[i].folded < names.places[i - 1].folded);
}

TEST_CASE("A goal's view tells documents, people and outcomes", "[app][goals]") {
    const test::TemporaryFolder folder;
    auto dossier = dossier_with_findings(folder / "a.gpkg");
    auto snapshot = dossier.snapshot();
    const auto finding = *snapshot->findings.front();
    dossier.perform(audit::SetStatus{.uuid = finding.uuid, .status = audit::Status::solved});
    snapshot = dossier.snapshot();
    const auto view = app::goal_view(*snapshot, finding.goals.front(), base::Language::dutch);
    CHECK(view.open == 2);
    CHECK(view.solved == 1);
    CHECK(view.findings.size() == 3);
    CHECK_FALSE(view.label.empty());
    CHECK_FALSE(view.theme.empty());
    CHECK_FALSE(view.provenance.empty());
    CHECK_FALSE(view.documents.empty());
    for (const auto& document : view.documents) CHECK(document.find('#') == std::string::npos);
    CHECK(app::goal_view(*snapshot, "no-such-goal", base::Language::dutch).id.empty());
}

TEST_CASE("The history reads as what people did, and can be narrowed", "[app][history]") {
    const test::TemporaryFolder folder;
    auto dossier = dossier_with_findings(folder / "a.gpkg");
    const auto uuid = dossier.snapshot()->findings.front()->uuid;
    dossier.set_person("Sanne");
    dossier.perform(audit::EditFinding{.uuid = uuid, .fields = {{"title", "Terras"}}});
    dossier.perform(audit::DeleteFinding{.uuid = dossier.snapshot()->findings.back()->uuid});
    const auto entries = dossier.recent_history(5000);
    const auto snapshot = dossier.snapshot();
    const auto all = app::history_steps(entries, *snapshot, {}, base::Language::english);
    REQUIRE(all.size() == 6);  // made, three recorded, one changed, one deleted
    CHECK(all[0].what == "Delete a finding");
    CHECK(all[0].subject == "Café De Waag");
    CHECK(all[0].finding.empty());
    CHECK(all[1].subject == "Terras");
    CHECK(all[1].changes == std::vector<std::string>{"Title: Terras, was Café De Waag"});
    CHECK(all[1].who == "Sanne");
    CHECK(app::history_steps(entries, *snapshot, {.person = "Sanne"}, base::Language::english).size() == 2);
    CHECK(app::history_steps(entries, *snapshot, {.finding = uuid}, base::Language::english).size() == 2);
    CHECK(app::people_in(entries) == std::vector<std::string>{"Fatma", "Sanne"});
    CHECK(dossier.recent_history(2).size() == 2);
}

TEST_CASE("A measurement in the history reads as people write it", "[app][history]") {
    const test::TemporaryFolder folder;
    auto dossier = audit::Dossier::create(folder / "a.gpkg", {}, author());
    dossier.perform(audit::RecordFinding{
        .category = "terrace-passage",
        .shape = geo::Shape::point({93500, 463900}),
        .measurements = {
            {.quantity = "passage-width", .value = 1.25, .unit = "m", .accuracy = 0.01, .method = "tape"}}});
    const auto steps = app::history_steps(dossier.recent_history(5000), *dossier.snapshot(), {}, base::Language::dutch);
    REQUIRE_FALSE(steps.empty());
    const auto& changes = steps.front().changes;
    const auto says = [&](const std::string& line) {
        return std::find(changes.begin(), changes.end(), line) != changes.end();
    };
    CHECK(says("Vrije doorgang: 1,25\u00a0m\u00a0±\u00a00,01 (meetlint)"));
}

TEST_CASE("The window and the command line export the same bytes", "[app][export]") {
    const test::TemporaryFolder folder;
    dossier_with_findings(folder / "a.gpkg");
    base::set_language(base::Language::english);
    app::Desk desk({.author = author(), .data_folder = folder / "data", .workers = 0});
    desk.open(folder / "a.gpkg");
    while (!desk.state().snapshot) desk.tick();
    desk.state().arrangement.filter = "severity:blocking";
    for (const auto* format : {"geojson", "csv"}) {
        const auto out = folder / (std::string("window.") + format);
        app::start_export(desk, {.format = format, .audience = "internal"}, out);
        while (!desk.idle()) desk.tick();
        desk.tick();
        REQUIRE(desk.state().export_done);
        const auto other = folder / (std::string("shell.") + format);
        const auto ran =
            test::run((test::programs() / "doorgangctl").string() + " export " + (folder / "a.gpkg").string() + " " +
                      other.string() + " --audience internal --where severity:blocking --language en");
        INFO(ran.output);
        REQUIRE(ran.exit_code == 0);
        CHECK(base::read_file(out) == base::read_file(other));
    }
}
