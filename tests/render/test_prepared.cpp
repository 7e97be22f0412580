// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/measure.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/render/stage.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <set>

namespace {

double triangle_area(const app::Detail& detail) {
    double area = 0;
    for (const auto& chunk : detail.chunks) {
        for (std::size_t i = 0; i + 2 < chunk.triangles.size(); i += 3) {
            auto a = chunk.fill[chunk.triangles[i]], b = chunk.fill[chunk.triangles[i + 1]],
                 c = chunk.fill[chunk.triangles[i + 2]];
            area += std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
        }
    }
    return area;
}

std::size_t triangle_count(const app::Detail& detail) {
    std::size_t count = 0;
    for (const auto& chunk : detail.chunks) count += chunk.triangles.size() / 3;
    return count;
}

/// `count` × `count` plots of 10 by 10, wall to wall, with needless corners in their sides.
std::shared_ptr<const app::PreparedLayer> plots(int count) {
    auto layer = std::make_shared<geo::Layer>();
    for (int i = 0; i < count * count; ++i) {
        double x = 93000 + i % count * 10, y = 463000 + i / count * 10;
        std::vector<geo::Point> ring;
        for (double along : {0.0, 3.0, 7.0}) ring.push_back({x + along, y});
        for (double along : {0.0, 3.0, 7.0}) ring.push_back({x + 10, y + along});
        for (double along : {0.0, 3.0, 7.0}) ring.push_back({x + 10 - along, y + 10});
        for (double along : {0.0, 3.0, 7.0}) ring.push_back({x, y + 10 - along});
        layer->shapes.add(geo::Shape::polygon(ring));
    }
    return app::prepare(layer);
}

}  // namespace

TEST_CASE("The triangles of a polygon cover exactly its area", "[prepared]") {
    for (const char* wkt : {"POLYGON ((0 0, 40 0, 40 30, 20 10, 0 30, 0 0))",
                            "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0), (20 20, 30 20, 30 30, 20 30, 20 20))",
                            "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",
                            "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))"}) {
        auto data = test::prepared({wkt});
        CHECK(triangle_area(data->details.front()) == Approx(geo::area(geo::shape_from_wkt(wkt))));
    }
}

TEST_CASE("Polygons without area, broken rings and empty features are drawn as far as they exist", "[prepared]") {
    auto data = test::prepared({"POLYGON ((0 0, 10 0, 10 0, 0 0))", "POLYGON EMPTY",
                                "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))", "LINESTRING (0 0, 0 0)", "POINT EMPTY"});
    CHECK(triangle_area(data->details.front()) == Approx(50));
}

TEST_CASE("A ring of very many corners is drawn whole", "[prepared]") {
    std::vector<geo::Point> ring;
    constexpr int k_corners = 150000;
    for (int i = 0; i < k_corners; ++i) {
        double turn = 2 * std::acos(-1.0) * i / k_corners, radius = 1000;
        ring.push_back({radius * std::cos(turn), radius * std::sin(turn)});
    }
    auto layer = std::make_shared<geo::Layer>();
    layer->shapes.add(geo::Shape::polygon(ring));
    auto data = app::prepare(layer);
    CHECK(triangle_area(data->details.front()) == Approx(geo::area(layer->shapes.shape(0))).epsilon(1e-5));
}

TEST_CASE("A small layer is drawn whole at every scale", "[prepared]") {
    auto data = test::prepared({"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"});
    CHECK(data->details.size() == 1);
    CHECK(data->detail_for(1000).unit == 0);
}

TEST_CASE("From far away a large layer is drawn from fewer corners, and still covers its ground", "[prepared]") {
    auto data = plots(60);
    REQUIRE(data->details.size() > 1);
    const auto& near = data->detail_for(1e-6);
    const auto& far = data->detail_for(1000);
    CHECK(near.unit == 0);
    CHECK(far.unit > 0);
    CHECK(triangle_area(far) == Approx(triangle_area(near)).epsilon(0.05));
    // Roundings below half a pixel cannot be seen.
    for (double scale : {0.1, 1.0, 3.0, 50.0}) CHECK(data->detail_for(scale).unit <= scale / 2);
}

TEST_CASE("Wholly crushed polygons are left out and those of about a pixel stay", "[prepared]") {
    auto layer = std::make_shared<geo::Layer>();
    for (int i = 0; i < 6000; ++i) {
        double x = i % 100 * 1000, y = i / 100 * 1000, side = i % 2 == 0 ? 0.5 : 60;
        layer->shapes.add(
            geo::Shape::polygon(std::vector<geo::Point>{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}));
    }
    auto data = app::prepare(layer);
    REQUIRE(data->details.size() > 1);
    CHECK(triangle_count(data->detail_for(100)) == 6000);
    CHECK(triangle_count(data->detail_for(0.01)) == 12000);
}

TEST_CASE("Preparing can be cancelled", "[prepared]") {
    auto state = std::make_shared<base::ProgressState>();
    state->cancelled = true;
    auto layer = std::make_shared<geo::Layer>();
    layer->shapes.add(geo::Shape::point({1, 2}));
    CHECK_THROWS_AS(app::prepare(layer, base::Progress(state)), base::Cancelled);
}

TEST_CASE("Every prepared layer has a serial number of its own", "[prepared]") {
    std::set<std::uint64_t> serials;
    for (int i = 0; i < 5; ++i) serials.insert(test::prepared({"POINT (1 1)"})->serial);
    CHECK(serials.size() == 5);
}

TEST_CASE("Layers get quiet looks by their names and by their geometry", "[style]") {
    using geo::Kind;
    auto light = app::Theme::light;
    CHECK(app::default_style("bgt_pand", Kind::polygon, light) ==
          app::default_style("building", Kind::multi_polygon, light));
    CHECK(app::default_style("bgt_waterdeel", Kind::polygon, light) ==
          app::default_style("water", Kind::polygon, light));
    CHECK(app::default_style("bgt_wegdeel", Kind::polygon, light) ==
          app::default_style("roadway", Kind::polygon, light));
    CHECK(app::default_style("bgt_voetpad", Kind::polygon, light) ==
          app::default_style("footway", Kind::polygon, light));
    CHECK(app::default_style("ways", Kind::line, light) == app::default_style("roadway", Kind::line, light));
    CHECK(app::default_style("terras_data", Kind::polygon, light) ==
          app::default_style("terrace_permit", Kind::polygon, light));
    CHECK(app::default_style("building", Kind::polygon, light) !=
          app::default_style("building", Kind::polygon, app::Theme::dark));
    CHECK(app::default_style("xyz", Kind::point, light).point.dot != app::Dot::none);
}

TEST_CASE("Water lies under streets, streets under buildings, buildings under furniture", "[style]") {
    auto order = [](const char* name) { return app::default_order(name, geo::Kind::polygon); };
    CHECK(order("bgt_begroeidterreindeel") < order("water"));
    CHECK(order("water") < order("roadway"));
    CHECK(order("roadway") < order("footway"));
    CHECK(order("footway") < order("building"));
    CHECK(order("building") < order("terrace_permit"));
    CHECK(order("terrace_permit") < order("furniture"));
}
