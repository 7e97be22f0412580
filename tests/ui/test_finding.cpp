// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

#include <fstream>

using test::Bench;

namespace {

void record(Bench& bench, geo::Point at = {93500, 463900}) {
    bench.desk().perform(audit::RecordFinding{.category = "object-on-footway", .shape = geo::Shape::point(at)},
                         [&](const auto& performed) { bench.state().selected = performed.uuid; });
    bench.settle();
}

const audit::Finding& first(Bench& bench) {
    REQUIRE_FALSE(bench.state().snapshot->findings.empty());
    return *bench.state().snapshot->findings.front();
}

}  // namespace

TEST_CASE("The severity and what it means are seen without scrolling in a small window", "[ui][form]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    for (const auto language : {base::Language::english, base::Language::dutch}) {
        base::set_language(language);
        bench.key("N");
        bench.click("form/category/terrace-passage");
        for (const auto* word : {"blocking", "hindering", "attention"}) {
            const auto* widget = bench.widget(std::string("form/severity/") + word);
            REQUIRE(widget);
            CHECK(widget->in_view);
            CHECK_FALSE(widget->cut);
            CHECK(std::isupper(static_cast<unsigned char>(widget->text.front())));
        }
        const auto anchor = bench.said("form/anchor");
        bench.click("form/severity/blocking");
        CHECK(bench.said("form/anchor") != anchor);
        bench.desk().dispatch("finding-cancel");
        bench.settle();
    }
    base::set_language(base::Language::english);
}

TEST_CASE("Who must act, by when, the source and an internal note are recorded and shown", "[ui][form]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.key("N");
    bench.click("form/category/object-on-footway");
    const auto fill = [&](const std::string& name, const std::string& text) {
        bench.click(name);
        bench.key("Ctrl+A");
        bench.type(text);
    };
    fill("form/date", "2026-11-20");
    fill("form/responsible", "Handhaving");
    fill("form/due", "2026-12-31");
    fill("form/internal", "owner called");
    bench.click("form/source");
    bench.click("form/source/resident");
    bench.click("form/save");
    bench.until("it is stored", [&] { return !bench.state().snapshot->findings.empty(); });
    bench.settle();
    const auto& finding = first(bench);
    CHECK(finding.date == "2026-11-20");
    CHECK(finding.recorded.starts_with("2026-11-22"));
    CHECK(finding.responsible == "Handhaving");
    CHECK(finding.due == "2026-12-31");
    CHECK(finding.internal_notes == "owner called");
    CHECK(finding.source == audit::ReportSource::resident);
    CHECK(bench.said("finding/responsible") == "Handhaving");
    CHECK(bench.said("finding/internal") == "owner called");
}

TEST_CASE("A date that is none keeps the form from being saved, and the button says why", "[ui][form]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.key("N");
    bench.click("form/category/object-on-footway");
    bench.click("form/due");
    bench.type("soon");
    REQUIRE(bench.widget("form/save"));
    CHECK(bench.widget("form/save")->reason.find("To be done by") != std::string::npos);
}

TEST_CASE("A new facility is made in the form and chosen for the finding", "[ui][facility]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.key("N");
    bench.click("form/category/object-on-footway");
    bench.click("form/facility-new");
    bench.type("Sporthal");
    bench.key("Enter");
    bench.until("it is chosen", [&] { return bench.state().draft && !bench.state().draft->facility.empty(); });
    bench.settle();
    CHECK(bench.said("form/facility").starts_with("Sporthal"));
    bench.click("form/save");
    bench.until("it is stored", [&] { return !bench.state().snapshot->findings.empty(); });
    bench.settle();
    CHECK(bench.said("finding/facility") == "Sporthal");
}

TEST_CASE("A finding near an open one of its kind is warned of, and recorded anyway when asked", "[ui][duplicate]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    record(bench, {93503, 463900});
    const auto earlier = first(bench).uuid;
    bench.key("Escape");
    bench.look_at({93500, 463900}, 200);
    bench.desk().dispatch("select-none");
    bench.settle();
    bench.desk().state().map_has_keyboard = true;
    bench.desk().dispatch("finding-new");
    bench.settle();
    bench.click("form/category/object-on-footway");
    REQUIRE(bench.widget("form/duplicate"));
    CHECK(bench.said("form/duplicate").find("3") != std::string::npos);
    bench.click("form/duplicate/open");
    CHECK(bench.state().selected == earlier);
    REQUIRE(bench.state().left_drafts.size() == 1);
    bench.click("drafts/take/" + bench.state().left_drafts.front().key);
    bench.click("form/duplicate/pass");
    CHECK_FALSE(bench.widget("form/duplicate"));
    bench.click("form/save");
    bench.until("both are there", [&] { return bench.state().snapshot->findings.size() == 2; });
}

TEST_CASE("A finding goes through its workflow from the panel, and only the steps that may follow are offered",
          "[ui][workflow]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    record(bench);
    const auto step = [&](const std::string& word) {
        bench.click("finding/status");
        bench.click("finding/status/" + word);
        bench.settle();
    };
    bench.click("finding/status");
    CHECK_FALSE(bench.widget("finding/status/verified"));
    bench.key("Escape");
    for (const auto* word : {"in-progress", "solved", "verified"}) {
        step(word);
        CHECK(audit::word_of(first(bench).status) == word);
    }
    step("open");
    step("dropped");
    CHECK(first(bench).status == audit::Status::open);
    CHECK(bench.face().focus() == "finding/reason");
    bench.type("asked twice");
    step("dropped");
    CHECK(first(bench).status == audit::Status::dropped);
    CHECK(first(bench).status_reason == "asked twice");
    bench.until("its history is there", [&] { return bench.widget("finding/history/0") != nullptr; });
    CHECK(bench.said("finding/history/0").find("Fatma") != std::string::npos);
    CHECK(bench.said("finding/history/0/0").find("dropped") == std::string::npos);
}

TEST_CASE("Photos are copied in, shown, enlarged and taken away, and a missing file is said", "[ui][photo]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    const auto photo = folder / "stoep.png";
    REQUIRE(test::run("convert -size 30x20 xc:red " + photo.string()).exit_code == 0);
    bench.key("N");
    bench.click("form/category/object-on-footway");
    bench.face().send(app::Dropped{{photo}});
    bench.settle();
    REQUIRE(bench.state().draft->photos == std::vector<std::string>{photo.string()});
    bench.click("form/save");
    bench.until("it is stored", [&] { return !bench.state().snapshot->findings.empty(); });
    bench.settle();
    REQUIRE(first(bench).photos.size() == 1);
    const auto uuid = first(bench).photos.front().uuid;
    const auto file = app::file_of(bench.state().snapshot->info, first(bench).photos.front());
    CHECK(std::filesystem::exists(file));
    bench.click("finding/photos/show/" + uuid);
    CHECK(bench.widget("photo/name"));
    bench.key("Escape");
    CHECK_FALSE(bench.widget("photo/name"));
    bench.click("finding/photos/remove/" + uuid);
    bench.until("it is gone", [&] { return first(bench).photos.empty(); });
    bench.key("Ctrl+Z");
    bench.until("it is back", [&] { return first(bench).photos.size() == 1; });
    std::filesystem::remove(file);
    bench.desk().photos().forget();
    bench.settle();
    const auto missing = "finding/photos/missing/" + first(bench).photos.front().uuid;
    bench.until("it is missed", [&] { return bench.widget(missing) != nullptr; });
    CHECK(bench.said(missing) == "The file of the photo is missing.");
}

TEST_CASE("Rows are selected together with Shift and arrows, Ctrl and Space, and all of the filter", "[ui][many]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    for (int i = 0; i < 5; ++i) record(bench, {93500.0 + 20 * i, 463900});
    const auto& all = bench.state().snapshot->findings;
    bench.click("list/row/" + all[4]->uuid);
    CHECK(bench.state().picked.empty());
    bench.key("Shift+Down");
    bench.key("Shift+Down");
    CHECK(bench.state().picked.size() == 3);
    bench.key("Shift+Up");
    CHECK(bench.state().picked.size() == 2);
    bench.key("Ctrl+A");
    CHECK(bench.state().picked.size() == 5);
    CHECK(bench.said("many/count") == "Selected: 5 findings");
    bench.key("Ctrl+Space");
    CHECK(bench.state().picked.size() == 4);
    bench.click("many/none");
    CHECK(bench.state().picked.empty());
}

TEST_CASE("With text twice as large the tools are one step away from a panel that lies over them", "[ui][text]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1600, 1000);
    bench.state().settings.text_scale = 2;
    record(bench);
    REQUIRE(bench.widget("finding/title"));
    bench.click("right/back");
    bench.click("tools/new");
    CHECK(bench.state().tool == app::Tool::point);
}
