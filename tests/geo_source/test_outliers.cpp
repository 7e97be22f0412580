// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/outliers.hpp"
#include "tests/support/catch.hpp"

using namespace geo;
using Indices = std::vector<std::size_t>;

namespace {

Box at(double x, double y) { return {x, y, x, y}; }

/// A town of `count` houses, ten metres apart, in RD.
std::vector<Box> town(int count) {
    std::vector<Box> boxes;
    for (int i = 0; i < count; ++i) boxes.push_back(at(93500 + 10 * (i % 30), 463900 + 10 * (i / 30)));
    return boxes;
}

}  // namespace

TEST_CASE("A town has no outliers, and neither has nothing", "[source][outliers]") {
    CHECK(find_outliers(town(100), rd_new()).empty());
    CHECK(find_outliers({}, rd_new()).empty());
    CHECK(find_outliers(std::vector<Box>{Box{}, at(93500, 463900)}, rd_new()).empty());
}

TEST_CASE("Coordinates at 0, 0, swapped or in another unit are outliers", "[source][outliers]") {
    auto boxes = town(100);
    boxes[3] = at(0, 0);
    boxes[40] = at(463900, 93500);
    boxes[60] = at(4.5, 52.1);
    boxes[80] = Box{0, 0, 93500, 463900};
    CHECK((find_outliers(boxes, rd_new()) == Indices{3, 40, 60, 80}));
}

TEST_CASE("A second town, an hour away, is no outlier", "[source][outliers]") {
    auto boxes = town(100);
    boxes.push_back(at(150000, 400000));
    CHECK(find_outliers(boxes, rd_new()).empty());
}

TEST_CASE("Islands overseas are outliers of a country in degrees, in a layer of many features", "[source][outliers]") {
    std::vector<Box> boxes;
    for (int i = 0; i < 100; ++i) boxes.push_back(at(4 + 0.02 * i, 51 + 0.02 * (i % 50)));
    boxes.push_back(at(-68.3, 12.2));
    CHECK((find_outliers(boxes, wgs84()) == Indices{100}));
}

TEST_CASE("When most of a layer lies elsewhere it is the layer that lies there", "[source][outliers]") {
    std::vector<Box> boxes(10, at(500000, 6800000));
    boxes[0] = at(93500, 463900);
    CHECK(find_outliers(boxes, rd_new()).empty());
}

TEST_CASE("Without a CRS what lies at 0, 0 is an outlier still", "[source][outliers]") {
    auto boxes = town(10);
    boxes[0] = at(0, 0);
    CHECK((find_outliers(boxes, Crs()) == Indices{0}));
}
