// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/heat.hpp"
#include "tests/render/stage.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

namespace {

constexpr int k_width = 320, k_height = 220;

/// Two crowds of findings, one twice as dense, and one finding far from both.
std::shared_ptr<const app::MarkLayer> crowds() {
    std::vector<app::Mark> marks;
    const auto add = [&](double x, double y) {
        marks.push_back({.shape = geo::Shape::point({x, y}), .severity = audit::Severity::hindering});
    };
    for (int i = 0; i < 40; ++i) {
        add(90 + i % 8 * 4, 100 + i / 8 * 4);
        if (i % 2 == 0) add(210 + i % 8 * 4, 110 + i / 8 * 4);
    }
    add(290, 30);
    return std::make_shared<app::MarkLayer>(marks);
}

app::Scene heated(app::Theme theme) {
    app::Scene scene;
    scene.theme = theme;
    scene.layers.push_back(test::layer("building", {"POLYGON ((60 20, 180 20, 180 60, 60 60, 60 20))"}, theme));
    scene.marks = crowds();
    const auto scale = app::heat_scale(*scene.marks, -1, 1);
    scene.heat = app::heat(scene.marks, scale, app::heat_ground({0, 0, k_width, k_height}, scale));
    return scene;
}

/// The colour of a band over the ground, rounded as a renderer may.
bool is_band(app::Colour seen, std::size_t band, app::Theme theme) {
    const auto ground = app::map_colours(theme).ground, over = app::heat_colour(band, theme);
    const auto near = [&](std::uint8_t is, std::uint8_t below, std::uint8_t above) {
        return std::abs(is - (below + (above - below) * over.a / 255.0)) < 2;
    };
    return near(seen.r, ground.r, over.r) && near(seen.g, ground.g, over.g) && near(seen.b, ground.b, over.b);
}

}  // namespace

TEST_CASE("A heat map looks as it was approved, in every theme", "[render][golden][heat]") {
    test::Stage stage(k_width, k_height);
    const std::pair<app::Theme, const char*> themes[] = {{app::Theme::light, "heat-light"},
                                                         {app::Theme::dark, "heat-dark"},
                                                         {app::Theme::contrast, "heat-contrast"},
                                                         {app::Theme::sunlight, "heat-sunlight"}};
    for (const auto& [theme, name] : themes)
        CHECK(test::is_golden(stage.shoot(heated(theme), test::camera(k_width, k_height)), name));
}

TEST_CASE("Every pixel has the colour of the band that its place belongs to", "[render][heat]") {
    test::Stage stage(k_width, k_height);
    for (const auto theme : {app::Theme::light, app::Theme::dark}) {
        auto scene = heated(theme);
        scene.layers.clear();
        const auto picture = stage.shoot(scene, test::camera(k_width, k_height));
        const auto& limits = scene.heat->scale.limits;
        int checked = 0;
        for (int y = 5; y < k_height; y += 9)
            for (int x = 5; x < k_width; x += 9) {
                const auto bands_at = [&](double dx, double dy) {
                    const double density = scene.heat->at({x + 0.5 + dx, k_height - y - 0.5 + dy});
                    return static_cast<std::size_t>(
                        std::count_if(limits.begin(), limits.end(), [&](double limit) { return density >= limit; }));
                };
                const auto bands = bands_at(0, 0);
                bool on_line = false;
                for (const auto& [dx, dy] :
                     {std::pair{6, 0}, {-6, 0}, {0, 6}, {0, -6}, {5, 5}, {-5, 5}, {5, -5}, {-5, -5}})
                    on_line |= bands_at(dx, dy) != bands;
                if (on_line) continue;
                ++checked;
                const auto seen = test::at(picture, x, y);
                INFO(x << ", " << y << ": " << bands << " bands");
                CHECK((bands == 0 ? seen == app::map_colours(theme).ground : is_band(seen, bands - 1, theme)));
            }
        CHECK(checked > 350);
    }
}

TEST_CASE("A heat map takes the place of symbols, but for selected and hovered ones", "[render][heat][marks]") {
    test::Stage stage(k_width, k_height);
    auto scene = heated(app::Theme::light);
    const auto plain = stage.shoot(scene, test::camera(k_width, k_height));
    const auto colour = app::colour_of(audit::Severity::hindering, app::Theme::light);
    const auto lone = static_cast<std::uint32_t>(scene.marks->size() - 1);
    const auto symbol_at = [&](const app::Picture& picture) { return test::at(picture, 282, k_height - 31) == colour; };
    CHECK_FALSE(symbol_at(plain));
    scene.selected = {lone};
    CHECK(symbol_at(stage.shoot(scene, test::camera(k_width, k_height))));
    scene.selected.clear();
    scene.hovered = lone;
    CHECK(symbol_at(stage.shoot(scene, test::camera(k_width, k_height))));
}
