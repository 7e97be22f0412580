// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/wkb.hpp"
#include "geo/index/index.hpp"
#include "tests/support/catch.hpp"

#include <cmath>

namespace {

/// Shapes with their index, as a layer has them.
struct Layer {
    std::shared_ptr<geo::Shapes> shapes = std::make_shared<geo::Shapes>();
    std::unique_ptr<geo::Index> index{};

    explicit Layer(std::initializer_list<const char*> wkts) {
        for (const auto* wkt : wkts) shapes->add(geo::shape_from_wkt(wkt));
        index = std::make_unique<geo::Index>(std::shared_ptr<const std::vector<geo::Box>>(shapes, &shapes->boxes));
    }
    geo::Pickable pickable(double tolerance) const { return {shapes.get(), index.get(), tolerance}; }
};

}  // namespace

TEST_CASE("Picking gives everything under the point, the topmost layer first", "[pick]") {
    Layer lamps{"POINT (5 5)", "POINT (50 50)"}, squares{"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"};
    const geo::Pickable layers[] = {lamps.pickable(2), squares.pickable(2)};
    auto hits = geo::pick(layers, {5, 6});
    REQUIRE(hits.size() == 2);
    CHECK(hits[0] == geo::Hit{0, 0, 1.0});
    CHECK(hits[1] == geo::Hit{1, 0, 0.0});
}

TEST_CASE("A hole in a polygon is not the polygon", "[pick]") {
    Layer yard{"POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0), (20 20, 80 20, 80 80, 20 80, 20 20))"};
    const geo::Pickable layers[] = {yard.pickable(1)};
    CHECK(geo::pick(layers, {50, 50}).empty());
    CHECK(geo::pick(layers, {10, 50}).size() == 1);
    CHECK(geo::pick(layers, {79.5, 50}).size() == 1);
}

TEST_CASE("A line is hit by its distance and not by its box", "[pick]") {
    Layer street{"LINESTRING (0 0, 100 100)"};
    const geo::Pickable layers[] = {street.pickable(3)};
    CHECK(geo::pick(layers, {80, 20}).empty());
    auto hits = geo::pick(layers, {50, 52});
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].distance == Approx(std::sqrt(2.0)));
}

TEST_CASE("Of two shapes that are equally near the smaller one comes first", "[pick]") {
    Layer ground{"POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))", "POLYGON ((40 40, 60 40, 60 60, 40 60, 40 40))"};
    const geo::Pickable layers[] = {ground.pickable(0)};
    auto hits = geo::pick(layers, {50, 50});
    REQUIRE(hits.size() == 2);
    CHECK(hits[0].item == 1);
    CHECK(hits[1].item == 0);
}
