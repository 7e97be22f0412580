// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/draw.hpp"
#include "app/ui/theme.hpp"
#include "tests/support/catch.hpp"
#include "tests/ui/bench.hpp"

#include <algorithm>

using test::Bench;

namespace {

constexpr app::Theme k_themes[] = {app::Theme::light, app::Theme::dark, app::Theme::contrast, app::Theme::sunlight};

void record_one(Bench& bench) {
    bench.desk().perform(
        audit::RecordFinding{
            .category = "terrace-passage",
            .shape = geo::Shape::point({93500, 463900}),
            .notes = "Naast de brug",
            .measurements =
                {{.quantity = "passage-width", .value = 1.45, .unit = "m", .accuracy = 0.1, .method = "tape"}}},
        [&](const auto& performed) { bench.state().selected = performed.uuid; });
    bench.settle();
}

}  // namespace

TEST_CASE("Every pair of colours that is used together has the contrast it needs", "[ui][theme]") {
    for (const auto theme : k_themes)
        for (const auto& pair : ui::used_pairs(ui::tokens(theme))) {
            INFO("theme " << static_cast<int>(theme) << ", " << pair.name << " on " << std::hex << pair.ground.rgb);
            CHECK(ui::contrast(pair.front, pair.ground) >= pair.least);
        }
}

TEST_CASE("The signs of findings stand out from everything that lies below them on the map", "[ui][theme]") {
    const auto plain = [](app::Colour c) { return ui::Colour{c.r * 65536U + c.g * 256U + c.b}; };
    for (const auto theme : k_themes) {
        const auto ground = plain(app::map_colours(theme).ground);
        std::vector<ui::Colour> grounds{ground};
        for (const auto* layer : {"building", "water", "roadway", "footway", "square", "green", "sports_facility"}) {
            const auto fill = app::default_style(layer, geo::Kind::polygon, theme).fill;
            grounds.push_back(ui::mixed(ground, plain(fill), static_cast<float>(fill.a) / 255.0F));
        }
        for (const auto severity : audit::k_severities)
            for (const auto below : grounds) {
                INFO("theme " << app::word_of(theme) << ", " << audit::word_of(severity) << " on " << std::hex
                              << below.rgb);
                CHECK(ui::contrast(plain(app::colour_of(severity, theme)), below) >= 3);
            }
    }
}

TEST_CASE("Black on white has the highest contrast and a colour on itself none", "[ui][theme]") {
    CHECK(ui::contrast({0x000000}, {0xFFFFFF}) == Approx(21));
    CHECK(ui::contrast({0x767B76}, {0x767B76}) == Approx(1));
}

TEST_CASE("Every action has a text in both languages, and a reason when it is refused", "[ui][actions]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    const app::State nothing;
    for (const auto& action : app::all_actions()) {
        INFO("action " << action.name);
        CHECK_FALSE(base::say(action.label, base::Language::english).empty());
        CHECK(base::is_translated(action.label));
        if (!action.shortcut.empty()) CHECK(app::parse_chord(action.shortcut));
        for (const auto* state : {&nothing, static_cast<const app::State*>(&bench.state())})
            if (const auto reason = app::refusal_of(action, *state)) CHECK(base::is_translated(*reason));
    }
}

TEST_CASE("No two actions have the same name or the same key", "[ui][actions]") {
    std::vector<std::string_view> names, keys;
    for (const auto& action : app::all_actions()) {
        names.push_back(action.name);
        if (!action.shortcut.empty()) keys.push_back(action.shortcut);
    }
    for (auto* list : {&names, &keys}) {
        std::sort(list->begin(), list->end());
        const auto twice = std::adjacent_find(list->begin(), list->end());
        INFO((twice == list->end() ? "" : *twice));
        CHECK(twice == list->end());
    }
}

TEST_CASE("What has the keyboard is always to be seen, and Tab comes round to it again", "[ui][keyboard]") {
    const test::TemporaryFolder folder;
    Bench bench(test::new_dossier(folder));
    record_one(bench);
    const std::string begin = bench.face().focus();
    int steps = 0;
    do {
        bench.key("Tab");
        const auto* widget = bench.widget(bench.face().focus());
        INFO(bench.face().focus());
        REQUIRE(widget);
        CHECK(widget->in_view);
        ++steps;
    } while (bench.face().focus() != begin && steps < 80);
    CHECK(bench.face().focus() == begin);
    CHECK(steps > 10);
}
