// SPDX-License-Identifier: EUPL-1.2
#include "geo/crs/transform.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <thread>

using namespace geo;

TEST_CASE("The known points of RDNAPTRANS come out right", "[crs]") {
    auto problem = check_known_point();
    if (problem) FAIL(problem->detail);
}

TEST_CASE("East comes first on both sides, whatever the authority says", "[crs]") {
    auto leiden = Transform(rd_new(), wgs84()).apply(Point{93500, 463900});
    CHECK(leiden.x == Approx(4.4886).margin(0.001));
    CHECK(leiden.y == Approx(52.1598).margin(0.001));
    auto back = Transform(wgs84(), rd_new()).apply(leiden);
    CHECK(back.x == Approx(93500).margin(0.001));
    CHECK(back.y == Approx(463900).margin(0.001));
}

TEST_CASE("An operation states its name and accuracy", "[crs]") {
    Transform to_wgs84(rd_new(), wgs84());
    CHECK(to_wgs84.operation().name.find("Amersfoort to WGS 84") != std::string::npos);
    CHECK(to_wgs84.operation().name.find("RD New") == std::string::npos);
    CHECK(to_wgs84.operation().accuracy_m == 1.0);
}

TEST_CASE("A missing grid is named, or the grid is used", "[crs]") {
    auto operation = Transform(rd_new(), Crs::parse("EPSG:4258")).operation();
    if (operation.better_with_grid) {
        CHECK(operation.missing_grid.find("nl_nsgi") != std::string::npos);
        CHECK(operation.accuracy_m == 0.25);
    } else {
        CHECK(operation.accuracy_m.value() < 0.01);
    }
}

TEST_CASE("The same CRS on both sides changes nothing", "[crs]") {
    Transform same(rd_new(), Crs::parse(rd_new().wkt()));
    CHECK(same.is_identity());
    CHECK(same.operation().accuracy_m == 0.0);
    CHECK(same.apply(Point{93500, 463900}) == Point{93500, 463900});
}

TEST_CASE("What cannot be transformed becomes NaN and is counted", "[crs]") {
    Transform to_mercator(wgs84(), Crs::parse("EPSG:3857"));
    std::vector<Point> points{{4.5, 52.1}, {4.5, 400}, {std::nan(""), 1}, {4.6, 52.2}};
    CHECK(to_mercator.apply(std::span<Point>(points)) == 2);
    CHECK(points[0].x == Approx(500937.7).margin(1));
    CHECK(std::isnan(points[1].x));
    CHECK(std::isfinite(points[3].y));
    try {
        to_mercator.apply(Point{4.5, 400});
        FAIL("transformed a latitude of 400 degrees");
    } catch (const base::Error& error) {
        CHECK(error.problem().code == "crs-outside");
    }
}

TEST_CASE("An unknown CRS is an error that says so", "[crs]") {
    try {
        Transform(Crs(), rd_new());
        FAIL("transformed from nowhere");
    } catch (const base::Error& error) {
        CHECK(error.problem().code == "crs-unknown");
    }
}

TEST_CASE("Distances on the ground do not depend on the projection they are measured in", "[crs]") {
    Point a{93500, 463900}, b{93600, 463900};
    auto rd = ground_distance_m(rd_new(), a, b);
    CHECK(rd == Approx(100.0066).margin(0.003));  // 100 m of RD near Leiden, measured on the ellipsoid
    auto mercator = Crs::parse("EPSG:3857");
    Transform to_mercator(rd_new(), mercator);
    auto p = to_mercator.apply(a), q = to_mercator.apply(b);
    CHECK(ground_distance_m(mercator, p, q) == Approx(rd).margin(0.01));
    CHECK(std::hypot(q.x - p.x, q.y - p.y) > 150);
}

TEST_CASE("Areas and lengths on the ground subtract holes and follow rings", "[crs]") {
    auto square = shape_from_wkt(
        "POLYGON ((93500 463900, 93600 463900, 93600 464000, 93500 464000, 93500 463900), "
        "(93510 463910, 93520 463910, 93520 463920, 93510 463920, 93510 463910))");
    CHECK(ground_area_m2(rd_new(), square) == Approx(9900).epsilon(0.0005));
    CHECK(ground_length_m(rd_new(), square) == Approx(440).epsilon(0.0005));
    auto degrees = Transform(rd_new(), wgs84()).apply(square);
    CHECK(ground_area_m2(wgs84(), degrees) == Approx(9900).epsilon(0.0005));
}

TEST_CASE("Threads transform side by side", "[crs]") {
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            Transform transform(rd_new(), wgs84());
            for (int i = 0; i < 100; ++i)
                right += std::abs(transform.apply(Point{93500, 463900}).x - 4.4886) < 0.01 ? 1 : 0;
        });
    for (auto& thread : threads) thread.join();
    CHECK(right == 400);
}
