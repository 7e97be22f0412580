// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

#include <algorithm>
#include <utility>

using test::Bench;

TEST_CASE("In a small window the right panel lies over the map, is put away and comes back", "[ui][layout]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1024, 700);
    bench.record("One");
    const auto map = bench.face().map_area();
    bench.desk().dispatch("finding-show", bench.state().snapshot->findings.front()->uuid);
    bench.settle();
    CHECK(bench.face().map_area().x1 == map.x1);
    CHECK(bench.widget("finding/title"));
    bench.click("right/back");
    CHECK_FALSE(bench.widget("finding/title"));
    bench.click("right/open");
    CHECK(bench.widget("finding/title"));
    bench.resize(1600, 1000);
    bench.settle();
    CHECK_FALSE(bench.widget("right/back"));
    CHECK(bench.face().map_area().x1 < 1600);
}

TEST_CASE("The place of a finding never lies below the panel that shows it", "[ui][layout]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1024, 700);
    bench.record("One");
    const auto place = bench.state().snapshot->findings.front()->shape.points.front();
    bench.look_at({place.x - 60, place.y}, 200);  // near the right edge of the map
    bench.settle();
    bench.desk().dispatch("finding-show", bench.state().snapshot->findings.front()->uuid);
    bench.settle();
    REQUIRE(bench.widget("right/back"));
    const double x = bench.face().map_area().x0 + bench.state().camera.to_screen(place).x;
    CHECK(x < bench.widget("right/back")->rect.x0);
    CHECK(x > bench.face().map_area().x0);
}

TEST_CASE("Panels are made wider with mouse and keyboard, and the width is kept", "[ui][layout]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 1600, 1000);
    const auto before = bench.face().map_area().x0;
    bench.tab_to("left/width");
    bench.key("Right");
    bench.key("Right");
    CHECK(bench.face().map_area().x0 == before + 40);
    CHECK(bench.state().settings.left_width == 380);
    bench.key("Left");
    CHECK(bench.face().map_area().x0 == before + 20);
}

TEST_CASE("What is told lies over nothing of an open drawer that can be clicked", "[ui][layout]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    for (const auto& [width, height] : {std::pair{1600, 1000}, {1280, 720}, {1024, 700}, {700, 900}}) {
        INFO(width << " x " << height);
        bench.resize(width, height);
        bench.record("One");
        bench.desk().dispatch("settings");
        bench.settle();
        bench.settle();
        REQUIRE(bench.widget("notice/text"));
        const auto words = bench.widget("notice/text")->rect, close = bench.widget("notice/close")->rect;
        const ui::Rect told{words.x0, std::min(words.y0, close.y0), close.x1, std::max(words.y1, close.y1)};
        int seen = 0;
        for (const auto& widget : bench.face().registry().all()) {
            if (!widget.in_view || !widget.focusable || widget.name.find("settings/") != 0) continue;
            INFO(widget.name);
            CHECK_FALSE(told.contains((widget.rect.x0 + widget.rect.x1) / 2, (widget.rect.y0 + widget.rect.y1) / 2));
            ++seen;
        }
        CHECK(seen > 3);
        bench.key("Escape");
    }
}

TEST_CASE("Where a panel covers the map nothing of the map is told over it", "[ui][layout]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder), 700, 700);
    bench.record("One");
    bench.face().send(app::PointerMoved{600, 350});
    bench.settle();
    bench.state().under_text = "Building, object 7";
    bench.desk().dispatch("finding-show", bench.state().snapshot->findings.front()->uuid);
    bench.settle();
    REQUIRE(bench.widget("right/back"));
    CHECK_FALSE(bench.widget("bottom/under"));
    CHECK_FALSE(bench.state().pointer);
}
