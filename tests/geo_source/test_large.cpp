// SPDX-License-Identifier: EUPL-1.2
#include "geo/crs/transform.hpp"
#include "geo/geometry/wkb.hpp"
#include "geo/source/large.hpp"
#include "geo/source/writer.hpp"
#include "tests/geo_source/files.hpp"

#include <fmt/format.h>

using namespace geo;

namespace {

constexpr int k_row = 200;

Shape plot(double x, double y) {
    return shape_from_wkt(fmt::format("POLYGON (({0} {1}, {2} {1}, {2} {3}, {0} {3}, {0} {1}))", x, y, x + 5, y + 5));
}

/// Plots of 5 by 5 m, ten metres apart, in rows of 200 from (90000, 460000); the last one lies at 0, 0.
std::filesystem::path write_town(const test::TemporaryFolder& folder, int plots) {
    auto path = folder / "town.gpkg";
    GeoPackageWriter writer(path, rd_new());
    writer.begin_layer("plot", Kind::polygon, {{"name", FieldType::text}});
    for (int i = 0; i + 1 < plots; ++i)
        writer.add(plot(90000 + 10 * (i % k_row), 460000 + 10 * (i / k_row)), {fmt::format("plot {}", i)});
    writer.add(plot(0, 0), {"lost"});
    writer.commit();
    return path;
}

}  // namespace

TEST_CASE("A layer looked through in batches tells the same as one that is held", "[source][large]") {
    test::TemporaryFolder folder;
    auto path = write_town(folder, 20'000);
    const auto held = read_layer(path, {}, wgs84());
    std::size_t features = 0, batches = 0;
    Box box;
    const auto layer = look_through(path, {}, wgs84(), {}, [&](Batch batch) {
        ++batches;
        features += batch.shapes.size();
        if (batches == 1) box = batch.shapes.boxes.front();
    });
    CHECK(batches > 1);
    CHECK(features == 20'000);
    CHECK(box == held.shapes.boxes.front());
    CHECK(layer.shapes.size() == 0);
    CHECK(layer.report.features == held.report.features);
    CHECK(layer.report.kinds == held.report.kinds);
    CHECK(layer.report.extent == held.report.extent);
    REQUIRE(layer.report.outliers == 1);
    CHECK(layer.report.problems.remarks().front().first == held.report.problems.remarks().front().first);
    CHECK(layer.extent.min_x == Approx(held.extent.min_x).margin(1e-6));
    CHECK(layer.extent.max_y == Approx(held.extent.max_y).margin(1e-6));
}

TEST_CASE("The values that are asked for come with their features", "[source][large]") {
    test::TemporaryFolder folder;
    auto path = write_town(folder, 10'000);
    std::vector<std::string> names;
    look_through(path, {}, rd_new(), {"name"}, [&](Batch batch) {
        REQUIRE(batch.values.size() == batch.shapes.size());
        for (const auto& values : batch.values) names.push_back(values.at(0));
    });
    REQUIRE(names.size() == 10'000);
    CHECK(names[8191] == "plot 8191");
    CHECK(names[8192] == "plot 8192");
    CHECK(names.back() == "lost");
    CHECK(test::error_code([&] { look_through(path, {}, rd_new(), {"colour"}, [](Batch) {}); }) == "field-missing");
}

TEST_CASE("What touches a place is read, and nothing else", "[source][large]") {
    test::TemporaryFolder folder;
    auto path = write_town(folder, 10'000);
    const auto size = size_of(path, {}, rd_new());
    CHECK(size.features == 10'000);
    CHECK(size.is_read_by_place);
    CHECK(size.head.name == "plot");
    CHECK(size.head.extent == Box{0, 0, 91995, 460495});
    // Plots 3 to 5 of the rows 1 and 2.
    auto region = read_region(path, {}, rd_new(), {90034, 460014, 90051, 460021}, {"name"}, 100);
    REQUIRE(region.layer.shapes.size() == 6);
    CHECK(region.complete);
    CHECK(region.layer.extent == Box{90030, 460010, 90055, 460025});
    for (std::size_t i = 0; i < 6; ++i)
        CHECK(region.values.at(i).at(0) == fmt::format("plot {}", region.layer.fids.at(i) - 1));
    auto some = read_region(path, {}, rd_new(), {90000, 460000, 91000, 461000}, {}, 100);
    CHECK(some.layer.shapes.size() == 100);
    CHECK_FALSE(some.complete);
    CHECK(read_region(path, {}, rd_new(), {50000, 460000, 51000, 461000}, {}, 100).layer.shapes.size() == 0);
}

TEST_CASE("A place in another coordinate system is found all the same", "[source][large]") {
    test::TemporaryFolder folder;
    auto path = write_town(folder, 10'000);
    const Transform to_degrees(rd_new(), wgs84());
    auto corner = to_degrees.apply(Point{90034, 460014}), other = to_degrees.apply(Point{90051, 460021});
    auto region = read_region(path, {}, wgs84(), {corner.x, corner.y, other.x, other.y}, {}, 100);
    CHECK(region.layer.shapes.size() == 6);
    CHECK(region.layer.extent.min_x == Approx(to_degrees.apply(Point{90030, 460010}).x).margin(1e-6));
}

TEST_CASE("One feature is read by its id", "[source][large]") {
    test::TemporaryFolder folder;
    auto path = write_town(folder, 300);
    CHECK(shape_of(path, {}, rd_new(), 204).box() == Box{90030, 460010, 90035, 460015});
    CHECK(shape_of(path, {}, rd_new(), 1000).is_empty());
}

TEST_CASE("A source without an index of places is not read by place", "[source][large]") {
    test::TemporaryFolder folder;
    const auto path = folder / "a.geojson";
    test::write(path, R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
        "geometry":{"type":"Point","coordinates":[4.5,52.1]}}]})");
    CHECK_FALSE(size_of(path, {}, rd_new()).is_read_by_place);
}

TEST_CASE("Values are the same however they are read", "[source][large]") {
    const test::TemporaryFolder folder;
    const auto path = folder / "trees.gpkg";
    {
        geo::GeoPackageWriter writer(path, geo::rd_new());
        writer.begin_layer(
            "tree", geo::Kind::point,
            {{"kind", geo::FieldType::text}, {"age", geo::FieldType::integer}, {"height", geo::FieldType::real}});
        writer.add(geo::Shape::point({90000, 460000}), {std::string("eik, “oude”"), std::int64_t{-12}, 7.25});
        writer.add(geo::Shape::point({90010, 460000}), {std::monostate{}, std::monostate{}, std::monostate{}});
        writer.add(geo::Shape{}, {std::string(), std::int64_t{9'007'199'254'740'993}, 1e7});
        writer.commit();
    }
    const std::vector<std::string> fields{"kind", "age", "height"};
    const auto region =
        geo::read_region(path, {.layer = "tree"}, geo::rd_new(), {80000, 450000, 100000, 470000}, {"kind", "age"}, 10);
    REQUIRE(region.values.size() == region.layer.fids.size());
    REQUIRE(region.values.size() >= 2);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto column = geo::field_of(path, "tree", fields[i]);
        REQUIRE(column.size() == 3);
        for (std::size_t row = 0; row < column.size(); ++row)
            CHECK(column[row] == geo::attributes_of(path, "tree", static_cast<std::int64_t>(row) + 1)[i].second);
        for (std::size_t row = 0; i < 2 && row < 2; ++row) CHECK(region.values[row][i] == column[row]);
    }
}
