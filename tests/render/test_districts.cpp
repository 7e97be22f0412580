// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/classes.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/render/stage.hpp"
#include "tests/support/catch.hpp"

namespace {

constexpr int k_width = 240, k_height = 160;

/// Six districts, two of them without a figure, one with a hole and one in two parts.
app::Scene districts(app::Theme theme) {
    auto layer = std::make_shared<geo::Layer>();
    for (const auto* wkt :
         {"POLYGON ((10 10, 70 10, 70 70, 10 70, 10 10), (30 30, 50 30, 50 50, 30 50, 30 30))",
          "POLYGON ((70 10, 150 10, 150 70, 70 70, 70 10))",
          "MULTIPOLYGON (((150 10, 190 10, 190 70, 150 70, 150 10)), ((200 10, 230 10, 230 70, 200 10)))",
          "POLYGON ((10 70, 90 70, 90 150, 10 150, 10 70))", "POLYGON ((90 70, 150 70, 150 150, 90 150, 90 70))",
          "POLYGON ((150 70, 230 70, 230 150, 150 150, 150 70))"})
        layer->shapes.add(geo::shape_from_wkt(wkt));
    const auto classes = app::classify({"0", "3", "8", "", "20", ""}, {app::ClassMethod::quantiles, 4});
    app::Scene scene;
    scene.theme = theme;
    const auto parts = app::prepare_classes(layer, classes.class_of, classes.all.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        scene.layers.push_back(
            {.id = std::to_string(i), .data = parts[i], .style = app::area_style(classes, i, theme)});
    return scene;
}

double luminance(app::Colour colour) { return 0.2126 * colour.r + 0.7152 * colour.g + 0.0722 * colour.b; }

}  // namespace

TEST_CASE("Districts in classes look as they were approved, in every theme", "[render][golden][districts]") {
    test::Stage stage(k_width, k_height);
    const std::pair<app::Theme, const char*> themes[] = {{app::Theme::light, "districts-light"},
                                                         {app::Theme::dark, "districts-dark"},
                                                         {app::Theme::contrast, "districts-contrast"},
                                                         {app::Theme::sunlight, "districts-sunlight"}};
    for (const auto& [theme, name] : themes)
        CHECK(test::is_golden(stage.shoot(districts(theme), test::camera(k_width, k_height)), name));
}

TEST_CASE(
    "Districts with more are darker on a light map and lighter on a dark one; without a figure they have no colour",
    "[render][districts]") {
    test::Stage stage(k_width, k_height);
    for (const auto theme : {app::Theme::light, app::Theme::dark, app::Theme::contrast, app::Theme::sunlight}) {
        const auto picture = stage.shoot(districts(theme), test::camera(k_width, k_height));
        const auto ground = app::map_colours(theme).ground;
        const auto in = [&](int x, int y) { return test::at(picture, x, k_height - y); };
        const double sign = luminance(ground) > 128 ? -1 : 1;
        const double none = luminance(in(20, 20)), few = luminance(in(100, 40)), some = luminance(in(170, 40)),
                     many = luminance(in(120, 110));
        CHECK(sign * (few - none) > 10);
        CHECK(sign * (some - few) > 10);
        CHECK(sign * (many - some) > 10);
        CHECK(in(215, 20) == in(170, 40));  // the other part of the same district
        CHECK(in(40, 40) == ground);        // the hole
        for (const auto& [x, y] : {std::pair{50, 110}, {190, 110}}) CHECK(in(x, y) == ground);
        // A broken outline tells "no figure" from "not in the layer".
        int drawn = 0, left = 0;
        for (int y = 80; y < 140; ++y)
            (in(10, y) == ground && in(11, y) == ground && in(9, y) == ground ? left : drawn)++;
        CHECK(drawn > 15);
        CHECK(left > 15);
    }
}
