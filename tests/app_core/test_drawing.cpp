// SPDX-License-Identifier: EUPL-1.2
#include "app/core/drawing.hpp"
#include "app/core/figures.hpp"
#include "app/core/measuring.hpp"
#include "app/core/reshape.hpp"
#include "app/core/snapping.hpp"
#include "geo/crs/transform.hpp"
#include "geo/source/source.hpp"
#include "tests/support/catch.hpp"

using namespace app;
using geo::Point;

namespace {

using Corners = std::vector<Point>;

/// A square of 10 m, drawn as a layer, on a panel where a metre is ten pixels.
struct Ground {
    Scene scene{};
    Camera camera{.view = {{100, 100}, 0.1}, .width = 400, .height = 400};

    Ground() {
        auto layer = std::make_shared<geo::Layer>();
        layer->shapes.add(geo::Shape::polygon(Corners{{95, 95}, {105, 95}, {105, 105}, {95, 105}}));
        layer->fids = {1};
        scene.layers.push_back({"a", prepare(layer)});
    }
    std::optional<Snapped> near(Point at, Corners own = {}) { return snap(scene, camera, camera.to_screen(at), own); }
};

}  // namespace

TEST_CASE("A way that crosses, touches or folds back on itself is seen", "[app][drawing]") {
    CHECK(crosses_itself(Corners{{0, 0}, {10, 10}, {10, 0}, {0, 10}}, false));
    CHECK_FALSE(crosses_itself(Corners{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, true));
    CHECK(crosses_itself(Corners{{0, 0}, {10, 10}, {10, 0}, {0, 10}}, true));
    CHECK(crosses_itself(Corners{{0, 0}, {10, 0}, {5, 0}}, false));
    CHECK(crosses_itself(Corners{{0, 0}, {10, 0}, {10, 10}, {5, 0}}, false));
    CHECK_FALSE(crosses_itself(Corners{{0, 0}, {10, 0}}, false));
    CHECK_FALSE(crosses_itself(Corners{}, true));
}

TEST_CASE("A corner within reach is taken before an edge, and nothing from afar", "[app][snapping]") {
    Ground ground;
    const auto corner = ground.near({95.6, 95.3});
    REQUIRE(corner);
    CHECK(corner->corner);
    CHECK(corner->at == Point{95, 95});
    const auto edge = ground.near({100, 95.5});
    REQUIRE(edge);
    CHECK_FALSE(edge->corner);
    CHECK(edge->at.x == Approx(100));
    CHECK(edge->at.y == Approx(95));
    CHECK_FALSE(ground.near({100, 100}));
    CHECK_FALSE(ground.near({100, 96.2}));
}

TEST_CASE("Own corners are taken too, and hidden layers are not", "[app][snapping]") {
    Ground ground;
    const auto own = ground.near({100.2, 100.2}, {{100, 100}});
    REQUIRE(own);
    CHECK(own->own);
    ground.scene.layers.front().visible = false;
    CHECK_FALSE(ground.near({95.6, 95.3}));
}

TEST_CASE("Corners of a ring are moved, added and removed, and it stays closed", "[app][reshape]") {
    const auto square = geo::Shape::polygon(Corners{{0, 0}, {10, 0}, {10, 10}, {0, 10}});
    REQUIRE(handles_of(square).size() == 4);
    REQUIRE(middles_of(square).size() == 4);
    const auto moved = with_moved(square, 0, {-1, -1});
    CHECK(moved.points.front() == Point{-1, -1});
    CHECK(moved.points.back() == Point{-1, -1});
    const auto added = with_added(square, 3, {0, 5});
    REQUIRE(handles_of(added).size() == 5);
    CHECK(added.points[4] == Point{0, 5});
    CHECK(added.points.back() == added.points.front());
    const auto removed = with_removed(square, 0);
    REQUIRE(handles_of(removed).size() == 3);
    CHECK(removed.points.front() == Point{10, 0});
    CHECK(removed.points.back() == Point{10, 0});
    CHECK(with_removed(removed, 0) == removed);
}

TEST_CASE("A line keeps two corners and a point its one", "[app][reshape]") {
    const auto line = geo::Shape::line(Corners{{0, 0}, {10, 0}});
    CHECK(with_removed(line, 1) == line);
    CHECK(handles_of(with_added(line, 0, {5, 1})).size() == 3);
    const auto point = geo::Shape::point({1, 2});
    CHECK(with_moved(point, 0, {3, 4}) == geo::Shape::point({3, 4}));
    CHECK(with_added(point, 0, {3, 4}) == point);
    CHECK(with_moved(point, 7, {3, 4}) == point);
}

TEST_CASE("A hole is changed without its shell", "[app][reshape]") {
    auto shape = geo::Shape::polygon(Corners{{0, 0}, {10, 0}, {10, 10}, {0, 10}});
    shape.add_part(geo::Part::hole, Corners{{4, 4}, {6, 4}, {6, 6}, {4, 4}});
    const auto moved = with_moved(shape, 4, {5, 5});
    CHECK(moved.part(1).front() == Point{5, 5});
    CHECK(moved.part(1).back() == Point{5, 5});
    CHECK(std::vector<Point>(moved.part(0).begin(), moved.part(0).end()) ==
          std::vector<Point>(shape.part(0).begin(), shape.part(0).end()));
}

TEST_CASE("What is measured on the map is true metres, also where the CRS stretches", "[app][measure]") {
    const auto rd = geo::rd_new(), web = geo::Crs::parse("EPSG:3857");
    const Corners here{{93500, 463900}, {93510, 463900}};
    const geo::Transform to_web(rd, web);
    const Corners there{to_web.apply(here[0]), to_web.apply(here[1])};
    const auto in_rd = read_measure(rd, MeasureKind::distance, here, 0.01, base::Language::english),
               in_web = read_measure(web, MeasureKind::distance, there, 0.01, base::Language::english);
    REQUIRE(in_rd);
    REQUIRE(in_web);
    CHECK(in_rd->value == Approx(10).margin(0.01));
    CHECK(in_web->value == Approx(in_rd->value).margin(0.01));
    CHECK(in_rd->unit == "m");
    REQUIRE(in_rd->accuracy);
    CHECK(*in_rd->accuracy > 0.4);
    CHECK(in_rd->words.find("±") != std::string::npos);
    CHECK(in_rd->words.find(' ') == std::string::npos);
}

TEST_CASE("Areas and angles are measured, and too few corners give nothing", "[app][measure]") {
    const auto rd = geo::rd_new();
    const auto language = base::Language::english;
    const Corners square{{93500, 463900}, {93510, 463900}, {93510, 463910}, {93500, 463910}};
    const auto area = read_measure(rd, MeasureKind::area, square, 0.01, language);
    REQUIRE(area);
    CHECK(area->value == Approx(100).epsilon(0.01));
    const auto angle = read_measure(rd, MeasureKind::angle, Corners{square[0], square[1], square[2]}, 0.01, language);
    REQUIRE(angle);
    CHECK(angle->value == Approx(90).margin(0.1));
    CHECK_FALSE(read_measure(rd, MeasureKind::angle, Corners{square[0], square[1]}, 0.01, language));
    CHECK_FALSE(read_measure(rd, MeasureKind::distance, Corners{square[0]}, 0.01, language));
    CHECK_FALSE(read_measure(rd, MeasureKind::angle, Corners{square[0], square[0], square[2]}, 0.01, language));
}

TEST_CASE("A number and its unit are kept on one line", "[app][figures]") {
    CHECK(with_unit(1.8, 2, "m", base::Language::dutch) == "1,80\u00A0m");
    CHECK(with_unit(4, 0, "%", base::Language::dutch) == "4%");
    CHECK(kept_together("1,32 m ± 0,01 (een meetlint)") == "1,32\u00A0m\u00A0±\u00A00,01 (een meetlint)");
    CHECK(length_words(1260, base::Language::dutch) == "1,26\u00A0km");
    CHECK(capitalised("hinderlijk") == "Hinderlijk");
    CHECK(capitalised("") == "");
}
