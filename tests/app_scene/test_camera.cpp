// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/camera.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <limits>

using app::Camera;

namespace {

Camera leiden() { return {.view = {{93500, 463900}, 0.5}, .width = 800, .height = 600, .pixel_ratio = 1}; }

}  // namespace

TEST_CASE("North is up and the centre is in the middle of the panel", "[camera]") {
    auto camera = leiden();
    CHECK(camera.to_screen({93500, 463900}) == app::Pixel{400, 300});
    CHECK(camera.to_screen({93510, 463910}) == app::Pixel{420, 280});
    CHECK(camera.to_world({0, 0}) == geo::Point{93300, 464050});
    CHECK(camera.visible() == geo::Box{93300, 463750, 93700, 464050});
}

TEST_CASE("From the world to the screen and back is the same place to a thousandth of a pixel", "[camera]") {
    for (double scale : {1e-4, 0.01, 1.0, 300.0}) {
        auto camera = leiden();
        camera.view = {{1.2e7, -9.8e6}, scale};
        for (double x : {0.0, 17.25, 799.0}) {
            auto back = camera.to_screen(camera.to_world({x, 599.5}));
            CHECK(back.x == Approx(x).margin(1e-3));
            CHECK(back.y == Approx(599.5).margin(1e-3));
        }
    }
}

TEST_CASE("Fitting shows the whole box within its margin", "[camera]") {
    geo::Box wide{90000, 460000, 98000, 461000}, high{90000, 460000, 90100, 469000};
    for (const auto& box : {wide, high}) {
        auto camera = leiden().fitted(box, 20);
        auto corner = camera.to_screen({box.min_x, box.max_y});
        CHECK(std::min(corner.x, corner.y) == Approx(20).margin(1e-6));
        CHECK(camera.visible().contains(geo::Point{box.max_x, box.min_y}));
    }
}

TEST_CASE("Fitting a point keeps the scale, and fitting nothing keeps the view", "[camera]") {
    geo::Box point;
    point.grow(geo::Point{1000, 2000});
    CHECK(leiden().fitted(point).view == app::View{{1000, 2000}, 0.5});
    CHECK(leiden().fitted(geo::Box{}) == leiden());
}

TEST_CASE("What lies under the pointer stays there while zooming", "[camera]") {
    app::Pixel pointer{123, 456};
    auto held = leiden().to_world(pointer);
    for (double factor : {0.1, 0.8, 1.25, 40.0}) {
        auto at = leiden().zoomed(factor, pointer).to_screen(held);
        CHECK(at.x == Approx(123));
        CHECK(at.y == Approx(456));
    }
}

TEST_CASE("Zooming ends where the map is no longer exact or the earth is shown whole", "[camera]") {
    CHECK(leiden().zoomed(1e12, {0, 0}).view.units_per_pixel == app::k_closest_units_per_pixel);
    CHECK(leiden().zoomed(1e-12, {0, 0}).view.units_per_pixel == app::k_widest_units_per_pixel);
    CHECK(leiden().zoomed(0, {5, 5}) == leiden());
    CHECK(leiden().zoomed(std::numeric_limits<double>::quiet_NaN(), {5, 5}) == leiden());
}

TEST_CASE("The map moves with the pointer that drags it", "[camera]") {
    auto place = leiden().to_world({100, 100});
    CHECK(leiden().panned(30, -20).to_screen(place) == app::Pixel{130, 80});
}

TEST_CASE("A denser screen shows the same ground per style pixel", "[camera]") {
    auto dense = leiden().resized(1600, 1200, 2.0);
    CHECK(dense.visible() == leiden().visible());
    CHECK(dense.view.centre == leiden().view.centre);
}

TEST_CASE("A move eases from where it was to its goal in 120 ms and then ends", "[camera]") {
    app::Easing easing;
    app::View from{{0, 0}, 1.0}, goal{{100, 0}, 4.0};
    easing.start(from, goal, 10.0, false);
    CHECK(easing.at(10.0)->units_per_pixel == Approx(1.0));
    auto half = easing.at(10.0 + app::k_ease_seconds / 2);
    REQUIRE(half);
    CHECK(half->units_per_pixel > 1.0);
    CHECK(half->units_per_pixel < 4.0);
    CHECK(easing.at(10.2) == goal);
    CHECK_FALSE(easing.is_moving());
    CHECK_FALSE(easing.at(10.3).has_value());
}

TEST_CASE("What a zoom is about does not swim while the move is eased", "[camera]") {
    app::Pixel pointer{700, 80};
    auto begin = leiden(), end = begin.zoomed(8, pointer);
    auto held = begin.to_world(pointer);
    app::Easing easing;
    easing.start(begin.view, end.view, 0, false);
    for (double now : {0.02, 0.05, 0.09, 0.11}) {
        auto between = begin;
        between.view = *easing.at(now);
        CHECK(between.to_screen(held).x == Approx(700));
        CHECK(between.to_screen(held).y == Approx(80));
    }
}

TEST_CASE("With reduce motion a move arrives at once", "[camera]") {
    app::Easing easing;
    easing.start({{0, 0}, 1.0}, {{5, 5}, 2.0}, 0, true);
    CHECK_FALSE(easing.is_moving());
    CHECK_FALSE(easing.at(0.01).has_value());
}
