// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/label_axis.hpp"
#include "app/scene/label_placer.hpp"
#include "app/scene/label_ways.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>

using namespace app;

namespace {

/// Every letter is half an em wide.
LetterWidths even_widths() {
    LetterWidths widths;
    for (auto& cut : widths.advance)
        for (char32_t c = 32; c < 0x250; ++c) cut[c] = 0.5F;
    return widths;
}

geo::Shapes shapes_of(const std::vector<std::string>& wkts) {
    geo::Shapes shapes;
    for (const auto& wkt : wkts) shapes.add(geo::shape_from_wkt(wkt));
    return shapes;
}

std::shared_ptr<const LabelSource> source(const std::vector<std::string>& wkts, const std::vector<std::string>& names,
                                          LabelRole role) {
    return label_source(shapes_of(wkts), names, role, even_widths());
}

/// What stands on this ground, at one unit for a style pixel.
std::vector<PlacedLabel> placed(const LabelInput& input, const geo::Box& ground, double units = 1) {
    std::vector<PlacedLabel> labels;
    const auto wanted = label_cells(ground, step_of(units));
    const auto cells = place_labels(input, wanted, {});
    for (const auto& place : wanted)
        labels.insert(labels.end(), cells.at(place)->labels.begin(), cells.at(place)->labels.end());
    return labels;
}

/// A town of streets 90 apart, each of its own name.
std::shared_ptr<const LabelSource> grid_of_streets() {
    std::vector<std::string> wkts, names;
    for (int i = 0; i < 40; ++i) {
        const std::string at = std::to_string(i * 90);
        wkts.push_back("LINESTRING (0 " + at + ", 3600 " + at + ")");
        names.push_back("Oostweg " + std::to_string(i));
        wkts.push_back("LINESTRING (" + at + " 0, " + at + " 3600)");
        names.push_back("Noordweg " + std::to_string(i));
    }
    return source(wkts, names, LabelRole::street);
}

const std::vector<PlacedLabel>& in_town() {
    static const auto labels = placed({.sources = {grid_of_streets()}}, {0, 0, 3600, 3600});
    return labels;
}

bool overlap(const LabelPatch& a, const LabelPatch& b) {
    return a.min_x < b.max_x && b.min_x < a.max_x && a.min_y < b.max_y && b.min_y < a.max_y;
}

}  // namespace

TEST_CASE("Characters are read from UTF-8, and what is none of it is one sign a byte", "[labels]") {
    CHECK(characters_of("Café") == U"Café");
    CHECK(characters_of("’s-Gravenhekje") == U"’s-Gravenhekje");
    CHECK(characters_of("a\xFF\xC3") == U"a\uFFFD\uFFFD");
    CHECK(even_widths().width_of("Aéø漢", Cut::regular) == Approx(1.5));
}

TEST_CASE("Pieces of a street that meet carry one name, a crossing of three ends them", "[labels]") {
    const auto joined = source({"LINESTRING (0 0, 100 0)", "LINESTRING (200 0, 100 0)", "LINESTRING (200 0, 300 40)"},
                               {"Breestraat", "Breestraat", "Breestraat"}, LabelRole::street);
    REQUIRE(joined->candidates.size() == 1);
    CHECK(joined->candidates[0].room == Approx(200 + std::hypot(100, 40)));
    const auto fork = source({"LINESTRING (0 0, 100 0)", "LINESTRING (100 0, 200 0)", "LINESTRING (100 0, 100 90)"},
                             {"Steeg", "Steeg", "Steeg"}, LabelRole::street);
    CHECK(fork->candidates.size() == 3);
    CHECK(source({"LINESTRING (0 0, 9 0)", "POINT EMPTY"}, {"", "Niets"}, LabelRole::street)->candidates.empty());
}

TEST_CASE("A long area carries its name along its middle, a round one at one place inside", "[labels]") {
    const auto canal = geo::shape_from_wkt("POLYGON ((0 0, 400 100, 397.6 109.7, -2.4 9.7, 0 0))");
    const std::vector<std::span<const geo::Point>> rings{canal.part(0)};
    const auto along = area_name(rings, true);
    REQUIRE(along.line.size() > 2);
    CHECK(along.room > 380);
    const double slope = (along.line.back().y - along.line.front().y) / (along.line.back().x - along.line.front().x);
    CHECK(slope == Approx(0.25).margin(0.01));
    CHECK(area_name(rings, false).line.size() == 1);
    const auto bow = geo::shape_from_wkt("POLYGON ((0 0, 100 0, 100 100, 0 100, 0 90, 80 90, 80 10, 0 10, 0 0))");
    const std::vector<std::span<const geo::Point>> bow_rings{bow.part(0)};
    const auto level = area_name(bow_rings, true);
    REQUIRE(level.line.size() == 1);
    CHECK(level.room == Approx(20));
    CHECK(level.line[0].x == Approx(90));
}

TEST_CASE("A name along a line is read from left to right and not around sharp corners", "[labels]") {
    const std::vector<geo::Point> westward{{300, 0}, {0, 0}};
    const auto way = label_way(westward, 150, 100, 12);
    REQUIRE(way);
    CHECK(way->is_straight);
    CHECK(way->points.front().x < way->points.back().x);
    CHECK(way->middle.x == Approx(150));
    const std::vector<geo::Point> corner{{0, 0}, {100, 0}, {100, 100}};
    CHECK_FALSE(label_way(corner, 100, 60, 12));
    CHECK(label_way(corner, 50, 60, 12));
    CHECK_FALSE(label_way(corner, 20, 60, 12));
    std::vector<geo::Point> bow;
    for (int i = 0; i <= 60; ++i) bow.push_back({200 * std::sin(i * 0.015), 200 * std::cos(i * 0.015)});
    const auto bent = label_way(bow, 90, 100, 12);
    REQUIRE(bent);
    CHECK_FALSE(bent->is_straight);
}

TEST_CASE("No two names overlap, also where cells meet", "[labels]") {
    const LabelInput input{.sources = {grid_of_streets()}};
    const auto cells = place_labels(input, label_cells({0, 0, 3600, 3600}, step_of(1)), {});
    std::vector<std::pair<std::size_t, LabelPatch>> patches;
    std::size_t labels = 0;
    for (const auto& [place, cell] : cells) {
        labels += cell->labels.size();
        // All patches of one cell belong together here: within a cell the next case looks.
        for (const auto& patch : cell->patches)
            patches.emplace_back(static_cast<std::size_t>(place.column * 1000 + place.row), patch);
    }
    CHECK(labels > 200);
    int meeting = 0;
    for (std::size_t a = 0; a < patches.size(); ++a)
        for (std::size_t b = a + 1; b < patches.size(); ++b)
            meeting += patches[a].first != patches[b].first && overlap(patches[a].second, patches[b].second);
    CHECK(meeting == 0);
    int near = 0;
    const auto& town = in_town();
    for (std::size_t a = 0; a < town.size(); ++a)
        for (std::size_t b = a + 1; b < town.size(); ++b)
            near += std::hypot(town[a].anchor.x - town[b].anchor.x, town[a].anchor.y - town[b].anchor.y) < 12;
    CHECK(near == 0);
}

TEST_CASE("What stands on the map does not depend on where the view came from", "[labels]") {
    const LabelInput input{.sources = {grid_of_streets()}};
    const auto all = place_labels(input, label_cells({0, 0, 3600, 3600}, step_of(1)), {});
    const auto part = place_labels(input, label_cells({1300, 700, 1900, 1200}, step_of(1)), {});
    auto in_steps = place_labels(input, label_cells({2000, 2000, 3600, 3600}, step_of(1)), {});
    in_steps = place_labels(input, label_cells({0, 0, 2000, 2000}, step_of(1)), in_steps);
    REQUIRE(part.size() < all.size());
    const auto same = [&](const LabelCells& cells) {
        for (const auto& [place, cell] : cells) {
            const auto found = all.find(place);
            if (found == all.end()) continue;
            REQUIRE(found->second->labels.size() == cell->labels.size());
            for (std::size_t i = 0; i < cell->labels.size(); ++i) {
                CHECK(found->second->labels[i].text == cell->labels[i].text);
                CHECK(found->second->labels[i].anchor == cell->labels[i].anchor);
            }
        }
    };
    same(part);
    same(in_steps);
}

TEST_CASE("A long street has its name again and again, and never twice near each other", "[labels]") {
    const auto street = source({"LINESTRING (0 5, 3000 5)"}, {"Langegracht"}, LabelRole::street);
    const auto labels = placed({.sources = {street}}, {0, 0, 3000, 640});
    REQUIRE(labels.size() >= 5);
    for (std::size_t i = 1; i < labels.size(); ++i) CHECK(std::abs(labels[i].anchor.x - labels[i - 1].anchor.x) > 260);
    // At half the scale there is room for half as many.
    CHECK(placed({.sources = {street}}, {0, 0, 3000, 640}, 2).size() < labels.size());
    CHECK(placed({.sources = {street}}, {0, 0, 3000, 640}, 8).empty());
}

TEST_CASE("Names leave the symbols of findings free", "[labels]") {
    const auto street = source({"LINESTRING (100 300, 500 300)"}, {"Haarlemmerstraat"}, LabelRole::street);
    CHECK(placed({.sources = {street}}, {0, 0, 640, 640}).size() == 1);
    std::vector<Mark> marks{{.shape = geo::Shape::point({300, 300})}};
    const auto one = placed({.sources = {street}, .marks = std::make_shared<MarkLayer>(marks)}, {0, 0, 640, 640});
    REQUIRE(one.size() == 1);
    CHECK(std::abs(one[0].anchor.x - 300) > 50);
    for (int x = 100; x < 520; x += 40) marks.push_back({.shape = geo::Shape::point({double(x), 300})});
    CHECK(placed({.sources = {street}, .marks = std::make_shared<MarkLayer>(marks)}, {0, 0, 640, 640}).empty());
}

TEST_CASE("The larger of two takes its place first, and the first layer before the second", "[labels]") {
    const auto areas = source({"POLYGON ((250 250, 350 250, 350 350, 250 350, 250 250))",
                               "POLYGON ((100 200, 500 200, 500 400, 100 400, 100 200))"},
                              {"Klein", "Groot"}, LabelRole::place);
    auto labels = placed({.sources = {areas}}, {0, 0, 640, 640});
    REQUIRE(labels.size() == 1);
    CHECK(labels[0].text == "Groot");
    const auto stops = source({"POINT (300 300)"}, {"Halte"}, LabelRole::thing);
    labels = placed({.sources = {stops, areas}}, {0, 0, 640, 640});
    REQUIRE(!labels.empty());
    CHECK(labels[0].text == "Halte");
    CHECK(labels[0].beside > 0);
}

TEST_CASE("Coordinates that are no numbers and areas without extent have no name", "[labels]") {
    geo::Shapes shapes;
    const double nan = std::nan("");
    shapes.add(geo::Shape::line(std::vector<geo::Point>{{0, 0}, {nan, 5}}));
    shapes.add(geo::Shape::polygon(std::vector<geo::Point>{{1, 1}, {1, 1}, {1, 1}}));
    shapes.add(geo::Shape::line(std::vector<geo::Point>{{7, 7}, {7, 7}}));
    const auto nothing = label_source(shapes, {"a", "b", "c"}, LabelRole::street, even_widths());
    CHECK(nothing->candidates.empty());
    CHECK(placed({.sources = {nothing}}, {0, 0, 100, 100}).empty());
}

TEST_CASE("Names can be read on their halo in every theme", "[labels]") {
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const auto luminance = [&](Colour c) {
        return 0.2126 * linear(c.r / 255.0) + 0.7152 * linear(c.g / 255.0) + 0.0722 * linear(c.b / 255.0);
    };
    for (const auto theme : {Theme::light, Theme::dark, Theme::contrast, Theme::sunlight})
        for (std::size_t role = 0; role < k_label_roles; ++role) {
            const auto colours = label_colours(static_cast<LabelRole>(role), theme);
            const double a = luminance(colours.ink), b = luminance(colours.halo);
            CHECK((std::max(a, b) + 0.05) / (std::min(a, b) + 0.05) >= 4.5);
            CHECK(colours.halo.a >= 220);
        }
}
