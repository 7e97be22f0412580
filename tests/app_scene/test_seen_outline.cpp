// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/seen_outline.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

using namespace app;

namespace {

constexpr geo::Box k_view{0, 0, 100, 100};
constexpr double k_apart = 0.5;

geo::Shape seen(const char* wkt, double margin = 0) {
    return seen_outline(geo::shape_from_wkt(wkt), k_view.widened(margin), k_apart);
}

}  // namespace

TEST_CASE("Of a ring that lies in view every corner is kept", "[outline]") {
    const auto ring = geo::shape_from_wkt("POLYGON ((10 10, 90 10, 90 90, 10 90, 10 10))");
    const auto outline = seen_outline(ring, k_view, k_apart);
    CHECK(outline.points == ring.points);
    CHECK(outline.parts == std::vector{geo::Part::line});
    CHECK_FALSE(is_long(ring));
}

TEST_CASE("What lies outside the view is left out, and what reaches into it is kept whole", "[outline]") {
    CHECK(seen("POLYGON ((200 200, 300 200, 300 300, 200 200))").is_empty());
    const auto crossing = seen("LINESTRING (-50 50, -20 50, 150 50, 150 -20, 50 -20, 50 20, 300 20, 300 300)");
    CHECK(crossing.points == std::vector<geo::Point>{{-20, 50}, {150, 50}, {50, -20}, {50, 20}, {300, 20}});
    CHECK(crossing.part_ends == std::vector<std::uint32_t>{2, 5});
    CHECK(seen("MULTIPOINT (50 50, 103 50, 120 50)", 5).points == std::vector<geo::Point>{{50, 50}, {103, 50}});
}

TEST_CASE("A line of a million corners has as many as its picture can show", "[outline]") {
    std::vector<geo::Point> line;
    for (int i = 0; i <= 1000000; ++i) line.push_back({10 + i * 8e-5, 50 + 20 * std::sin(i * 1e-5)});
    const auto shape = geo::Shape::line(line);
    CHECK(is_long(shape));
    const auto outline = seen_outline(shape, k_view, k_apart);
    CHECK(outline.points.size() < 400);
    CHECK(outline.points.size() > 100);
    CHECK(outline.points.front() == line.front());
    CHECK(outline.points.back() == line.back());
}
