// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/wkb.hpp"
#include "tests/render/stage.hpp"
#include "tests/support/catch.hpp"

namespace {

using audit::Severity;
using audit::Status;

app::Mark mark(double x, double y, std::optional<Severity> severity, Status status = Status::open) {
    return {.shape = geo::Shape::point({x, y}), .severity = severity, .status = status};
}

app::Scene scene_with(const std::vector<app::Mark>& marks, app::Theme theme = app::Theme::light) {
    app::Scene scene;
    scene.theme = theme;
    scene.marks = std::make_shared<app::MarkLayer>(marks);
    return scene;
}

/// How many pixels differ from the map's ground.
int painted(const app::Picture& picture, app::Theme theme) {
    auto ground = app::map_colours(theme).ground;
    int count = 0;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) count += test::at(picture, x, y) != ground;
    }
    return count;
}

/// Which pixels are darker than the middle between ink and paper.
std::vector<bool> silhouette(const app::Picture& picture) {
    std::vector<bool> dark;
    for (std::size_t i = 0; i < picture.rgba.size(); i += 4) {
        dark.push_back(picture.rgba[i] + picture.rgba[i + 1] + picture.rgba[i + 2] < 500);
    }
    return dark;
}

}  // namespace

TEST_CASE("A finding's symbol stands at its place, in its colour", "[render][marks]") {
    test::Stage stage(60, 60);
    for (auto severity : audit::k_severities) {
        auto picture = stage.shoot(scene_with({mark(30, 30, severity)}), test::camera(60, 60));
        auto colour = app::colour_of(severity, app::Theme::light);
        CHECK(test::at(picture, 24, 32) == colour);
        CHECK(painted(picture, app::Theme::light) > 200);
        CHECK(test::at(picture, 3, 3) == app::map_colours(app::Theme::light).ground);
    }
}

TEST_CASE("Severities differ by shape and digit, not only by colour", "[render][marks]") {
    test::Stage stage(40, 40);
    std::vector<std::vector<bool>> shapes;
    for (auto severity : audit::k_severities) {
        shapes.push_back(silhouette(stage.shoot(scene_with({mark(20, 20, severity)}), test::camera(40, 40))));
    }
    for (std::size_t a = 0; a < shapes.size(); ++a) {
        for (std::size_t b = a + 1; b < shapes.size(); ++b) {
            int differing = 0;
            for (std::size_t i = 0; i < shapes[a].size(); ++i) differing += shapes[a][i] != shapes[b][i];
            CHECK(differing > 50);
        }
    }
}

TEST_CASE("Every status looks different from every other", "[render][marks]") {
    test::Stage stage(40, 40);
    std::vector<app::Picture> pictures;
    for (auto status : audit::k_statuses) {
        pictures.push_back(stage.shoot(scene_with({mark(20, 20, Severity::hindering, status)}), test::camera(40, 40)));
    }
    for (std::size_t a = 0; a < pictures.size(); ++a) {
        for (std::size_t b = a + 1; b < pictures.size(); ++b) CHECK_FALSE(pictures[a] == pictures[b]);
    }
}

TEST_CASE("A selected finding is larger and has a ring, a hovered one too but thinner", "[render][marks]") {
    test::Stage stage(80, 80);
    auto scene = scene_with({mark(40, 40, Severity::attention)});
    int plain = painted(stage.shoot(scene, test::camera(80, 80)), app::Theme::light);
    scene.hovered = 0;
    auto hovered = stage.shoot(scene, test::camera(80, 80));
    scene.selected = {0};
    scene.hovered = {};
    auto selected = stage.shoot(scene, test::camera(80, 80));
    CHECK(painted(hovered, app::Theme::light) > plain);
    CHECK(painted(selected, app::Theme::light) > painted(hovered, app::Theme::light));
}

TEST_CASE("On a screen of twice the density a symbol has twice the size in pixels", "[render][marks]") {
    test::Stage stage(120, 120);
    auto scene = scene_with({mark(30, 30, Severity::attention)});
    int once = painted(stage.shoot(scene, test::camera(120, 120)), app::Theme::light);
    auto dense = test::camera(120, 120, 0.5);
    dense.pixel_ratio = 2;
    int twice = painted(stage.shoot(scene, dense), app::Theme::light);
    CHECK(twice > 3.6 * once);
    CHECK(twice < 4.4 * once);
}

TEST_CASE("Where many findings stand on each other the gravest is seen", "[render][marks]") {
    test::Stage stage(300, 200);
    std::vector<app::Mark> marks;
    for (int i = 0; i < 20000; ++i) marks.push_back(mark(150 + i % 3, 100 + i / 3 % 3, Severity::attention));
    marks.push_back(mark(151, 101, Severity::blocking));
    marks.push_back(mark(40, 40, Severity::attention));
    auto scene = scene_with(marks);
    auto frame = stage.draw(scene, test::camera(300, 200), app::k_no_limit);
    CHECK(frame.marks_drawn >= 2);
    CHECK(frame.marks_drawn < 10);
    auto picture = stage.picture();
    CHECK(test::at(picture, 145, 101) == app::colour_of(Severity::blocking, app::Theme::light));
    CHECK(test::at(picture, 34, 160) == app::colour_of(Severity::attention, app::Theme::light));
}

TEST_CASE("A click on a symbol finds that finding", "[marks][pick]") {
    auto scene = scene_with({mark(30, 30, Severity::blocking),
                             mark(100, 60, Severity::attention),
                             {.shape = geo::Shape{}, .severity = Severity::blocking}});
    auto camera = test::camera(200, 100);
    for (std::uint32_t item : {0U, 1U}) {
        auto at = camera.to_screen(*scene.marks->place(item));
        auto picked = app::pick(scene, camera, {at.x + 5, at.y - 5});
        REQUIRE(picked.size() == 1);
        CHECK(picked[0].mark == item);
    }
    CHECK(app::pick(scene, camera, {150, 20}).empty());
    CHECK_FALSE(scene.marks->place(2).has_value());
}

TEST_CASE("Findings come before layers, upper layers before lower ones, hidden ones not at all", "[marks][pick]") {
    auto scene = scene_with({mark(30, 30, Severity::blocking)});
    auto everywhere = "POLYGON ((0 0, 200 0, 200 100, 0 100, 0 0))";
    scene.layers.push_back(test::layer({everywhere}, test::filled(app::Colour::of(0x112233))));
    scene.layers.push_back(test::layer({everywhere}, test::filled(app::Colour::of(0x445566))));
    auto camera = test::camera(200, 100);
    auto picked = app::pick(scene, camera, camera.to_screen({30, 30}));
    REQUIRE(picked.size() == 3);
    CHECK(picked[0].mark == 0U);
    CHECK(picked[1].layer == 1);
    CHECK(picked[2].layer == 0);
    scene.layers[1].visible = false;
    CHECK(app::pick(scene, camera, camera.to_screen({30, 30})).size() == 2);
}

TEST_CASE("A finding that is an area is found anywhere in it, once", "[marks][pick]") {
    auto shape = geo::shape_from_wkt("POLYGON ((20 20, 120 20, 120 80, 20 80, 20 20))");
    auto scene = scene_with({{.shape = shape, .severity = Severity::hindering}});
    auto camera = test::camera(200, 100);
    CHECK(app::pick(scene, camera, camera.to_screen({25, 75})).size() == 1);
    CHECK(app::pick(scene, camera, camera.to_screen(*scene.marks->place(0))).size() == 1);
    CHECK(app::marks_in(scene, {0, 0, 30, 30}) == std::vector<std::uint32_t>{0});
    CHECK(app::marks_in(scene, {150, 0, 190, 30}).empty());
}

TEST_CASE("The draft and the cross-hair are drawn over everything", "[render]") {
    test::Stage stage(200, 100);
    app::Scene scene;
    scene.layers.push_back(
        test::layer({"POLYGON ((0 0, 200 0, 200 100, 0 100, 0 0))"}, test::filled(app::Colour::of(0xFFFFFF))));
    auto before = stage.shoot(scene, test::camera(200, 100));
    app::Draft draft;
    draft.closes = true;
    draft.shape = geo::shape_from_wkt("LINESTRING (20 20, 80 20, 80 80)");
    scene.draft = draft;
    scene.cross_hair = geo::Point{150, 50};
    auto after = stage.shoot(scene, test::camera(200, 100));
    auto accent = app::map_colours(app::Theme::light).accent;
    CHECK(test::at(after, 80, 50) == accent);
    CHECK(test::at(after, 20, 80) == accent);
    CHECK(test::at(after, 70, 70) != test::at(before, 70, 70));
    CHECK(test::at(after, 160, 50) != test::at(before, 160, 50));
    CHECK(test::at(after, 150, 50) == test::at(before, 150, 50));
}
