// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/tangle.hpp"
#include "geo/geometry/validity.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <numbers>

using namespace geo;

namespace {

Shape polygon(const std::vector<Point>& ring) { return Shape::polygon(ring); }

/// A boundary of `count` corners that winds but never comes near itself.
Shape coast(int count) {
    std::vector<Point> ring;
    for (int i = 0; i < count; ++i) {
        double angle = 2 * std::numbers::pi * i / count, radius = 1000 + 50 * std::sin(40 * angle);
        ring.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return polygon(ring);
}

/// Long teeth side by side, which do not cross.
Shape comb(int teeth) {
    std::vector<Point> ring;
    for (int i = 0; i < teeth; ++i) {
        Point foot{i * 1e-3, 0}, tip{i * 1e-3 + 500, 500};
        ring.push_back(i % 2 == 0 ? foot : tip);
        ring.push_back(i % 2 == 0 ? tip : foot);
    }
    ring.push_back({2000, 600});
    ring.push_back({2000, -100});
    return polygon(ring);
}

/// Every line crosses every other one.
Shape star(int lines) {
    std::vector<Point> ring;
    for (int i = 0; i < lines; ++i) ring.push_back({(i % 2 == 0 ? 0.0 : 500.0) + i * 1e-3, i % 2 == 0 ? 0.0 : 500.0});
    return polygon(ring);
}

}  // namespace

TEST_CASE("A long boundary is not tangled, a comb and a star are", "[geometry]") {
    CHECK_FALSE(is_tangled(coast(300'000)));
    CHECK_FALSE(is_tangled(comb(100)));
    CHECK(is_tangled(comb(100'000)));
    CHECK(is_tangled(star(100'000)));
}

TEST_CASE("What is tangled is told to be so instead of being checked or repaired", "[geometry]") {
    const auto tangled = comb(100'000);
    const auto why = why_invalid(tangled);
    REQUIRE(why);
    CHECK(base::say(*why, base::Language::english) == "Its lines lie too densely over each other to be checked.");
    CHECK(repaired(tangled).is_empty());
    CHECK_FALSE(why_invalid(coast(5'000)));
}
