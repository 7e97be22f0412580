// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/cell_painter.hpp"
#include "app/scene/edge_sums.hpp"
#include "app/scene/line_painter.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace app;
using geo::Point;

namespace {

constexpr int k_side = 40;

/// Made by the same rule everywhere, unlike the distributions of the library.
class Chance {
public:
    double between(double low, double high) {
        return low + (high - low) * static_cast<double>(numbers_()) / static_cast<double>(std::mt19937::max());
    }

private:
    std::mt19937 numbers_{7};  // the same in each run
};

double distance_to(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
    const double share = squared > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squared, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - share * dx, p.y - a.y - share * dy);
}

double distance_to(Point p, const std::vector<Point>& line) {
    double least = distance_to(p, line[0], line[1]);
    for (std::size_t i = 2; i < line.size(); ++i) least = std::min(least, distance_to(p, line[i - 1], line[i]));
    return least;
}

/// By the even-odd rule.
bool is_inside(Point p, const std::vector<Point>& ring) {
    bool inside = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const auto a = ring[i - 1], b = ring[i];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) inside = !inside;
    }
    return inside;
}

std::vector<std::uint8_t> drawn(const std::vector<Point>& line, double width) {
    std::vector<std::uint8_t> cells(k_side * k_side);
    double along = 0;
    LinePainter({.width = width}).add({cells.data(), k_side, k_side}, line, along);
    return cells;
}

/// A way of small and large steps, some of them straight on, that leaves the plane now and then.
std::vector<Point> wandering(Chance& chance) {
    std::vector<Point> line{{chance.between(0, k_side), chance.between(0, k_side)}};
    double direction = chance.between(0, 6.28);
    for (int i = 0; i < 25; ++i) {
        if (chance.between(0, 1) < 0.6) direction += chance.between(-1, 1) * chance.between(0, 2.5);
        const double step = chance.between(0, 1) < 0.5 ? chance.between(0, 0.8) : chance.between(1, 9);
        line.push_back({line.back().x + step * std::cos(direction), line.back().y + step * std::sin(direction)});
    }
    return line;
}

}  // namespace

TEST_CASE("A wide line covers what lies within half its width, whatever its corners are", "[cells]") {
    Chance chance;
    for (int i = 0; i < 60; ++i) {
        const auto line = wandering(chance);
        const double width = chance.between(2.6, 14);
        const auto cells = drawn(line, width);
        double worst = 0;
        for (int row = 0; row < k_side; ++row)
            for (int column = 0; column < k_side; ++column) {
                const double off = distance_to({column + 0.5, row + 0.5}, line);
                const double wanted = std::clamp(width / 2 + 0.5 - off, 0.0, 1.0);
                const double is = cells[static_cast<std::size_t>(row * k_side + column)] / 255.0;
                worst = std::max(worst, std::abs(is - wanted));
            }
        INFO(i << ", " << width);
        // A corner may be left out that lies a tenth of a cell beside a straight way.
        CHECK(worst < 0.11);
    }
}

TEST_CASE("A wide line has round ends, and nothing is missing where it bends", "[cells]") {
    const auto covered = [](const char* wkt, LinePen pen) {
        geo::Shapes shapes;
        shapes.add(geo::shape_from_wkt(wkt));
        CellPatch patch{.unit = 1, .left_bottom = {0, 0}, .width = 120, .height = 120};
        CellPainter({.line = pen}).add(patch, shapes, 0);
        double sum = 0;
        for (const auto share : patch.lines) sum += share / 255.0;
        return sum;
    };
    const double ends = std::acos(-1.0) * 25;
    CHECK(covered("LINESTRING (20 60, 100 60)", {.width = 10}) == Approx(800 + ends).epsilon(0.01));
    CHECK(covered("LINESTRING (60 20, 60 100)", {.width = 10}) == Approx(800 + ends).epsilon(0.01));
    CHECK(covered("LINESTRING (20 30, 80 110)", {.width = 10}) == Approx(1000 + ends).epsilon(0.01));
    // The corner outside is a quarter of a disc, the one inside is there twice.
    CHECK(covered("LINESTRING (20 20, 60 20, 60 60)", {.width = 10}) == Approx(800 + ends * 1.25 - 25).epsilon(0.01));
    CHECK(covered("LINESTRING (20 60, 20 60)", {.width = 10}) == Approx(ends).epsilon(0.02));
    // Of 80 along 4 dashes of 10; before the begin lies a gap, and the fifth dash would begin where the line ends.
    CHECK(covered("LINESTRING (20 60, 100 60)", {.width = 10, .dash = 10, .gap = 10}) ==
          Approx(400 + ends / 2).epsilon(0.01));
    // What begins and ends far away is as wide in view.
    CHECK(covered("LINESTRING (-1e7 60, 1e7 60)", {.width = 10}) == Approx(1200).epsilon(0.01));
}

TEST_CASE("Corners that are no numbers, or beyond every map, draw nothing and harm nothing", "[cells]") {
    constexpr double k_huge = 1e308, k_inf = std::numeric_limits<double>::infinity();
    const auto nothing = std::vector<std::uint8_t>(k_side * k_side);
    for (const double width : {1.0, 8.0}) {
        CHECK(drawn({{5, 5}, {std::nan(""), 9}, {k_inf, 3}}, width) == nothing);
        CHECK_NOTHROW(drawn({{-k_huge, -k_huge}, {k_huge, k_huge}, {-k_huge, k_huge}, {5, k_huge}}, width));
        const auto between = drawn({{-k_huge, 20}, {k_huge, 20}, {3, 5}, {9, 5}}, width);
        CHECK(between[5 * k_side + 6] > 100);
    }
}

TEST_CASE("Corners on a straight way change nothing", "[cells]") {
    const std::vector<Point> straight{{3, 4}, {33, 24}};
    std::vector<Point> cut;
    for (int i = 0; i <= 300; ++i) cut.push_back({3 + i * 0.1, 4 + i * 20.0 / 300});
    for (const double width : {1.0, 2.0, 6.0}) {
        const auto a = drawn(straight, width), b = drawn(cut, width);
        int worst = 0;
        for (std::size_t i = 0; i < a.size(); ++i) worst = std::max(worst, std::abs(a[i] - b[i]));
        INFO(width);
        CHECK(worst <= 1);
    }
    // There and back is not straight on.
    const auto there = drawn({{5, 20}, {30, 20}, {10, 20}}, 1);
    CHECK(there[20 * k_side + 28] > 100);
}

TEST_CASE("Small polygons cover of each cell as much as they are in it", "[cells]") {
    Chance chance;
    EdgeSums sums;
    for (int i = 0; i < 60; ++i) {
        // Rings that go round once or cross themselves, anywhere near the plane.
        std::vector<Point> ring;
        const double x = chance.between(-8, k_side), y = chance.between(-8, k_side), size = chance.between(1.1, 20);
        const int corners = 3 + static_cast<int>(chance.between(0, 5));
        for (int c = 0; c < corners; ++c) ring.push_back({x + chance.between(0, size), y + chance.between(0, size)});
        ring.push_back(ring.front());
        geo::Box box;
        for (const auto p : ring) box.grow(p);
        sums.begin({box.min_x, box.min_y}, {box.max_x, box.max_y});
        for (std::size_t c = 1; c < ring.size(); ++c) sums.add(ring[c - 1], ring[c], 1);
        const bool is_plain = corners == 3;
        double worst = 0, area = 0, wanted_area = 0;
        for (int row = 0; row < sums.height(); ++row) {
            const auto shares = sums.shares(row);
            for (std::size_t column = 0; column < shares.size(); ++column) {
                constexpr int k_samples = 16;
                int hit = 0;
                for (int s = 0; s < k_samples * k_samples; ++s)
                    hit += is_inside({sums.column() + static_cast<double>(column) + (s % k_samples + 0.5) / k_samples,
                                      sums.row() + row + (s / k_samples + 0.5) / k_samples},
                                     ring);
                const double wanted = hit / static_cast<double>(k_samples * k_samples), is = shares[column] / 255.0;
                worst = std::max(worst, std::abs(is - wanted));
                area += is;
                wanted_area += wanted;
            }
        }
        INFO(i << ", " << corners);
        // Where a ring crosses itself within a cell, what is added and taken away there cannot be told apart.
        if (is_plain) CHECK(worst < 0.06);
        CHECK(area == Approx(wanted_area).epsilon(0.1).margin(1.5));
    }
}
