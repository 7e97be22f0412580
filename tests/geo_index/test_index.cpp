// SPDX-License-Identifier: EUPL-1.2
#include "geo/index/index.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

namespace {

using Boxes = std::vector<geo::Box>;

std::shared_ptr<const Boxes> shared(Boxes boxes) { return std::make_shared<const Boxes>(std::move(boxes)); }

/// Boxes of up to 50 by 50 in a field of 1000 by 1000, every tenth one empty.
Boxes scattered(std::size_t count) {
    std::mt19937 random(42);
    auto number = [&](unsigned below) { return static_cast<double>(random() % (below * 100U)) / 100.0; };
    Boxes boxes(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (i % 10 == 7) continue;
        double x = number(1000), y = number(1000), width = number(50), height = number(50);
        boxes[i] = {x, y, x + width, y + height};
    }
    return boxes;
}

std::vector<std::uint32_t> by_looking_at_all(const Boxes& boxes, const geo::Box& asked) {
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i].is_empty() && boxes[i].intersects(asked)) found.push_back(static_cast<std::uint32_t>(i));
    }
    return found;
}

double squared_distance(const geo::Box& box, geo::Point p) {
    double dx = std::max({box.min_x - p.x, 0.0, p.x - box.max_x});
    double dy = std::max({box.min_y - p.y, 0.0, p.y - box.max_y});
    return dx * dx + dy * dy;
}

}  // namespace

TEST_CASE("The index finds the same boxes as looking at all of them", "[index]") {
    auto boxes = shared(scattered(3000));
    geo::Index index(boxes);
    for (const auto& asked : {geo::Box{100, 100, 140, 130}, geo::Box{-10, -10, 2000, 2000},
                              geo::Box{500, 500, 500, 500}, geo::Box{5000, 5000, 6000, 6000}}) {
        CHECK(index.in(asked) == by_looking_at_all(*boxes, asked));
    }
}

TEST_CASE("A box that only touches the asked one is found", "[index]") {
    geo::Index index(shared({{0, 0, 1, 1}, {2, 0, 3, 1}}));
    CHECK(index.in({1, 1, 2, 2}) == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("The nearest boxes come nearest first", "[index]") {
    auto boxes = shared(scattered(2000));
    geo::Index index(boxes);
    geo::Point p{333, 444};
    auto found = index.nearest(p, 25);
    REQUIRE(found.size() == 25);
    std::vector<double> all, got;
    for (const auto& box : *boxes) {
        if (!box.is_empty()) all.push_back(squared_distance(box, p));
    }
    std::sort(all.begin(), all.end());
    all.resize(25);
    for (auto item : found) got.push_back(squared_distance((*boxes)[item], p));
    CHECK(got == all);
}

TEST_CASE("Empty boxes are in no answer, and an index over nothing answers nothing", "[index]") {
    geo::Index none(shared({}));
    CHECK(none.size() == 0);
    CHECK(none.in({0, 0, 1, 1}).empty());
    CHECK(none.nearest({0, 0}, 3).empty());
    geo::Index one(shared({geo::Box{}, {0, 0, 1, 1}, geo::Box{}}));
    CHECK(one.size() == 1);
    CHECK(one.nearest({9, 9}, 3) == std::vector<std::uint32_t>{1});
    CHECK(one.in(geo::Box{}).empty());
}

TEST_CASE("Many threads may ask one index at the same time", "[index]") {
    auto boxes = shared(scattered(2000));
    const geo::Index index(boxes);
    geo::Box asked{200, 200, 400, 400};
    auto expected = by_looking_at_all(*boxes, asked);
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i) wrong += index.in(asked) != expected;
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
}
