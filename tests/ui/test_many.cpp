// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

#include <algorithm>

using test::Bench;

namespace {

constexpr app::Modifiers k_shift{.shift = true}, k_ctrl{.control = true};

void record(Bench& bench, double east = 0) {
    bench.desk().perform(
        audit::RecordFinding{.category = "object-on-footway", .shape = geo::Shape::point({93500 + east, 463900})});
    bench.settle();
}

/// Name of the n-th row of the list, from the top.
std::string row(Bench& bench, std::size_t n) {
    const auto rows = bench.desk().views().findings().rows;
    return "list/row/" + bench.state().snapshot->findings.at(rows.at(n))->uuid;
}

std::size_t having(Bench& bench, const std::string& goal) {
    const auto& findings = bench.state().snapshot->findings;
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [&](const auto& finding) {
        return std::find(finding->goals.begin(), finding->goals.end(), goal) != finding->goals.end();
    }));
}

}  // namespace

TEST_CASE("A click with Ctrl adds a row or leaves it out, one with Shift takes all up to it", "[ui][many]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    for (int i = 0; i < 5; ++i) record(bench, i * 12);
    bench.click(row(bench, 0));
    bench.click(row(bench, 3), k_ctrl);
    CHECK(bench.state().picked.size() == 2);
    CHECK(bench.said("many/count") == "Selected: 2 findings");
    bench.click(row(bench, 3), k_ctrl);
    CHECK(bench.state().picked.empty());
    bench.click(row(bench, 1));
    bench.click(row(bench, 4), k_shift);
    CHECK(bench.state().picked.size() == 4);
    bench.click(row(bench, 2));
    CHECK(bench.state().picked.empty());
    CHECK(row(bench, 2) == "list/row/" + bench.state().selected);
}

TEST_CASE("A click with Ctrl on the map adds a finding to those that are selected", "[ui][many]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    record(bench, -20);
    record(bench, 20);
    const auto click = [&](double east, app::Modifiers held) {
        const auto map = bench.face().map_area();
        const auto at = bench.state().camera.to_screen({93500 + east, 463900});
        bench.click_at(map.x0 + at.x, map.y0 + at.y, held);
    };
    click(-20, {});
    CHECK_FALSE(bench.state().selected.empty());
    click(20, k_ctrl);
    CHECK(bench.state().picked.size() == 2);
    click(20, k_ctrl);
    CHECK(bench.state().picked.empty());
}

TEST_CASE("A goal is given to several findings, taken from them, and tells how many have it", "[ui][many]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    for (int i = 0; i < 3; ++i) record(bench, i * 12);
    const std::string goal = "LIA-G9";
    REQUIRE(having(bench, goal) == 0);
    bench.desk().perform(audit::LinkGoal{bench.state().snapshot->findings.front()->uuid, goal});
    bench.settle();
    bench.key("Ctrl+A");
    REQUIRE(bench.state().picked.size() == 3);
    bench.click("many/goals");
    bench.click("goals/search");
    bench.type(goal);
    REQUIRE(bench.widget("goals/pick/" + goal));
    CHECK(bench.said("goals/pick/" + goal).find("1 of 3") != std::string::npos);
    bench.click("goals/pick/" + goal);
    bench.until("all have it", [&] { return having(bench, goal) == 3; });
    CHECK(bench.said("goals/pick/" + goal).find("1 of 3") == std::string::npos);
    bench.click("goals/pick/" + goal);
    bench.until("none has it", [&] { return having(bench, goal) == 0; });
    bench.click("goals/done");
    CHECK_FALSE(bench.widget("goals/search"));
    CHECK(bench.state().picked.size() == 3);
    bench.key("Ctrl+Z");
    bench.until("one step took it from all", [&] { return having(bench, goal) == 3; });
}
