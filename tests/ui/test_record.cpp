// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

using test::Bench;

namespace {

std::shared_ptr<const audit::Finding> only_finding(Bench& bench) {
    REQUIRE(bench.state().snapshot->findings.size() == 1);
    return bench.state().snapshot->findings.front();
}

}  // namespace

TEST_CASE("A finding is recorded from N to Enter with the keyboard alone", "[ui][keyboard]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.key("N");
    REQUIRE(bench.state().draft);
    bench.tab_to("form/category/terrace-over-boundary");
    bench.key("Down");
    REQUIRE(bench.face().focus() == "form/category/terrace-passage");
    bench.key("Enter");
    REQUIRE(bench.state().draft->category == "terrace-passage");
    INFO("the keyboard is on " << bench.face().focus());
    bench.type("0,40");
    const auto quantity = bench.desk().views().form().fields.front().key;
    REQUIRE(bench.said("form/value/" + quantity) == "0,40");
    CHECK(bench.said("form/verdict/" + quantity) == "Does not meet the norm");
    bench.key("Enter");
    bench.until("the finding is stored", [&] { return !bench.state().snapshot->findings.empty(); });
    bench.settle();
    const auto finding = only_finding(bench);
    CHECK(finding->category == "terrace-passage");
    REQUIRE(finding->measurements.size() == 1);
    CHECK(finding->measurements.front().value == 0.40);
    CHECK(finding->shape.points.front().x == Approx(93500));
    CHECK(finding->shape.points.front().y == Approx(463900));
    CHECK(finding->by == "Fatma");
    CHECK_FALSE(finding->goals.empty());
    CHECK_FALSE(bench.state().draft);
    CHECK(bench.state().selected == finding->uuid);
}

TEST_CASE("Deleting is undone with Ctrl+Z and done again with Ctrl+Y", "[ui][keyboard]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.desk().perform(
        audit::RecordFinding{.category = "object-on-footway", .shape = geo::Shape::point({93500, 463900})},
        [&](const auto& performed) { bench.state().selected = performed.uuid; });
    bench.settle();
    REQUIRE_FALSE(bench.state().selected.empty());
    bench.click("finding/delete");
    bench.until("it is gone", [&] { return bench.state().snapshot->findings.empty(); });
    CHECK_FALSE(bench.widget("finding/title"));
    bench.key("Ctrl+Z");
    bench.until("it is back", [&] { return bench.state().snapshot->findings.size() == 1; });
    bench.key("Ctrl+Y");
    bench.until("it is gone again", [&] { return bench.state().snapshot->findings.empty(); });
}

TEST_CASE("An outline is drawn by clicks, taken back a corner by Backspace, and ended by Enter", "[ui]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.key("T");
    const auto map = bench.face().map_area();
    const auto at = [&](double x, double y) { bench.click_at(map.x0 + x, map.y0 + y); };
    at(100, 200);
    at(300, 200);
    at(300, 400);
    at(500, 500);
    REQUIRE(bench.state().drawing.corners.size() == 4);
    bench.key("Backspace");
    REQUIRE(bench.state().drawing.corners.size() == 3);
    bench.key("Enter");
    REQUIRE(bench.state().draft);
    CHECK(bench.state().draft->shape.kind == geo::Kind::polygon);
    CHECK(bench.state().draft->shape.points.size() == 4);
}

TEST_CASE("Escape never loses a form, and a crash does not either", "[ui][draft]") {
    const test::TemporaryFolder folder;
    const auto path = test::new_dossier(folder);
    {
        Bench bench(path);
        bench.key("N");
        bench.click("form/category/object-on-footway");
        bench.click("form/notes");
        bench.type("bike rack");
        bench.key("Escape");
        bench.key("Escape");
        REQUIRE(bench.state().draft);
        CHECK(bench.state().draft->notes == "bike rack");
    }
    Bench again(path);
    REQUIRE(again.state().left_drafts.size() == 1);
    CHECK(again.said("list/count") == "Findings: 0");
    again.click("drafts/take/" + again.state().left_drafts.front().key);
    REQUIRE(again.state().draft);
    CHECK(again.said("form/notes") == "bike rack");
}

TEST_CASE("The filter shows what passes and says what is wrong with it", "[ui]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    for (const auto* title : {"Terrace", "Bollard", "Terrace two"})
        bench.desk().perform(audit::RecordFinding{
            .category = "object-on-footway", .shape = geo::Shape::point({93500, 463900}), .title = title});
    bench.settle();
    CHECK(bench.said("list/count") == "Findings: 3");
    bench.key("F");
    bench.type("terrace");
    CHECK(bench.said("list/count") == "Findings: 2 of 3");
    bench.key("Ctrl+A");
    bench.type("status:nonsense");
    CHECK(bench.widget("list/filter/problem"));
}

TEST_CASE("The language changes while the window is open", "[ui][language]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    CHECK(bench.said("tools/new") == "New finding");
    bench.click("top/language/nl");
    CHECK(bench.said("tools/new") == "Nieuwe bevinding");
    bench.click("top/language/en");
    CHECK(bench.said("tools/new") == "New finding");
}

TEST_CASE("The first start asks for a name and keeps it", "[ui]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.state().asks_name = true;
    bench.settle();
    bench.key("Escape");
    REQUIRE(bench.state().asks_name);
    bench.key("Ctrl+A");
    bench.type("Sanne");
    bench.key("Enter");
    CHECK_FALSE(bench.state().asks_name);
    CHECK(bench.state().person == "Sanne");
}

TEST_CASE("A button far below is pressed although leaving the field above takes its help away", "[ui]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    bench.state().settings.text_scale = 2;
    bench.settle();
    bench.key("N");
    bench.key("Enter");
    bench.click("form/goals");
    CHECK(bench.widget("goals/done"));
}

TEST_CASE("Every row of the list can be brought into view by its name", "[ui]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    for (int i = 0; i < 40; ++i)
        bench.desk().perform(
            audit::RecordFinding{.category = "object-on-footway", .shape = geo::Shape::point({93500, 463900})});
    bench.settle();
    for (const double scale : {1.0, 2.0}) {
        bench.state().settings.text_scale = scale;
        bench.settle();
        const std::string name = "list/row/" + bench.state().snapshot->findings[7]->uuid;
        bench.face().scroll_to(name);
        bench.until(name + " is in view", [&] {
            bench.face().scroll_to(name);
            return bench.widget(name) && bench.widget(name)->in_view;
        });
        CHECK(bench.widget(name)->in_view);
    }
}
