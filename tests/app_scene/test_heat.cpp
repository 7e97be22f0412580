// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/heat.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>

using namespace app;

namespace {

constexpr double k_pi = 3.14159265358979323846;

std::shared_ptr<const MarkLayer> at_places(const std::vector<geo::Point>& places) {
    std::vector<Mark> marks;
    for (const auto& place : places) marks.push_back({.shape = geo::Shape::point(place)});
    marks.push_back({});  // one that nobody has put on the map
    return std::make_shared<MarkLayer>(marks);
}

std::vector<geo::Point> scattered(int count, double spread) {
    std::mt19937 random(11);
    std::vector<geo::Point> places;
    for (int i = 0; i < count; ++i) {
        const auto off = [&] { return (static_cast<double>(random() % 20000) / 10000 - 1) * spread; };
        places.push_back({93000 + off(), 463000 + off()});
    }
    return places;
}

/// As the textbook has it, finding by finding.
double density_by_hand(const std::vector<geo::Point>& places, geo::Point at, double radius) {
    double sum = 0;
    for (const auto& place : places) {
        const double off = std::hypot(place.x - at.x, place.y - at.y) / radius;
        if (off < 1) sum += 3 / (k_pi * radius * radius) * std::pow(1 - off * off, 2);
    }
    return sum;
}

geo::Point middle_of(const Heat& heat, int column, int row) {
    return {heat.ground.min_x + (column + 0.5) * heat.cell, heat.ground.min_y + (row + 0.5) * heat.cell};
}

double luminance(Colour colour) { return 0.2126 * colour.r + 0.7152 * colour.g + 0.0722 * colour.b; }

Colour on(Colour ground, Colour over) {
    const auto mix = [&](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(a + (b - a) * over.a / 255);
    };
    return {mix(ground.r, over.r), mix(ground.g, over.g), mix(ground.b, over.b), 255};
}

}  // namespace

TEST_CASE("The density in every cell is what a count by hand gives", "[heat]") {
    const auto places = scattered(400, 300);
    const auto marks = at_places(places);
    const auto scale = heat_scale(*marks, 0, 1);
    const auto made = heat(marks, scale, heat_ground({92900, 462900, 93100, 463100}, scale));
    REQUIRE(made->columns > 20);
    for (int row = 3; row < made->rows; row += 7)
        for (int column = 1; column < made->columns; column += 5) {
            const auto at = middle_of(*made, column, row);
            const double by_hand = density_by_hand(places, at, scale.radius) * scale.per_unit;
            CHECK(made->at(at) == Approx(by_hand).margin(1e-4 * scale.limits.back()));
        }
    CHECK(made->at({0, 0}) == 0);
}

TEST_CASE("All findings together count as many as there are", "[heat]") {
    const auto marks = at_places(scattered(250, 100));
    const auto scale = heat_scale(*marks, 2, 1);
    const auto made = heat(marks, scale, heat_ground({92000, 462000, 94000, 464000}, scale));
    double sum = 0;
    for (const auto density : made->density) sum += static_cast<double>(density);
    CHECK(sum * made->cell * made->cell / scale.per_unit == Approx(250).epsilon(0.01));
}

TEST_CASE("The scale has round figures that rise, and its highest band is reached", "[heat]") {
    for (const int step : {-8, -3, 0, 4, 9, 16}) {
        INFO("step " << step);
        const auto places = scattered(600, 900);
        const auto scale = heat_scale(*at_places(places), step, 1);
        CHECK(std::is_sorted(scale.limits.begin(), scale.limits.end()));
        for (const double limit : scale.limits) {
            const double digits = limit / std::pow(10, std::floor(std::log10(limit) + 1e-9));
            CHECK((std::abs(digits - 1) < 1e-6 || std::abs(digits - 2) < 1e-6 || std::abs(digits - 5) < 1e-6));
        }
        double most = 0;
        for (const auto& place : places)
            most = std::max(most, density_by_hand(places, place, scale.radius) * scale.per_unit);
        CHECK(scale.limits.back() <= most);
        CHECK(scale.limits.back() * 4 > most);
    }
}

TEST_CASE("Pieces of ground that overlap say the same of the same place", "[heat]") {
    const auto marks = at_places(scattered(500, 400));
    const auto scale = heat_scale(*marks, 1, 1);
    const auto one = heat(marks, scale, heat_ground({92800, 462800, 93000, 463000}, scale));
    const auto other = heat(marks, scale, heat_ground({92900, 462900, 93900, 463900}, scale));
    for (double x = 92905; x < 93000; x += 13)
        CHECK(one->at({x, 462950}) == Approx(other->at({x, 462950})).margin(1e-3 * scale.limits.back()));
}

TEST_CASE("Where the unit is no metre, densities are still those of the ground", "[heat]") {
    // Feet: the same town in numbers that are larger.
    constexpr double foot = 0.3048;
    auto places = scattered(300, 200);
    const auto metres = heat_scale(*at_places(places), 0, 1);
    for (auto& place : places) place = {place.x / foot, place.y / foot};
    const auto feet = heat_scale(*at_places(places), 3, foot * foot);
    CHECK(feet.radius * foot == Approx(feet.metres));
    CHECK(feet.metres == Approx(metres.metres));
    CHECK(feet.limits.back() == Approx(metres.limits.back()));
}

TEST_CASE("Without findings on the map there is nothing to colour", "[heat]") {
    const auto none = at_places({});
    const auto scale = heat_scale(*none, 0, 1);
    CHECK(scale.is_empty());
    const auto made = heat(none, scale, heat_ground({0, 0, 100, 100}, scale));
    CHECK(std::all_of(made->density.begin(), made->density.end(), [](float d) { return d == 0; }));
}

TEST_CASE("The colours of the heat map can be put in order without seeing hue, in every theme", "[heat]") {
    for (const auto theme : {Theme::light, Theme::dark, Theme::contrast, Theme::sunlight}) {
        const auto ground = map_colours(theme).ground;
        double before = luminance(ground);
        const double sign = before > 128 ? -1 : 1;
        for (std::size_t band = 0; band < k_heat_bands; ++band) {
            const double now = luminance(on(ground, heat_colour(band, theme)));
            CHECK(sign * (now - before) > 14);
            before = now;
        }
    }
}
