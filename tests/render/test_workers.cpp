// SPDX-License-Identifier: EUPL-1.2
#include "tests/render/stage.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <condition_variable>

namespace {

/// Woken from workers.
class Bell {
public:
    void ring() {
        {
            const std::lock_guard lock(mutex_);
            ++rung_;
        }
        rings_.notify_all();
    }
    bool wait() {
        std::unique_lock lock(mutex_);
        const bool in_time = rings_.wait_for(lock, std::chrono::seconds(20), [this] { return rung_ > heard_; });
        heard_ = rung_;
        return in_time;
    }

private:
    std::mutex mutex_;
    std::condition_variable rings_;
    int rung_ = 0, heard_ = 0;
};

/// Many plots with outlines, and points on them: what is painted as cells.
app::Scene town() {
    auto plots = std::make_shared<geo::Layer>();
    auto trees = std::make_shared<geo::Layer>();
    for (int i = 0; i < 2500; ++i) {
        const double x = i % 50 * 12.0 + 3.3, y = i / 50 * 12.0 + 2.7;
        plots->shapes.add(
            geo::Shape::polygon(std::vector<geo::Point>{{x, y}, {x + 9, y + 1}, {x + 8, y + 9}, {x, y + 8}}));
        trees->shapes.add(geo::Shape::point({x + 10, y + 5}));
    }
    app::LayerStyle ground = test::filled(app::Colour::of(0x88AACC));
    ground.line = {.colour = app::Colour::of(0x223344), .width = 1};
    app::LayerStyle dots;
    dots.point = {
        .dot = app::Dot::disc, .fill = app::Colour::of(0x228833), .edge = app::Colour::of(0xFFFFFF), .size = 6};
    app::Scene scene;
    scene.layers.push_back({.id = "plots", .data = app::prepare(plots), .style = ground});
    scene.layers.push_back({.id = "trees", .data = app::prepare(trees), .style = dots});
    return scene;
}

app::Frame draw_with(app::MapRenderer& renderer, const app::Headless& headless, const app::Scene& scene,
                     const app::Camera& camera) {
    return renderer.draw(scene, camera, {headless.framebuffer(), headless.height(), 0, 0},
                         std::chrono::milliseconds(8));
}

}  // namespace

TEST_CASE("What workers paint is what is painted at once", "[render][workers]") {
    test::Stage stage(500, 400);
    const auto scene = town();
    const auto camera = test::camera(500, 400);
    const auto wanted = stage.shoot(scene, camera);

    Bell bell;
    app::MapRenderer renderer({}, 2, [&] { bell.ring(); });
    auto frame = draw_with(renderer, stage.headless, scene, camera);
    CHECK_FALSE(frame.complete);
    CHECK(frame.tiles_pending > 0);
    while (!frame.complete) {
        if (frame.waits) REQUIRE(bell.wait());
        frame = draw_with(renderer, stage.headless, scene, camera);
    }
    CHECK(stage.picture() == wanted);
}

TEST_CASE("A look that changes while workers paint is what is seen in the end", "[render][workers]") {
    test::Stage stage(500, 400);
    auto scene = town();
    const auto camera = test::camera(500, 400);
    Bell bell;
    app::MapRenderer renderer({}, 2, [&] { bell.ring(); });
    draw_with(renderer, stage.headless, scene, camera);
    scene.layers[0].style.fill = app::Colour::of(0xCC2222);
    std::swap(scene.layers[0], scene.layers[1]);
    const auto wanted = stage.shoot(scene, camera);
    auto frame = draw_with(renderer, stage.headless, scene, camera);
    while (!frame.complete) {
        if (frame.waits) REQUIRE(bell.wait());
        frame = draw_with(renderer, stage.headless, scene, camera);
    }
    CHECK(stage.picture() == wanted);
}

TEST_CASE("A renderer may go while its workers paint", "[render][workers]") {
    test::Stage stage(500, 400);
    const auto scene = town();
    for (int i = 0; i < 5; ++i) {
        app::MapRenderer renderer({}, 2);
        draw_with(renderer, stage.headless, scene, test::camera(500, 400));
    }
    SUCCEED();
}

TEST_CASE("Points of every shape cover the ground that they should", "[render][workers]") {
    test::Stage stage(64, 64);
    constexpr double r = 7;
    const std::pair<app::Dot, double> shapes[] = {{app::Dot::disc, std::acos(-1.0) * r * r},
                                                  {app::Dot::square, 1.8 * r * 1.8 * r},
                                                  {app::Dot::diamond, 2 * 1.25 * r * 1.25 * r},
                                                  {app::Dot::triangle, 1.973 * r * r}};
    for (const auto& [dot, area] : shapes) {
        app::LayerStyle style;
        style.point = {.dot = dot, .fill = app::Colour::of(0x000000), .size = 2 * r};
        app::Scene scene;
        scene.layers.push_back(test::layer({"POINT (31.6 32.4)"}, style));
        const auto picture = stage.shoot(scene, test::camera(64, 64));
        const double ground = picture.pixel(0, 0)[0];
        double covered = 0;
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x) covered += 1 - picture.pixel(x, y)[0] / ground;
        INFO(static_cast<int>(dot));
        CHECK(covered == Approx(area).epsilon(0.04));
    }
}
