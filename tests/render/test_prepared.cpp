// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/overview.hpp"
#include "geo/geometry/measure.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/render/stage.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <set>

namespace {

/// All of the layer as it is drawn near by.
std::vector<app::Chunk> chunks_of(const app::PreparedLayer& layer) {
    app::ChunkBuilder builder;
    std::vector<app::Chunk> chunks;
    for (const auto& run : layer.runs)
        for (auto& chunk : builder.build(layer.layer->shapes, layer.features_of(run)))
            chunks.push_back(std::move(chunk));
    return chunks;
}

double triangle_area(const app::PreparedLayer& layer) {
    double area = 0;
    for (const auto& chunk : chunks_of(layer)) {
        for (std::size_t i = 0; i + 2 < chunk.triangles.size(); i += 3) {
            auto a = chunk.fill[chunk.triangles[i]], b = chunk.fill[chunk.triangles[i + 1]],
                 c = chunk.fill[chunk.triangles[i + 2]];
            area += std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
        }
    }
    return area;
}

/// CRS units² that cells say are covered.
double covered_area(const app::CellPatch& patch) {
    double sum = 0;
    for (auto cell : patch.areas) sum += cell;
    return sum / 255 * patch.unit * patch.unit;
}
double covered_area(const app::CoverageLevel& level) {
    double sum = 0;
    for (const auto& [place, patch] : level.patches) sum += covered_area(patch);
    return sum;
}

std::vector<geo::Point> circle(int corners, double radius) {
    std::vector<geo::Point> ring;
    for (int i = 0; i < corners; ++i) {
        const double turn = 2 * std::acos(-1.0) * i / corners;
        ring.push_back({radius * std::cos(turn), radius * std::sin(turn)});
    }
    return ring;
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
        CHECK(triangle_area(*data) == Approx(geo::area(geo::shape_from_wkt(wkt))));
    }
}

TEST_CASE("Polygons without area, broken rings and empty features are drawn as far as they exist", "[prepared]") {
    auto data = test::prepared({"POLYGON ((0 0, 10 0, 10 0, 0 0))", "POLYGON EMPTY",
                                "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))", "LINESTRING (0 0, 0 0)", "POINT EMPTY"});
    CHECK(triangle_area(*data) == Approx(50));
}

TEST_CASE("A ring of very many corners is drawn whole, but as triangles only while that is quick", "[prepared]") {
    for (const int corners : {15000, 150000}) {
        INFO(corners);
        auto layer = std::make_shared<geo::Layer>();
        layer->shapes.add(geo::Shape::polygon(circle(corners, 1000)));
        auto data = app::prepare(layer);
        const double area = geo::area(layer->shapes.shape(0));
        CHECK(triangle_area(*data) == Approx(corners == 15000 ? area : 0).epsilon(1e-5));
        std::size_t strokes = 0;
        for (const auto& chunk : chunks_of(*data)) strokes += chunk.strokes.size();
        CHECK(strokes >= layer->shapes.points.size());
        app::CellPatch patch{.unit = 10, .left_bottom = {-1100, -1100}, .width = 220, .height = 220};
        app::cover(patch, *data, {});
        CHECK(covered_area(patch) == Approx(area).epsilon(0.01));
    }
}

TEST_CASE("A small layer is drawn one by one at every scale", "[prepared]") {
    auto data = test::prepared({"POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"});
    CHECK(data->coverage.levels.empty());
    CHECK_FALSE(data->coverage.serves(1000));
}

TEST_CASE("Every feature of a layer is in one run, and runs are neighbours", "[prepared]") {
    auto data = plots(60);
    std::set<std::uint32_t> seen;
    double area = 0;
    for (const auto& run : data->runs) {
        for (auto feature : data->features_of(run)) {
            CHECK(seen.insert(feature).second);
            REQUIRE(run.box.intersects(data->layer->shapes.boxes[feature]));
        }
        area += run.box.width() * run.box.height();
    }
    CHECK(seen.size() == 3600);
    CHECK(data->runs.size() > 5);
    CHECK(area < 3 * data->box.width() * data->box.height());
}

TEST_CASE("From far away a large layer is drawn from cells, which cover as much ground as it does", "[prepared]") {
    auto data = plots(60);
    REQUIRE(data->coverage.levels.size() > 1);
    auto finest = data->coverage.levels.front().unit;
    for (const auto& level : data->coverage.levels)
        if (level.unit <= finest * 32) CHECK(covered_area(level) == Approx(360000).epsilon(0.03));
    CHECK(data->coverage.serves(finest));
    CHECK_FALSE(data->coverage.serves(finest / 2));
    for (double scale : {1.0, 2.0, 3.0, 50.0}) CHECK(data->coverage.level_for(finest * scale).unit <= finest * scale);
}

TEST_CASE("Features that are smaller than a cell still count with their area", "[prepared]") {
    auto layer = std::make_shared<geo::Layer>();
    for (int i = 0; i < 6000; ++i) {
        double x = i % 100 * 1000, y = i / 100 * 1000, side = i % 2 == 0 ? 0.5 : 60;
        layer->shapes.add(
            geo::Shape::polygon(std::vector<geo::Point>{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}));
    }
    auto data = app::prepare(layer);
    REQUIRE_FALSE(data->coverage.levels.empty());
    CHECK(covered_area(data->coverage.levels.front()) == Approx(3000 * 3600).epsilon(0.1));
}

TEST_CASE("Polygons too small for an outline are seen in its colour, whatever else is painted", "[coverage]") {
    const auto data =
        test::prepared({"POLYGON ((3 3, 4.5 3, 4.5 5, 3 5, 3 3))", "POLYGON ((8 8, 8.5 8, 8.5 8.5, 8 8))"});
    app::CellPatch both{.unit = 1, .width = 10, .height = 10}, outlines = both;
    app::cover(both, *data, {});
    app::cover(outlines, *data, {.areas = false});
    CHECK(both.lines == both.areas);
    CHECK(outlines.lines == both.lines);
    CHECK(outlines.areas.empty());
    CHECK(covered_area(both) == Approx(3.125).epsilon(0.05));
}

TEST_CASE("Of what has very many corners each part looks as it does when every corner is looked at", "[coverage]") {
    const auto star = [](double radius) {
        std::vector<geo::Point> ring;
        for (int i = 0; i < 9000; ++i) {
            const double turn = 2 * std::acos(-1.0) * i / 9000, away = radius + 9 * std::sin(turn * 83);
            ring.push_back({100 + away * std::cos(turn), 100 + away * std::sin(turn)});
        }
        ring.push_back(ring.front());
        return ring;
    };
    geo::Shape shape;
    shape.kind = geo::Kind::collection;
    for (const auto part : {geo::Part::shell, geo::Part::hole, geo::Part::shell, geo::Part::line}) {
        const double radius = 80 - 20.0 * static_cast<double>(shape.parts.size());
        for (const auto p : star(radius)) shape.points.push_back(p);
        shape.parts.push_back(part);
        shape.part_ends.push_back(static_cast<std::uint32_t>(shape.points.size()));
    }
    auto layer = std::make_shared<geo::Layer>();
    layer->shapes.add(shape);
    const auto data = app::prepare(layer);
    REQUIRE_FALSE(data->stretches.of(0).empty());
    for (const app::CellPainter::Pen pen :
         {app::CellPainter::Pen{}, {.line = {.width = 5}}, {.line = {.dash = 7, .gap = 3}}}) {
        for (int i = 0; i < 36; ++i) {
            app::CellPatch passed{.unit = 1, .left_bottom = {-20.0 + i % 6 * 40, -20.0 + i / 6 * 40}};
            passed.width = passed.height = 40;
            auto looked_at = passed;
            app::cover(passed, *data, pen);
            app::CellPainter(pen).add(looked_at, layer->shapes, 0);
            INFO(i << ", " << pen.line.width);
            CHECK(passed.areas == looked_at.areas);
            CHECK(passed.lines == looked_at.lines);
        }
    }
}

TEST_CASE("Cells follow slanted edges, holes, tangled rings and what reaches outside", "[coverage]") {
    for (const char* wkt :
         {"POLYGON ((10 10, 90 20, 80 90, 20 70, 10 10))",
          "POLYGON ((10 10, 90 10, 90 90, 10 90, 10 10), (30 30, 70 35, 60 60, 30 30))",
          "MULTIPOLYGON (((5 5, 45 5, 45 95, 5 5)), ((60 60, 95 60, 95 95, 60 60)))",
          "POLYGON ((10.3 10.2, 12.6 10.9, 11.9 12.8, 9.9 12.1, 10.3 10.2), "
          "(11 11, 11.2 11.9, 11.8 11.1, 11 11))",
          "POLYGON ((20.9 20.1, 20.1 22.8, 22.9 22.4, 20.9 20.1))", "POLYGON ((3 3, 3.4 3, 3.4 3.4, 3 3))"}) {
        INFO(wkt);
        auto data = test::prepared({wkt});
        app::CellPatch level{.unit = 1};
        level.width = level.height = 100;
        app::cover(level, *data, {});
        CHECK(covered_area(level) == Approx(geo::area(geo::shape_from_wkt(wkt))).epsilon(0.02).margin(0.02));
    }
    app::CellPatch level{.unit = 1};
    level.width = level.height = 100;
    app::cover(level, *test::prepared({"POLYGON ((-1e9 -1e9, 1e9 -1e9, 1e9 50, -1e9 50, -1e9 -1e9))"}), {});
    CHECK(covered_area(level) == Approx(5000).epsilon(0.01));
    // What reaches in by its tip, from each side.
    for (const char* wkt : {"POLYGON ((-15 40, 5 50, -15 60, -15 40))", "POLYGON ((115 40, 95 50, 115 60, 115 40))",
                            "POLYGON ((40 -15, 50 5, 60 -15, 40 -15))", "POLYGON ((40 115, 50 95, 60 115, 40 115))"}) {
        INFO(wkt);
        auto edge = app::CellPatch{.unit = 1, .width = 100, .height = 100};
        app::cover(edge, *test::prepared({wkt}), {});
        CHECK(covered_area(edge) == Approx(12.5).epsilon(0.02));
    }
}

TEST_CASE("Lines in cells are as wide as they should be, whichever way they run", "[coverage]") {
    for (const char* wkt : {"LINESTRING (10 50.3, 90 50.3)", "LINESTRING (50 10, 50 90)", "LINESTRING (20 20, 80 65)",
                            "LINESTRING (30 90, 45 5)"}) {
        for (double width : {1.0, 2.4}) {
            INFO(wkt << ", " << width);
            auto data = test::prepared({wkt});
            app::CellPatch level{.unit = 1};
            level.width = level.height = 100;
            app::cover(level, *data, {.line = {.width = width}});
            double sum = 0;
            for (auto cell : level.lines) sum += cell / 255.0;
            auto line = data->layer->shapes.shape(0);
            double length = std::hypot(line.points[1].x - line.points[0].x, line.points[1].y - line.points[0].y);
            CHECK(sum == Approx(length * width).epsilon(0.04));
        }
    }
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
    for (const auto& [given, meant] : {std::pair("plantcover", "bgt_begroeidterreindeel"),
                                       {"auxiliarytrafficarea", "bgt_ondersteunendwegdeel"},
                                       {"tunnelpart", "bgt_tunneldeel"},
                                       {"buildingpart", "bgt_pand"},
                                       {"woonplaats", "gemeenten"}})
        CHECK(app::default_style(given, Kind::polygon, light) == app::default_style(meant, Kind::polygon, light));
    CHECK(app::default_style("multilinestrings", Kind::multi_line, light) ==
          app::default_style("xyz", Kind::multi_line, light));
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

TEST_CASE("Cells grow with the ground, so that they stay few, and what is far away keeps its place", "[coverage]") {
    geo::Shapes shapes;
    for (int i = 0; i < 3000; ++i) {
        const double x = i * 400.0, y = (i % 7) * 90.0;
        shapes.add(geo::Shape::polygon(std::vector<geo::Point>{{x, y}, {x + 60, y}, {x + 60, y + 60}, {x, y + 60}}));
    }
    app::CoverageBuilder builder(1);
    for (std::uint32_t i = 0; i < shapes.size(); ++i) builder.add(shapes, i);
    const auto coverage = builder.finish(100'000'000);
    const auto& finest = coverage.levels.front();
    CHECK(finest.unit > 1);
    CHECK(finest.patches.size() <= 260);
    CHECK(covered_area(finest) == Approx(3000 * 3600).epsilon(0.05));
    app::CellPatch cut;
    finest.cut(shapes.boxes[2999], cut);
    CHECK(covered_area(cut) == Approx(3600).epsilon(0.1));
    finest.cut({-9000, -9000, -8000, -8000}, cut);
    CHECK(cut.areas.empty());
}

TEST_CASE("A feature many times as large as all others does not take their cells away", "[coverage]") {
    geo::Shapes shapes;
    for (int i = 0; i < 9000; ++i) {
        const double x = i % 100 * 20.0, y = i / 100 * 20.0;
        shapes.add(geo::Shape::polygon(std::vector<geo::Point>{{x, y}, {x + 9, y}, {x + 9, y + 9}, {x, y + 9}}));
    }
    const double far = 1e7;
    shapes.add(geo::Shape::polygon(std::vector<geo::Point>{{-far, -far}, {far, -far}, {far, far}, {-far, far}}));
    app::CoverageBuilder builder(2);
    for (std::uint32_t i = 0; i < shapes.size(); ++i) builder.add(shapes, i);
    CHECK(builder.finish(100'000'000).levels.front().unit == 2);
}

TEST_CASE("A layer looked through batch by batch is covered like one that is held", "[coverage]") {
    const auto held = plots(60);
    app::LargeLayerBuilder builder(3600);
    geo::Shapes batch;
    for (std::uint32_t i = 0; i < 3600; ++i) {
        batch.add(held->layer->shapes.shape(i));
        if (batch.size() == 500 || i == 3599) {
            builder.add(batch);
            batch.clear();
        }
    }
    auto whole = std::make_shared<geo::Layer>();
    whole->extent = held->box;
    const auto large = builder.finish(whole);
    CHECK(large->is_by_place);
    CHECK(large->feature_count == 3600);
    CHECK(large->corners == held->corners);
    CHECK(large->kind == geo::Kind::polygon);
    REQUIRE_FALSE(large->coverage.levels.empty());
    CHECK(covered_area(large->coverage.levels.front()) == Approx(360000).epsilon(0.03));
}

TEST_CASE("A layer that is held by place waits for what is in view, and only where it is needed", "[prepared]") {
    const auto held = plots(60);
    app::LargeLayerBuilder builder(3600);
    builder.add(held->layer->shapes);
    auto told = std::make_shared<geo::Layer>();
    told->extent = held->box;
    const auto whole = builder.finish(told);
    app::SceneLayer layer{.id = "plots", .data = whole};
    const double finest = whole->coverage.levels.front().unit;
    const app::Sheet near{.left_bottom = {93000, 463000}, .units_per_pixel = finest / 4, .width = 256, .height = 256};
    CHECK(layer.features() == nullptr);
    CHECK(layer.is_awaited(near));
    CHECK(layer.drawn(finest) == whole.get());
    CHECK(layer.drawn(finest / 4) == nullptr);
    layer.near = plots(2);
    layer.near_box = near.box();
    CHECK_FALSE(layer.is_awaited(near));
    CHECK(layer.features() == layer.near.get());
    CHECK(layer.drawn(finest / 4) == layer.near.get());
    auto beside = near;
    beside.left_bottom.x += 100 * finest / 4;
    CHECK(layer.is_awaited(beside));
    beside.left_bottom.x += 1e6;
    CHECK_FALSE(layer.is_awaited(beside));
    auto afar = near;
    afar.units_per_pixel = finest;
    afar.left_bottom.x += 100;
    CHECK_FALSE(layer.is_awaited(afar));
}
