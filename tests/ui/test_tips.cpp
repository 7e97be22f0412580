// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

using test::Bench;

namespace {

bool overlap(const ui::Rect& a, const ui::Rect& b) { return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1; }

}  // namespace

TEST_CASE("A tip hides neither what it is about nor its neighbours, also with text twice as large", "[ui][tips]") {
    const test::TemporaryFolder folder;
    const double scale = GENERATE(1.0, 2.0);
    Bench bench(test::new_dossier(folder));
    bench.state().settings.text_scale = scale;
    bench.settle();
    for (const auto* name : {"top/undo", "top/layers", "top/history", "top/settings", "top/help"}) {
        bench.point_at(name);
        INFO(name << " at " << scale);
        if (!bench.widget("tip")) {
            CHECK(std::string(name) == "top/layers");  // its words are there to be read
            continue;
        }
        const auto tip = bench.widget("tip")->rect;
        for (const auto& widget : bench.face().registry().all())
            if (widget.focusable && widget.in_view && widget.name != "map") {
                INFO("and " << widget.name);
                CHECK_FALSE(overlap(tip, widget.rect));
            }
        CHECK(tip.x1 <= 1600);
    }
}

TEST_CASE("Where somebody just pressed no tip gets in the way until the pointer moves on", "[ui][tips]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.point_at("top/history");
    CHECK(bench.said("tip").find("Ctrl+H") != std::string::npos);
    bench.click("top/history");
    bench.state().focus_wanted = "history/person";
    bench.settle();
    CHECK_FALSE(bench.widget("tip"));
    bench.point_at("top/help");
    CHECK(bench.said("tip").find("F1") != std::string::npos);
}

TEST_CASE("Why something cannot be pressed is told at once, and again after pressing", "[ui][tips]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.click("top/undo");
    CHECK(bench.said("tip") == "There is nothing to undo.");
}

TEST_CASE("The whole of a long dossier name is told beside it", "[ui][tips]") {
    const test::TemporaryFolder folder;
    const std::string name =
        "Toegankelijkheid van de binnenstad en de Professorenwijk, schouw van het voorjaar van 2026, "
        "tweede ronde met de cliëntenraad";
    Bench bench(test::new_dossier(folder), 1024, 700);
    audit::Dossier::create(folder / (name + ".gpkg"), {}, bench.desk().author());
    bench.desk().open(folder / (name + ".gpkg"));
    bench.until("it is open", [&] { return bench.said("top/name") == name; });
    bench.settle();
    bench.point_at("top/start");
    CHECK(bench.said("tip").find(name) == 0);
    bench.state().focus_wanted = "top/start";
    bench.face().send(app::PointerLeft{});
    bench.settle();
    CHECK(bench.said("tip").find(name) == 0);
}
