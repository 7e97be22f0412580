// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/wkb.hpp"
#include "tests/render/stage.hpp"
#include "tests/support/catch.hpp"

namespace {

/// A street corner with one of everything.
app::Scene corner(app::Theme theme) {
    app::Scene scene;
    scene.theme = theme;
    auto add = [&](const char* name, std::initializer_list<std::string> wkts) {
        scene.layers.push_back(test::layer(name, wkts, theme));
    };
    add("green", {"POLYGON ((0 0, 60 0, 55 30, 0 34, 0 0))"});
    add("water", {"POLYGON ((0 34, 55 30, 240 42, 240 58, 55 46, 0 50, 0 34))"});
    add("roadway",
        {"POLYGON ((0 62, 240 74, 240 92, 0 80, 0 62))", "POLYGON ((96 84.8, 112 85.6, 118 160, 102 160, 96 84.8))"});
    add("footway",
        {"POLYGON ((0 50, 55 46, 240 58, 240 74, 0 62, 0 50))", "POLYGON ((0 80, 96 84.8, 97 94, 0 90, 0 80))"});
    add("square", {"POLYGON ((112 85.6, 240 92, 240 112, 114 106, 112 85.6))"});
    add("building",
        {"POLYGON ((0 90, 30 91.2, 30 130, 0 130, 0 90))", "POLYGON ((30 91.2, 62 92.5, 62 140, 30 140, 30 91.2))",
         "POLYGON ((62 92.5, 97 94, 100 150, 62 150, 62 92.5), (74 110, 88 110, 88 130, 74 130, 74 110))",
         "POLYGON ((114 106, 240 112, 240 160, 118 160, 114 106))"});
    add("terrace_permit", {"POLYGON ((140 100, 190 102.4, 190 109, 140 106.8, 140 100))"});
    add("terrace_marker", {"POINT (140 100)", "POINT (190 102.4)"});
    add("furniture", {"POINT (20 56)", "POINT (60 55)", "POINT (210 66)"});
    add("district", {"LINESTRING (0 71, 240 83)"});
    app::Mark over{.shape = geo::shape_from_wkt("POLYGON ((140 94, 190 96, 190 102, 140 100, 140 94))"),
                   .severity = audit::Severity::blocking};
    app::Mark pole{.shape = geo::Shape::point({60, 55}),
                   .severity = audit::Severity::hindering,
                   .status = audit::Status::in_progress};
    app::Mark step{
        .shape = geo::Shape::point({46, 94}), .severity = audit::Severity::attention, .status = audit::Status::solved};
    scene.marks = std::make_shared<app::MarkLayer>(std::vector{over, pole, step});
    scene.selected = {0};
    scene.cross_hair = geo::Point{30, 70};
    return scene;
}

app::Scene all_symbols(app::Theme theme) {
    app::Scene scene;
    scene.theme = theme;
    std::vector<app::Mark> marks;
    for (int rank = 0; rank < 4; ++rank) {
        for (int state = 0; state < 5; ++state) {
            auto severity = rank == 0 ? std::nullopt : std::optional(static_cast<audit::Severity>(rank));
            marks.push_back({.shape = geo::Shape::point({20.0 + 30 * state, 20.0 + 30 * rank}),
                             .severity = severity,
                             .status = static_cast<audit::Status>(state)});
        }
    }
    scene.marks = std::make_shared<app::MarkLayer>(marks);
    return scene;
}

}  // namespace

TEST_CASE("A street corner looks as it was approved, in every theme", "[render][golden]") {
    test::Stage stage(240, 160);
    const std::pair<app::Theme, const char*> themes[] = {{app::Theme::light, "corner-light"},
                                                         {app::Theme::dark, "corner-dark"},
                                                         {app::Theme::contrast, "corner-contrast"},
                                                         {app::Theme::sunlight, "corner-sunlight"}};
    for (auto [theme, name] : themes) CHECK(test::is_golden(stage.shoot(corner(theme), test::camera(240, 160)), name));
}

TEST_CASE("A street corner looks as it was approved on a dense screen", "[render][golden]") {
    test::Stage stage(480, 320);
    auto dense = test::camera(480, 320, 0.5);
    dense.pixel_ratio = 2;
    CHECK(test::is_golden(stage.shoot(corner(app::Theme::light), dense), "corner-dense"));
}

TEST_CASE("The symbols look as they were approved", "[render][golden]") {
    test::Stage stage(160, 130);
    CHECK(test::is_golden(stage.shoot(all_symbols(app::Theme::light), test::camera(160, 130)), "symbols-light"));
    CHECK(test::is_golden(stage.shoot(all_symbols(app::Theme::dark), test::camera(160, 130)), "symbols-dark"));
}
