// SPDX-License-Identifier: EUPL-1.2
#include "app/core/map_hand.hpp"
#include "tests/app_core/desk_bench.hpp"
#include "tests/support/catch.hpp"

#include <fstream>

using namespace app;

namespace {

/// A desk with an empty dossier open.
struct AtWork {
    test::TemporaryFolder folder{};
    Desk desk{test::desk_options(folder)};

    AtWork() {
        audit::Dossier::create(folder / "a.gpkg", {}, test::desk_options(folder).author);
        desk.open(folder / "a.gpkg");
        wait();
        REQUIRE(state().snapshot);
    }
    State& state() { return desk.state(); }
    std::size_t findings() { return state().snapshot->findings.size(); }

    void wait() { test::tick_until_idle(desk); }
    void record(audit::RecordFinding finding) {
        desk.perform(std::move(finding), [this](const auto& performed) { state().selected = performed.uuid; });
        wait();
        REQUIRE_FALSE(state().selected.empty());
    }
    /// A form that can be saved.
    void fill_in() {
        begin_finding(desk, geo::Shape::point({93500, 463900}));
        desk.dispatch("form-category", "object-on-footway");
        const auto* category = state().snapshot->catalogue->category("object-on-footway");
        REQUIRE(category);
        for (const auto& field : category->quantities)
            if (field.required) state().draft->field(field.quantity).value = "1";
    }
    std::string refused() {
        return state().notice && state().notice->kind == Notice::Kind::refused
                   ? base::say(state().notice->problem, base::Language::english)
                   : "";
    }
};

audit::RecordFinding a_finding() {
    return {.category = "object-on-footway", .shape = geo::Shape::point({93500, 463900})};
}

}  // namespace

TEST_CASE("A form that is saved twice in a row is recorded once", "[app][desk]") {
    AtWork at;
    at.fill_in();
    at.desk.dispatch("finding-save");
    for (const auto* again : {"finding-save", "finding-cancel"}) {
        at.state().notice.reset();
        at.desk.dispatch(again);
        CHECK(at.refused().find("It is being saved.") != std::string::npos);
    }
    at.wait();
    CHECK(at.findings() == 1);
    CHECK_FALSE(at.state().draft);
    CHECK_FALSE(at.state().saving);
}

TEST_CASE("A form whose saving failed can be saved again or cancelled", "[app][desk]") {
    AtWork at;
    at.record(a_finding());
    at.desk.dispatch("finding-edit");
    at.state().draft->title = "Bin";
    at.desk.store().perform("delete", {audit::DeleteFinding{.uuid = at.state().selected, .reason = {}}});
    at.desk.dispatch("finding-save");
    at.wait();
    CHECK_FALSE(at.refused().empty());
    CHECK_FALSE(at.state().saving);
}

TEST_CASE("Editing a finding without goals and severity gives it none", "[app][desk]") {
    AtWork at;
    at.record(a_finding());
    at.desk.perform(audit::EditFinding{
        .uuid = at.state().selected, .fields = {{"severity", ""}}, .goals = std::vector<std::string>{}});
    at.wait();
    at.desk.dispatch("finding-edit");
    REQUIRE(at.state().draft);
    CHECK(at.state().draft->goals.empty());
    CHECK(at.state().draft->severity.empty());
    CHECK_FALSE(at.state().draft->fields.empty());
    const auto& draft = *at.state().draft;
    auto changed = draft;
    changed.title = "Bin";
    const auto edit = std::get<audit::EditFinding>(
        action_of(*at.state().snapshot->catalogue, changed, at.state().snapshot->find(draft.uuid)));
    CHECK(edit.fields == std::map<std::string, std::string>{{"title", "Bin"}});
    CHECK_FALSE(edit.goals);
}

TEST_CASE("A click on the map beside a form that was opened while drawing leaves the form alone", "[app][desk]") {
    AtWork at;
    at.record(a_finding());
    for (const auto tool : {Tool::point, Tool::outline}) {
        at.state().tool = tool;
        at.desk.dispatch("finding-edit");
        const auto key = at.state().draft->key;
        CHECK(at.state().tool == Tool::select);
        click_map(at.desk, {10, 10});
        begin_finding(at.desk, geo::Shape::point({93600, 463900}));
        CHECK(at.state().draft->key == key);
        at.desk.dispatch("finding-cancel");
    }
}

TEST_CASE("A layer moves one place up or down among two and three, and not beyond", "[app][desk]") {
    AtWork at;
    const auto order = [&] {
        std::string names;
        for (const auto& layer : at.state().snapshot->layers) names += layer.name;
        return names;
    };
    const auto move = [&](const char* action, const std::string& name) {
        for (const auto& layer : at.state().snapshot->layers)
            if (layer.name == name) {
                at.desk.dispatch(action, layer.uuid);
                break;
            }
        at.wait();
        return order();
    };
    for (const auto* name : {"a", "b"})
        at.desk.perform(audit::AddLayer{.path = at.folder / "none.geojson", .name = name});
    at.wait();
    REQUIRE(order() == "ab");
    CHECK(move("layer-up", "a") == "ba");
    CHECK(move("layer-up", "a") == "ba");
    CHECK(move("layer-down", "a") == "ab");
    CHECK(move("layer-down", "a") == "ab");
    at.desk.perform(audit::AddLayer{.path = at.folder / "none.geojson", .name = "c"});
    at.wait();
    CHECK(move("layer-up", "a") == "bac");
    CHECK(move("layer-up", "a") == "bca");
    CHECK(move("layer-down", "c") == "cba");
    at.desk.dispatch("undo");
    at.wait();
    CHECK(order() == "bca");
}

TEST_CASE("The map shows all sources that were opened together", "[app][desk]") {
    const test::TemporaryFolder folder;
    AtWork at;
    at.state().camera.width = 800;
    at.state().camera.height = 600;
    std::vector<std::filesystem::path> files;
    for (const auto* place : {"4.40,52.10", "4.60,52.20", "4.50,52.30"}) {
        files.push_back(folder / (std::to_string(files.size()) + ".geojson"));
        std::ofstream(files.back()) << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)"
                                    << R"("geometry":{"type":"Point","coordinates":[)" << place << "]}}]}";
    }
    for (const auto& file : files) at.desk.add_layers(file, {}, {}, {});
    at.wait();
    const auto all = at.desk.views().everything();
    REQUIRE(at.desk.layers().all().size() == 3);
    REQUIRE(all.width() > 10000);
    CHECK(at.state().camera == at.state().camera.fitted(all));
    CHECK_FALSE(at.state().wants_fit);
}

TEST_CASE("What was asked for one dossier does not end up in the next", "[app][desk]") {
    AtWork at;
    const auto file = at.folder / "place.geojson";
    std::ofstream(file) << R"({"type":"Point","coordinates":[4.4,52.1]})";
    at.desk.add_layers(file, {}, {}, {});
    // As if the other dossier had come first: the look is answered in a later tick.
    auto other = std::make_shared<audit::Snapshot>(*at.state().snapshot);
    other->info.uuid = "another";
    at.state().snapshot = other;
    at.wait();
    CHECK(at.state().snapshot->layers.empty());
}

TEST_CASE("Text typed while the form is being saved is kept, and saved by saving again", "[app][desk]") {
    AtWork at;
    at.fill_in();
    at.desk.dispatch("finding-save");
    at.state().draft->notes = "typed meanwhile";
    at.desk.keep_draft();
    at.wait();
    REQUIRE(at.findings() == 1);
    REQUIRE(at.state().draft);
    CHECK(at.state().draft->notes == "typed meanwhile");
    CHECK_FALSE(at.state().draft->is_new());
    at.desk.dispatch("finding-save");
    at.wait();
    CHECK(at.findings() == 1);
    CHECK_FALSE(at.state().draft);
    CHECK(at.state().snapshot->findings.front()->notes == "typed meanwhile");
}

TEST_CASE("A form on a finding that is deleted meanwhile keeps what was typed, for a new one", "[app][desk]") {
    AtWork at;
    at.record(a_finding());
    at.desk.dispatch("finding-edit");
    at.state().draft->title = "Bin";
    at.desk.perform(audit::DeleteFinding{.uuid = at.state().draft->uuid, .reason = {}});
    at.wait();
    REQUIRE(at.state().draft);
    CHECK(at.state().draft->is_new());
    at.desk.dispatch("finding-save");
    at.wait();
    REQUIRE(at.findings() == 1);
    CHECK(at.state().snapshot->findings.front()->title == "Bin");
}

TEST_CASE("Several findings are changed together and undone in one step", "[app][desk][many]") {
    AtWork at;
    for (int i = 0; i < 3; ++i) at.record(a_finding());
    at.desk.dispatch("select-all");
    REQUIRE(at.state().picked.size() == 3);
    at.desk.dispatch("many-severity", "blocking");
    at.wait();
    for (const auto& finding : at.state().snapshot->findings) CHECK(finding->severity == audit::Severity::blocking);
    at.desk.dispatch("undo");
    at.wait();
    for (const auto& finding : at.state().snapshot->findings) CHECK(finding->severity != audit::Severity::blocking);
    at.desk.dispatch("many-status", "dropped");
    at.wait();
    CHECK_FALSE(at.refused().empty());
    at.state().status_reason = "Asked twice";
    at.desk.dispatch("many-status", "dropped");
    at.wait();
    for (const auto& finding : at.state().snapshot->findings) CHECK(finding->status == audit::Status::dropped);
    at.desk.dispatch("many-responsible", "Handhaving");
    at.desk.dispatch("many-due", "2026-12-31");
    at.desk.dispatch("many-goal", "LIA-T1");
    at.wait();
    for (const auto& finding : at.state().snapshot->findings) {
        CHECK(finding->responsible == "Handhaving");
        CHECK(finding->due == "2026-12-31");
        CHECK(std::count(finding->goals.begin(), finding->goals.end(), "LIA-T1") == 1);
    }
    at.desk.dispatch("many-delete");
    at.wait();
    CHECK(at.findings() == 0);
    CHECK(at.state().picked.empty());
    at.desk.dispatch("undo");
    at.wait();
    CHECK(at.findings() == 3);
}

TEST_CASE("A draft that was thrown away can be brought back", "[app][desk][draft]") {
    AtWork at;
    at.fill_in();
    at.desk.keep_draft();
    at.wait();
    at.desk.open(at.folder / "a.gpkg");
    at.wait();
    REQUIRE(at.state().left_drafts.size() == 1);
    const auto draft = at.state().left_drafts.front();
    at.desk.dispatch("draft-drop", draft.key);
    at.wait();
    CHECK(at.state().left_drafts.empty());
    at.desk.dispatch("draft-restore");
    at.wait();
    at.desk.open(at.folder / "a.gpkg");
    at.wait();
    REQUIRE(at.state().left_drafts.size() == 1);
    CHECK(at.state().left_drafts.front() == draft);
}

TEST_CASE("A dossier that cannot be opened leads to the start screen, with what is the matter", "[app][desk]") {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "broken.gpkg") << std::string(5000, 'x');
    Desk desk(test::desk_options(folder));
    desk.open(folder / "broken.gpkg");
    test::tick_until(desk, [&desk] { return desk.idle() && desk.state().start; });
    CHECK(desk.state().start_open);
    CHECK_FALSE(desk.state().snapshot);
    REQUIRE(desk.state().notice);
    CHECK(desk.state().notice->kind == Notice::Kind::failed);
    CHECK(desk.state().notice->problem.where.file == (folder / "broken.gpkg").string());
}

TEST_CASE("A dossier that cannot be opened leaves the one that is open as it is", "[app][desk]") {
    AtWork at;
    std::ofstream(at.folder / "broken.gpkg") << std::string(5000, 'x');
    at.desk.open(at.folder / "broken.gpkg");
    at.wait();
    CHECK_FALSE(at.state().start_open);
    REQUIRE(at.state().snapshot);
    CHECK(at.state().snapshot->info.path == (at.folder / "a.gpkg").string());
    CHECK(at.state().notice);
}
