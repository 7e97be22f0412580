// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/focus.hpp"
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

#include <algorithm>
#include <set>

using test::Bench;

namespace {

std::string record(Bench& bench) {
    std::string uuid;
    bench.desk().perform(
        audit::RecordFinding{.category = "terrace-passage", .shape = geo::Shape::point({93500, 463900})},
        [&](const auto& performed) { uuid = performed.uuid; });
    bench.settle();
    return uuid;
}

/// The stops of Tab: each widget that has no group, and one member of each group, in reading order.
std::vector<std::string> stops(const ui::Registry& registry) {
    const int layer = ui::top_layer(registry);
    std::vector<std::string> names;
    std::set<std::string> groups;
    for (const auto& widget : registry.all()) {
        if (!widget.focusable || widget.layer != layer) continue;
        if (!widget.group.empty() && !groups.insert(widget.group).second) continue;
        names.push_back(widget.group.empty() ? widget.name : "[" + widget.group + "]");
    }
    return names;
}

std::string stop_of(const ui::Widget& widget) { return widget.group.empty() ? widget.name : "[" + widget.group + "]"; }

/// Presses Tab once round. @returns where it stopped, beginning behind the first stop of the registry
std::vector<std::string> walked(Bench& bench, std::size_t most) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < most; ++i) {
        bench.key("Tab");
        const auto* widget = bench.widget(bench.face().focus());
        INFO("the keyboard is on " << bench.face().focus());
        REQUIRE(widget);
        CHECK(widget->in_view);
        const auto stop = stop_of(*widget);
        if (!names.empty() && stop == names.front()) break;
        names.push_back(stop);
    }
    return names;
}

/// Tab reaches everything, in the order in which it is read.
void check_round(Bench& bench, const std::string& what) {
    bench.settle();
    const auto expected = stops(bench.face().registry());
    auto reached = walked(bench, expected.size() + 5);
    INFO(what);
    REQUIRE_FALSE(reached.empty());
    const auto first = std::find(reached.begin(), reached.end(), expected.front());
    REQUIRE(first != reached.end());
    std::rotate(reached.begin(), first, reached.end());
    CHECK(reached == expected);
}

}  // namespace

TEST_CASE("Tab reaches everything in reading order, in every mode", "[ui][keyboard]") {
    const test::TemporaryFolder folder;
    const auto [width, height] = GENERATE(std::pair{1600, 1000}, std::pair{1024, 700});
    Bench bench(test::new_dossier(folder), width, height);
    const auto uuid = record(bench);
    for (const auto* key : {"F2", "F3", "F4"}) {
        bench.key(key);
        bench.state().selected.clear();
        check_round(bench, key);
        bench.desk().dispatch("finding-show", uuid);
        check_round(bench, std::string(key) + " with a finding");
    }
    bench.state().selected.clear();
    bench.desk().dispatch("goal-choose", bench.state().snapshot->findings.front()->goals.front());
    check_round(bench, "a goal");
    bench.key("F3");
    bench.state().order_open = true;
    check_round(bench, "order and headings");
}

TEST_CASE("Tab reaches everything in every drawer and dialog, and Escape closes one level", "[ui][keyboard]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    record(bench);
    for (const auto* drawer : {"layers", "remarks", "jobs", "history", "settings", "help"}) {
        bench.desk().dispatch(drawer);
        bench.settle();
        CHECK(bench.face().focus() == std::string(drawer) + "/close");
        check_round(bench, drawer);
        bench.key("Escape");
        CHECK(bench.state().drawer == app::Drawer::none);
    }
    for (const auto* dialog : {"search", "export", "layer-browse"}) {
        bench.desk().dispatch(dialog);
        check_round(bench, dialog);
        CHECK(app::dialog_is_open(bench.state()));
        bench.key("Escape");
        CHECK_FALSE(app::dialog_is_open(bench.state()));
    }
}

TEST_CASE("Escape goes back one level at a time and keeps what was typed", "[ui][keyboard]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    bench.desk().show_start();
    bench.settle();
    bench.click("start/new");
    bench.type("Oost");
    REQUIRE(bench.state().new_dossier->name == "Oost");
    bench.click("new/browse");
    bench.settle();
    REQUIRE(bench.state().browse);
    bench.key("Escape");
    CHECK_FALSE(bench.state().browse);
    REQUIRE(bench.state().new_dossier);
    CHECK(bench.state().new_dossier->name == "Oost");
    bench.key("Escape");
    CHECK_FALSE(bench.state().new_dossier);
    REQUIRE(bench.state().start_open);
    bench.key("Escape");
    CHECK_FALSE(bench.state().start_open);
}

TEST_CASE("Single letters rest when they are switched off, and the help says so", "[ui][keyboard]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    bench.state().settings.single_letters = false;
    bench.key("N");
    CHECK_FALSE(bench.state().draft);
    bench.key("F1");
    CHECK(bench.widget("help/mode-review"));
    CHECK_FALSE(bench.widget("help/finding-new"));
    bench.key("Escape");
    bench.state().settings.single_letters = true;
    bench.key("N");
    CHECK(bench.state().draft);
}

TEST_CASE("Everything that cannot be used says why, and the keyboard finds the reason", "[ui][keyboard]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1280, 800);
    bench.key("F3");
    int found = 0;
    for (const auto& widget : bench.face().registry().all()) {
        if (widget.reason.empty()) continue;
        ++found;
        CHECK(widget.focusable);
        CHECK(widget.reason.back() == '.');
    }
    CHECK(found >= 3);  // undo, redo, export
}
