// SPDX-License-Identifier: EUPL-1.2
#include "app/core/seen_view.hpp"
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

using test::Bench;

namespace {

/// How many frames at 60 a second show the map somewhere between where it was and where a step by key leads it.
int frames_between(Bench& bench, const std::string& key) {
    app::SeenView seen;
    double now = 0;
    const auto before = seen.camera(bench.state(), now).view;
    bench.key(key);
    const auto goal = bench.state().camera.view;
    REQUIRE_FALSE(before == goal);
    int between = 0;
    do {
        const auto view = seen.camera(bench.state(), now += 1.0 / 60).view;
        if (!(view == before) && !(view == goal)) ++between;
    } while (seen.is_moving());
    CHECK(seen.camera(bench.state(), now).view == goal);
    return between;
}

}  // namespace

TEST_CASE("The map glides to where a key leads it, and jumps there when motion is reduced", "[ui][motion]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    bench.key("Escape");
    REQUIRE(bench.state().map_has_keyboard);
    for (const auto* key : {"+", "-", "Right", "Shift+Up"}) {
        INFO(key);
        CHECK(frames_between(bench, key) > 2);
    }
    bench.desk().dispatch("settings");
    bench.settle();
    bench.click("settings/motion");
    CHECK(bench.state().settings.reduce_motion);
    bench.key("Escape");
    bench.key("Escape");
    REQUIRE(bench.state().map_has_keyboard);
    for (const auto* key : {"+", "-", "Right", "Shift+Up"}) {
        INFO(key);
        CHECK(frames_between(bench, key) == 0);
    }
}
