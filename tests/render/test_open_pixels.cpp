// SPDX-License-Identifier: EUPL-1.2
#include "app/map/open_pixels.hpp"
#include "tests/support/catch.hpp"

#include <random>
#include <set>

using app::OpenPixels;
using app::PixelBox;

TEST_CASE("Every pixel of a window is filled once, whatever stands in for it", "[render]") {
    std::mt19937 random(4);
    const auto number = [&random](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    for (int round = 0; round < 50; ++round) {
        const PixelBox window{3, 5, 43, 35};
        OpenPixels open(window);
        std::set<std::pair<int, int>> filled;
        const auto fill = [&](const PixelBox& box) {
            CHECK_FALSE(box.is_empty());
            for (int y = box.bottom; y < box.top; ++y)
                for (int x = box.left; x < box.right; ++x) CHECK(filled.emplace(x, y).second);
        };
        for (int i = 0; i < 8; ++i) {
            const int left = number(50) - 5, bottom = number(40) - 5;
            const PixelBox box{left, bottom, left + number(20), bottom + number(20)};
            const auto pieces = open.take(box);
            for (const auto& piece : pieces) {
                CHECK(piece.within(box) == piece);
                fill(piece);
            }
            CHECK(open.take(box).empty());
        }
        for (const auto& piece : open.left()) fill(piece);
        CHECK(filled.size() == 40 * 30);
    }
}
