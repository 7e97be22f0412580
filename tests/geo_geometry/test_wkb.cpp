// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/problem.hpp"
#include "geo/geometry/wkb.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>

using namespace geo;

namespace {

using Bytes = std::vector<std::uint8_t>;

/// Well-known binary written by hand, in either byte order.
struct Hand {
    bool big = false;
    Bytes bytes{};

    template <class Value>
    Hand& put(Value value) {
        Bytes raw(sizeof value);
        std::memcpy(raw.data(), &value, sizeof value);
        if (big) std::reverse(raw.begin(), raw.end());
        bytes.insert(bytes.end(), raw.begin(), raw.end());
        return *this;
    }
    Hand& header(std::uint32_t type) {
        bytes.push_back(big ? 0 : 1);
        return put(type);
    }
    Hand& position(std::initializer_list<double> values) {
        for (double value : values) put(value);
        return *this;
    }
};

std::string code_of(const Bytes& wkb) {
    try {
        shape_from_wkb(wkb);
        return "";
    } catch (const base::Error& error) {
        return error.problem().code;
    }
}

const char* const k_samples[] = {
    "POINT (93500.5 463900.25)",
    "LINESTRING (0 0, 3 4, 10 4)",
    "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2))",
    "MULTIPOINT ((1 2), (3 4))",
    "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3, 4 2))",
    "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)), ((9 9, 12 9, 12 12, 9 9), (10 9.5, 11 9.5, 11 10, 10 9.5)))",
    "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1), POLYGON ((0 0, 4 0, 4 4, 0 0)))",
    "POINT EMPTY",
    "POLYGON EMPTY",
    "GEOMETRYCOLLECTION EMPTY"};

}  // namespace

TEST_CASE("Every kind of geometry comes back from WKB as it went in", "[geometry][wkb]") {
    for (const auto* wkt : k_samples) {
        auto shape = shape_from_wkt(wkt);
        INFO(wkt);
        CHECK(shape_from_wkb(wkb_of(shape)) == shape);
        CHECK(shape_from_hex_wkb(hex_wkb_of(shape)) == shape);
    }
}

TEST_CASE("WKB is little-endian and two-dimensional", "[geometry][wkb]") {
    CHECK(hex_wkb_of(Shape::point({1, 2})) == "0101000000000000000000F03F0000000000000040");
    CHECK(hex_wkb_of(shape_from_wkt("LINESTRING EMPTY")) == "010200000000000000");
}

TEST_CASE("Both byte orders, ISO and EWKB dimensions and an SRID are read", "[geometry][wkb]") {
    auto expected = Shape::line(std::vector<Point>{{1, 2}, {3, 4}});
    for (bool big : {false, true}) {
        CHECK(shape_from_wkb(Hand{big}.header(2).put(2U).position({1, 2, 3, 4}).bytes) == expected);
        for (std::uint32_t z : {1002U, 2002U, 0x80000002U, 0x40000002U})
            CHECK(shape_from_wkb(Hand{big}.header(z).put(2U).position({1, 2, 9, 3, 4, 9}).bytes) == expected);
        for (std::uint32_t zm : {3002U, 0xC0000002U})
            CHECK(shape_from_wkb(Hand{big}.header(zm).put(2U).position({1, 2, 9, 8, 3, 4, 9, 8}).bytes) == expected);
        CHECK(shape_from_wkb(Hand{big}.header(0x20000002U).put(28992U).put(2U).position({1, 2, 3, 4}).bytes) ==
              expected);
    }
}

TEST_CASE("A point of two NaN is empty and a position of half a NaN is damage", "[geometry][wkb]") {
    auto nan = std::nan("");
    auto empty = shape_from_wkb(Hand{}.header(1001).position({nan, nan, nan}).bytes);
    CHECK(empty.is_empty());
    CHECK(empty.kind == Kind::point);
    CHECK(code_of(Hand{}.header(1).position({nan, 4}).bytes) == "wkb-broken");
    CHECK(code_of(Hand{}.header(2).put(2U).position({0, 0, HUGE_VAL, 4}).bytes) == "wkb-broken");
}

TEST_CASE("An open ring is closed while it is read", "[geometry][wkb]") {
    auto shape = shape_from_wkb(Hand{}.header(3).put(1U).put(3U).position({0, 0, 4, 0, 4, 3}).bytes);
    CHECK(wkt_of(shape) == "POLYGON ((0 0, 4 0, 4 3, 0 0))");
}

TEST_CASE("Surfaces and triangles are polygons, nested collections become flat", "[geometry][wkb]") {
    Hand tin{};
    tin.header(16).put(1U).header(17).put(1U).put(4U).position({0, 0, 4, 0, 4, 3, 0, 0});
    CHECK(wkt_of(shape_from_wkb(tin.bytes)) == "MULTIPOLYGON (((0 0, 4 0, 4 3, 0 0)))");
    Hand nested{};
    nested.header(7).put(2U).header(7).put(1U).header(1).position({1, 2}).header(4).put(1U).header(1).position({3, 4});
    CHECK(wkt_of(shape_from_wkb(nested.bytes)) == "GEOMETRYCOLLECTION (POINT (1 2), POINT (3 4))");
}

TEST_CASE("Hostile WKB ends in an error and not in a huge allocation", "[geometry][wkb]") {
    CHECK(code_of({}) == "wkb-broken");
    CHECK(code_of({7, 1, 0, 0, 0}) == "wkb-broken");
    CHECK(code_of(Hand{}.header(99).bytes) == "wkb-broken");
    CHECK(code_of(Hand{}.header(4002).put(0U).bytes) == "wkb-broken");
    CHECK(code_of(Hand{}.header(8).put(0U).bytes) == "wkb-broken");  // a curve
    CHECK(code_of(Hand{}.header(2).put(0xFFFFFFFFU).position({1, 2}).bytes) == "wkb-broken");
    CHECK(code_of(Hand{}.header(7).put(0x7FFFFFFFU).bytes) == "wkb-broken");
    CHECK(code_of(Hand{}.header(4).put(1U).header(2).put(0U).bytes) == "wkb-broken");  // a line in a multi-point
    Hand deep{};
    for (int i = 0; i < 100000; ++i) deep.header(7).put(1U);
    CHECK(code_of(deep.bytes) == "wkb-broken");
    CHECK_THROWS_AS(shape_from_hex_wkb("0"), base::Error);
    CHECK_THROWS_AS(shape_from_hex_wkb("zz"), base::Error);
}

TEST_CASE("Every truncation of WKB is an error", "[geometry][wkb]") {
    for (const auto* wkt : k_samples) {
        auto whole = wkb_of(shape_from_wkt(wkt));
        for (std::size_t size = 0; size < whole.size(); ++size)
            CHECK(code_of({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}) == "wkb-broken");
    }
}

TEST_CASE("Changed bytes of WKB give a shape or an error", "[geometry][wkb]") {
    std::mt19937 random(7);
    for (const auto* wkt : k_samples)
        for (int round = 0; round < 500; ++round) {
            auto bytes = wkb_of(shape_from_wkt(wkt));
            for (int change = 0; change < 3; ++change)
                bytes[random() % bytes.size()] = static_cast<std::uint8_t>(random());
            auto code = code_of(bytes);
            REQUIRE((code.empty() || code == "wkb-broken"));
        }
}

TEST_CASE("Appending to a column gives the shapes one by one, and damage appends nothing", "[geometry][wkb]") {
    Shapes appended, added;
    for (const auto* wkt : k_samples) {
        auto shape = shape_from_wkt(wkt);
        append_wkb(appended, wkb_of(shape));
        added.add(shape);
        CHECK(appended.shape(appended.size() - 1) == shape);
    }
    CHECK(appended.points == added.points);
    CHECK(appended.boxes == added.boxes);
    auto half = Hand{}.header(7).put(2U).header(1).position({1, 2}).header(2).bytes;
    CHECK_THROWS_AS(append_wkb(appended, half), base::Error);
    CHECK(appended.points == added.points);
    CHECK(appended.part_ends == added.part_ends);
    CHECK(appended.parts.size() == appended.part_ends.size());
    CHECK(appended.size() == added.size());
}
