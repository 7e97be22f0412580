// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/wkb.hpp"
#include "tests/render/stage.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

#include <numeric>
#include <tuple>

namespace {

constexpr auto k_red = app::Colour::of(0xFF0000);
constexpr auto k_blue = app::Colour::of(0x0000FF);
const auto k_ground = app::map_colours(app::Theme::light).ground;

/// A square with its left bottom corner at (x, y).
std::string square(double x, double y, double side) {
    return fmt::format("POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))", x, y, x + side, y + side);
}

/// `from` moved by (dx, dy) pixels, compared where both show something.
bool is_moved(const app::Picture& from, const app::Picture& to, int dx, int dy) {
    for (int y = std::max(0, dy); y < std::min(to.height, to.height + dy); ++y) {
        for (int x = std::max(0, dx); x < std::min(to.width, to.width + dx); ++x) {
            if (test::at(to, x, y) != test::at(from, x - dx, y - dy)) return false;
        }
    }
    return true;
}

/// Shapes of all kinds with an awkward outline, moved by (x, y).
app::Scene mixed_scene(double x, double y) {
    app::Scene scene;
    auto style = test::filled(k_red);
    style.line = {.colour = k_blue, .width = 1.5F};
    style.point = {.dot = app::Dot::disc, .fill = k_blue, .edge = k_red, .size = 9};
    scene.layers.push_back(test::layer(
        {fmt::format("POLYGON (({} {}, {} {}, {} {}, {} {}))", x + 20.25, y + 20.5, x + 150.75, y + 35.5, x + 70.5,
                     y + 110.25, x + 20.25, y + 20.5),
         fmt::format("LINESTRING ({} {}, {} {}, {} {})", x + 5.5, y + 80, x + 90, y + 60.25, x + 190, y + 118),
         fmt::format("POINT ({} {})", x + 170.5, y + 30.25)},
        style));
    app::Mark mark{.shape = geo::Shape::point({x + 130.25, y + 90.5}), .severity = audit::Severity::blocking};
    scene.marks = std::make_shared<app::MarkLayer>(std::vector{mark});
    return scene;
}

app::Camera moved(app::Camera camera, double x, double y) {
    camera.view.centre = {camera.view.centre.x + x, camera.view.centre.y + y};
    return camera;
}

}  // namespace

TEST_CASE("A hole in a polygon stays unpainted, whatever the direction of its rings", "[render]") {
    test::Stage stage(100, 100);
    for (const char* hole : {"(30 30, 70 30, 70 70, 30 70, 30 30)", "(30 30, 30 70, 70 70, 70 30, 30 30)"}) {
        app::Scene scene;
        scene.layers.push_back(
            test::layer({fmt::format("POLYGON ((10 10, 90 10, 90 90, 10 90, 10 10), {})", hole)}, test::filled(k_red)));
        auto picture = stage.shoot(scene, test::camera(100, 100));
        CHECK(test::at(picture, 50, 50) == k_ground);
        CHECK(test::at(picture, 20, 50) == k_red);
        CHECK(test::at(picture, 80, 80) == k_red);
        CHECK(test::at(picture, 5, 5) == k_ground);
    }
}

TEST_CASE("North is up in the picture, and later layers lie over earlier ones", "[render]") {
    test::Stage stage(100, 80);
    app::Scene scene;
    scene.layers.push_back(test::layer({square(10, 50, 20)}, test::filled(k_red)));
    scene.layers.push_back(test::layer({square(20, 50, 20)}, test::filled(k_blue)));
    auto picture = stage.shoot(scene, test::camera(100, 80));
    CHECK(test::at(picture, 15, 20) == k_red);
    CHECK(test::at(picture, 25, 20) == k_blue);
    CHECK(test::at(picture, 15, 60) == k_ground);
}

TEST_CASE("A hidden layer and one without data are not drawn", "[render]") {
    test::Stage stage(60, 60);
    app::Scene scene;
    scene.layers.push_back(test::layer({square(10, 10, 40)}, test::filled(k_red)));
    scene.layers.push_back({.id = "loading", .data = nullptr, .style = test::filled(k_blue)});
    auto shown = stage.shoot(scene, test::camera(60, 60));
    CHECK(test::at(shown, 30, 30) == k_red);
    scene.layers[0].visible = false;
    CHECK(test::at(stage.shoot(scene, test::camera(60, 60)), 30, 30) == k_ground);
    scene.layers[0].visible = true;
    CHECK(stage.shoot(scene, test::camera(60, 60)) == shown);
}

TEST_CASE("A layer with another style is drawn anew", "[render]") {
    test::Stage stage(60, 60);
    app::Scene scene;
    scene.layers.push_back(test::layer({square(10, 10, 40)}, test::filled(k_red)));
    stage.shoot(scene, test::camera(60, 60));
    scene.layers[0].style = test::filled(k_blue);
    CHECK(test::at(stage.shoot(scene, test::camera(60, 60)), 30, 30) == k_blue);
}

TEST_CASE("Moving the view by whole pixels moves the picture exactly", "[render]") {
    test::Stage stage(200, 130);
    auto scene = mixed_scene(0, 0);
    auto begin = test::camera(200, 130);
    auto picture = stage.shoot(scene, begin);
    for (auto [dx, dy] : {std::pair{1, 0}, std::pair{-7, 13}, std::pair{60, -40}}) {
        auto next = stage.shoot(scene, begin.panned(dx, dy));
        CHECK(is_moved(picture, next, dx, dy));
    }
}

TEST_CASE("Ten thousand kilometres from the origin the picture is the same", "[render]") {
    test::Stage stage(200, 130);
    auto near = stage.shoot(mixed_scene(0, 0), test::camera(200, 130));
    for (double far : {10'000'128.0, -12'582'912.0}) {
        auto picture = stage.shoot(mixed_scene(far, far), moved(test::camera(200, 130), far, far));
        CHECK(picture == near);
    }
}

TEST_CASE("A window that grew, shrank or went to a denser screen is as sharp as a new one", "[render]") {
    test::Stage stage(400, 260);
    const auto scene = mixed_scene(0, 0);
    auto camera = test::camera(200, 130);
    stage.shoot(scene, camera);
    for (const auto& [width, height, ratio] :
         {std::tuple(400, 260, 2.0), std::tuple(150, 250, 1.0), std::tuple(300, 200, 1.5), std::tuple(200, 130, 1.0)}) {
        camera = camera.resized(width, height, ratio);
        CHECK(stage.draw(scene, camera, app::k_no_limit).complete);
        const auto grown = stage.picture();
        app::MapRenderer fresh;
        stage.renderer.draw({}, camera, {stage.headless.framebuffer(), 260, 0, 0}, app::k_no_limit);
        CHECK(fresh.draw(scene, camera, {stage.headless.framebuffer(), 260, 0, 0}, app::k_no_limit).complete);
        CHECK(stage.picture() == grown);
    }
}

TEST_CASE("Making the driver ready leaves everything outside the map as it is", "[render]") {
    test::Stage stage(300, 200);
    stage.shoot({}, test::camera(300, 200));
    stage.renderer.warm_up({stage.headless.framebuffer(), 200, 120, 50});
    const auto picture = stage.picture();
    for (int y = 0; y < 200; ++y)
        for (int x = 0; x < 300; ++x)
            if (x < 120 || y < 50) REQUIRE(test::at(picture, x, y) == k_ground);
}

TEST_CASE("A picture that is painted a little in every frame ends as the one that is painted at once", "[render]") {
    test::Stage at_once(700, 300), stepwise(700, 300);
    auto scene = mixed_scene(100, 50);
    auto view = test::camera(700, 300);
    auto wanted = at_once.shoot(scene, view);
    int frames = 0;
    app::Frame frame;
    do {
        frame = stepwise.draw(scene, view, app::Budget(0));
        CHECK(frame.tiles_drawn <= 1);
    } while (!frame.complete && ++frames < 100);
    CHECK(frames > 3);
    CHECK(stepwise.picture() == wanted);
    CHECK(stepwise.draw(scene, view, app::Budget(0)).tiles_drawn == 0);
}

TEST_CASE("While the scale changes older pictures stand in, and the first frame after it is sharp work", "[render]") {
    test::Stage stage(200, 130), fresh(200, 130);
    app::Scene scene;
    scene.layers.push_back(test::layer({square(60, 40, 60)}, test::filled(k_red)));
    auto camera = test::camera(200, 130);
    stage.shoot(scene, camera);
    auto closer = camera.zoomed(1.5, {90, 60});
    auto moving = stage.draw(scene, closer, app::Budget(0));
    CHECK_FALSE(moving.complete);
    CHECK(moving.tiles_drawn == 0);
    CHECK(test::at(stage.picture(), 90, 60) == k_red);
    while (!stage.draw(scene, closer, app::Budget(0)).complete) {
    }
    CHECK(stage.picture() == fresh.shoot(scene, closer));
}

TEST_CASE("Every scale shows a polygon where the camera says it is", "[render]") {
    test::Stage stage(256, 256);
    app::Scene scene;
    scene.layers.push_back(test::layer({square(93500, 463900, 100)}, test::filled(k_red)));
    for (double scale : {0.05, 0.5, 0.77, 3.0}) {
        app::Camera camera{.view = {{93500, 463900}, scale}, .width = 256, .height = 256};
        auto picture = stage.shoot(scene, camera);
        auto drawn = app::MapRenderer::aligned(camera);
        auto corner = drawn.to_screen({93500, 463900});
        CHECK(std::abs(corner.x - 128) <= 0.5);
        CHECK(test::at(picture, static_cast<int>(corner.x) + 4, static_cast<int>(corner.y) - 4) == k_red);
        CHECK(test::at(picture, static_cast<int>(corner.x) - 4, static_cast<int>(corner.y) + 4) == k_ground);
    }
}

TEST_CASE("The map keeps to its part of the framebuffer", "[render]") {
    test::Stage stage(100, 80);
    app::Scene scene;
    scene.layers.push_back(test::layer({square(-1000, -1000, 3000)}, test::filled(k_red)));
    app::Scene black;
    black.layers.push_back(test::layer({square(-1000, -1000, 3000)}, test::filled(app::Colour::of(0))));
    stage.shoot(black, test::camera(100, 80));
    app::Target target{stage.headless.framebuffer(), 80, 20, 10};
    REQUIRE(stage.renderer.draw(scene, test::camera(30, 40), target, app::k_no_limit).complete);
    auto picture = stage.picture();
    for (int y = 0; y < 80; ++y) {
        for (int x = 0; x < 100; ++x) {
            bool inside = x >= 20 && x < 50 && y >= 10 && y < 50;
            if (test::at(picture, x, y) != (inside ? k_red : app::Colour::of(0))) FAIL(x << ", " << y);
        }
    }
}

TEST_CASE("A dash pattern has gaps and an unbroken line has none", "[render]") {
    test::Stage stage(200, 40);
    auto gaps = [&](float dash, float gap) {
        app::Scene scene;
        app::LayerStyle style;
        style.line = {.colour = k_blue, .width = 4, .dash = dash, .gap = gap};
        scene.layers.push_back(test::layer({"LINESTRING (10 20, 190 20)"}, style));
        auto picture = stage.shoot(scene, test::camera(200, 40));
        int count = 0;
        for (int x = 20; x < 180; ++x) count += test::at(picture, x, 20) == k_ground;
        return count;
    };
    CHECK(gaps(0, 0) == 0);
    CHECK(gaps(10, 10) > 50);
}
