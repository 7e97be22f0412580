// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/city.hpp"
#include "geo/base/files.hpp"
#include "geo/geometry/measure.hpp"
#include "geo/geometry/validity.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/support.hpp"

#include <cstdlib>
#include <map>
#include <set>

using namespace audit::demo;

namespace {

struct Drawn {
    CityLayer layer;
    geo::Shape shape;
    Values values;
    bool operator==(const Drawn&) const = default;
};

struct DrawnCity {
    std::vector<Drawn> features{};
    Spots spots{};

    std::vector<const Drawn*> of(CityLayer layer) const {
        std::vector<const Drawn*> out;
        for (const auto& feature : features)
            if (feature.layer == layer) out.push_back(&feature);
        return out;
    }
};

DrawnCity drawn(std::int64_t features, std::uint64_t seed) {
    DrawnCity city;
    Canvas canvas([&city](CityLayer layer, geo::Shape&& shape, Values&& values) {
        city.features.push_back({layer, std::move(shape), std::move(values)});
    });
    draw_region(canvas, {.features = features, .seed = seed});
    city.spots = std::move(canvas.spots);
    return city;
}

const DrawnCity& small_city() {
    static const DrawnCity city = drawn(2'600, 1);
    return city;
}

/// Every position of a footway must stay out of every house; a millimetre of rounding apart.
bool reaches_into(const geo::Shape& footway, const geo::Shape& house) {
    for (const auto& p : footway.points)
        if (house.box().contains(p) && geo::contains(house, p)) {
            double depth = 1e9;
            for (std::size_t i = 1; i < house.points.size(); ++i)
                depth = std::min(depth, distance_to({house.points[i - 1], house.points[i]}, p));
            if (depth > 0.01) return true;
        }
    return false;
}

}  // namespace

TEST_CASE("The same seed draws the same city, another seed another one", "[demo]") {
    auto again = drawn(2'600, 1), other = drawn(2'600, 2);
    CHECK(small_city().features == again.features);
    CHECK_FALSE(small_city().features == other.features);
}

TEST_CASE("A city has about as many features as were asked for", "[demo]") {
    for (std::int64_t wanted : {1'000, 2'600, 9'000, 25'000}) {
        std::int64_t seed = GENERATE(1, 5);
        Canvas canvas([](CityLayer, geo::Shape&&, Values&&) {});
        draw_region(canvas, {.features = wanted, .seed = static_cast<std::uint64_t>(seed)});
        CHECK(static_cast<double>(canvas.count()) == Approx(static_cast<double>(wanted)).epsilon(0.1));
    }
}

TEST_CASE("A small city already has something in every layer", "[demo]") {
    std::set<CityLayer> layers;
    for (const auto& feature : small_city().features) layers.insert(feature.layer);
    CHECK(layers.size() == k_layer_count);
}

TEST_CASE("Every geometry of a city is valid and of its layer's kind", "[demo]") {
    auto seed = GENERATE(1, 2, 3);
    auto city = drawn(9'000, static_cast<std::uint64_t>(seed));
    std::map<std::string, int> invalid;
    for (const auto& feature : city.features) {
        const auto& plan = layer_plans()[static_cast<std::size_t>(feature.layer)];
        if (feature.shape.kind != plan.kind || feature.values.size() != plan.fields.size())
            ++invalid[plan.name + " form"];
        if (auto why = geo::why_invalid(feature.shape))
            ++invalid[plan.name + ": " + base::say(*why, base::Language::english)];
    }
    for (const auto& [what, count] : invalid) UNSCOPED_INFO(what << " × " << count);
    CHECK(invalid.empty());
}

TEST_CASE("The layers' plans stand in the order of their numbers", "[demo]") {
    for (std::size_t i = 0; i < k_layer_count; ++i) CHECK(static_cast<std::size_t>(layer_plans()[i].layer) == i);
}

TEST_CASE("Footways keep out of buildings", "[demo]") {
    auto houses = small_city().of(CityLayer::building);
    int overlaps = 0;
    for (const auto* footway : small_city().of(CityLayer::footway))
        for (const auto* house : houses)
            if (footway->shape.box().intersects(house->shape.box()) &&
                (reaches_into(footway->shape, house->shape) || reaches_into(house->shape, footway->shape)))
                ++overlaps;
    CHECK(overlaps == 0);
}

TEST_CASE("A terrace's markers lie on the corners of its permit", "[demo]") {
    std::map<std::string, const geo::Shape*> permits;
    for (const auto* permit : small_city().of(CityLayer::terrace_permit))
        permits[std::get<std::string>(permit->values[0])] = &permit->shape;
    auto markers = small_city().of(CityLayer::terrace_marker);
    CHECK(permits.size() > 20);
    CHECK(markers.size() == 4 * permits.size());
    for (const auto* marker : markers) {
        const auto& corners = permits.at(std::get<std::string>(marker->values[0]))->points;
        CHECK(std::find(corners.begin(), corners.end(), marker->shape.points[0]) != corners.end());
    }
}

TEST_CASE("Nothing that stands in the street stands in a house", "[demo]") {
    auto houses = small_city().of(CityLayer::building);
    int inside = 0;
    for (const auto* object : small_city().of(CityLayer::furniture))
        for (const auto* house : houses)
            if (house->shape.box().contains(object->shape.points[0]) &&
                geo::contains(house->shape, object->shape.points[0]))
                ++inside;
    CHECK(inside == 0);
}

TEST_CASE("A city file has the same bytes for the same seed and all layers of the contract", "[demo]") {
    test::TemporaryFolder folder;
    auto first = write_city(folder / "a.gpkg", {.features = 2'600, .seed = 4});
    write_city(folder / "b.gpkg", {.features = 2'600, .seed = 4});
    CHECK(base::read_file(folder / "a.gpkg") == base::read_file(folder / "b.gpkg"));
    auto listing = test::run("ogrinfo -ro -so -al '" + (folder / "a.gpkg").string() + "'").output;
    for (const auto* name : {"building", "water", "roadway", "footway", "square", "furniture", "terrace_permit",
                             "terrace_marker", "sports_facility", "stop", "district"})
        CHECK(listing.find("Layer name: " + std::string(name)) != std::string::npos);
    CHECK(
        listing.find("Feature Count: " + std::to_string(first.counts[static_cast<std::size_t>(CityLayer::building)])) !=
        std::string::npos);
}
