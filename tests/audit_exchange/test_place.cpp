// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/place.hpp"
#include "geo/geometry/measure.hpp"
#include "geo/geometry/validity.hpp"
#include "tests/audit_query/made.hpp"
#include "tests/support/catch.hpp"

#include <cmath>
#include <limits>

using geo::Part;
using geo::Point;
using geo::Shape;

namespace {

struct Placed {
    Shape shape;
    base::Problems remarks;
};

Placed placed(const Shape& shape, const geo::Crs& from = geo::rd_new()) {
    Placed result;
    auto finding = made::finding_with([&](audit::Finding& f) { f.shape = shape; });
    result.shape = audit::Placer(from, geo::wgs84(), 7).place(finding, result.remarks);
    return result;
}

Shape ring(std::vector<Point> positions) { return Shape::polygon(positions); }

}  // namespace

TEST_CASE("A point in RD comes out where it is on the earth, to seven decimals", "[audit][exchange]") {
    // The origin of RD, the church tower of Amersfoort, lies at about 5.38721 E, 52.15517 N in WGS 84 (RDNAPTRANS).
    auto result = placed(Shape::point({155000, 463000}));
    CHECK(result.remarks.empty());
    CHECK(result.shape.points[0].x == Approx(5.38721).margin(2e-5));
    CHECK(result.shape.points[0].y == Approx(52.15517).margin(2e-5));
    CHECK(result.shape.points[0].x * 1e7 == Approx(std::round(result.shape.points[0].x * 1e7)).margin(1e-6));
}

TEST_CASE("Outer rings run counter-clockwise and holes clockwise, whatever was drawn", "[audit][exchange]") {
    auto shape = ring({{93780, 463890}, {93780, 463900}, {93790, 463900}, {93790, 463890}});
    std::vector<Point> hole{{93784, 463894}, {93786, 463894}, {93786, 463896}, {93784, 463896}, {93784, 463894}};
    shape.add_part(Part::hole, hole);
    auto result = placed(shape);
    CHECK(result.remarks.empty());
    CHECK(result.shape == geo::right_handed(result.shape));
    CHECK_FALSE(result.shape.part(0)[1] == placed(Shape::point(shape.points[1])).shape.points[0]);
}

TEST_CASE("A self-crossing outline is repaired and counted", "[audit][exchange]") {
    auto result = placed(ring({{93780, 463890}, {93790, 463900}, {93790, 463890}, {93780, 463900}}));
    CHECK(result.remarks.count("export-repaired") == 1);
    CHECK(result.remarks.remarks()[0].first == std::vector<std::int64_t>{7});
    CHECK_FALSE(geo::why_invalid(result.shape));
    CHECK(geo::area(result.shape) > 0);
}

TEST_CASE("An outline that rounding makes cross itself is repaired and counted", "[audit][exchange]") {
    // A notch of 4 mm, narrower than the 7 to 11 mm of the last decimal.
    auto result = placed(ring({{93780, 463890},
                               {93790, 463890},
                               {93790, 463900},
                               {93785.004, 463900},
                               {93785.002, 463890.0000001},
                               {93785, 463900},
                               {93780, 463900}}));
    CHECK_FALSE(geo::why_invalid(result.shape));
    CHECK(result.shape.kind != geo::Kind::point);
}

TEST_CASE("What is smaller than a centimetre becomes a point, and what repeats is left out", "[audit][exchange]") {
    auto speck = placed(ring({{93780, 463890}, {93780.001, 463890}, {93780.001, 463890.001}}));
    CHECK(speck.remarks.count("export-reduced") == 1);
    CHECK(speck.shape.kind == geo::Kind::point);
    CHECK(speck.shape.points[0] == placed(Shape::point({93780, 463890})).shape.points[0]);

    std::vector<Point> still{{93780, 463890}, {93780.001, 463890}};
    CHECK(placed(Shape::line(still)).shape.kind == geo::Kind::point);

    std::vector<Point> slow{{93780, 463890}, {93780.001, 463890}, {93790, 463890}};
    auto line = placed(Shape::line(slow));
    CHECK(line.remarks.empty());
    CHECK(line.shape.points.size() == 2);
}

TEST_CASE("A hole smaller than a centimetre goes, and is counted", "[audit][exchange]") {
    auto shape = ring({{93780, 463890}, {93790, 463890}, {93790, 463900}, {93780, 463900}});
    std::vector<Point> hole{{93785, 463895}, {93785, 463895.001}, {93785.001, 463895}, {93785, 463895}};
    shape.add_part(Part::hole, hole);
    auto result = placed(shape);
    CHECK(result.shape.part_count() == 1);
    CHECK(result.remarks.count("export-repaired") == 1);
}

TEST_CASE("What has no place on the earth is left out and counted, what has no place at all is not",
          "[audit][exchange]") {
    auto infinity = std::numeric_limits<double>::infinity();
    CHECK(placed(Shape::point({infinity, 0})).remarks.count("export-outside") == 1);
    CHECK(placed(Shape::point({200, 52}), geo::wgs84()).remarks.count("export-outside") == 1);
    CHECK(placed(Shape::point({4.5, 91}), geo::wgs84()).shape.is_empty());
    CHECK(placed(Shape{}).shape.is_empty());
    CHECK(placed(Shape{}).remarks.empty());
}

TEST_CASE("A shape across the antimeridian becomes a point instead of a belt around the world", "[audit][exchange]") {
    auto result = placed(ring({{179.9, 10}, {-179.9, 10}, {-179.9, 11}, {179.9, 11}}), geo::wgs84());
    CHECK(result.shape.kind == geo::Kind::point);
    CHECK(result.remarks.count("export-reduced") == 1);
}
