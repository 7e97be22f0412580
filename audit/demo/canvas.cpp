// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/canvas.hpp"

#include <algorithm>

namespace audit::demo {
namespace {

using geo::FieldType;
using geo::Kind;

std::array<LayerPlan, k_layer_count> make_plans() {
    return {{
        {CityLayer::district,
         "district",
         "Wijken",
         Kind::polygon,
         {{"code"}, {"name"}, {"inhabitants", FieldType::integer}}},
        {CityLayer::water, "water", "Water", Kind::polygon, {{"name"}, {"functie"}}},
        {CityLayer::square, "square", "Pleinen en groen", Kind::polygon, {{"name"}, {"functie"}, {"fysiek_voorkomen"}}},
        {CityLayer::roadway,
         "roadway",
         "Rijbanen",
         Kind::polygon,
         {{"name"},
          {"functie"},
          {"fysiek_voorkomen"},
          {"width", FieldType::real},
          {"relatieve_hoogteligging", FieldType::integer}}},
        {CityLayer::footway,
         "footway",
         "Voetpaden",
         Kind::polygon,
         {{"name"}, {"functie"}, {"fysiek_voorkomen"}, {"width", FieldType::real}}},
        {CityLayer::sports_facility, "sports_facility", "Sport en spel", Kind::polygon, {{"kind"}, {"name"}}},
        {CityLayer::building,
         "building",
         "Gebouwen",
         Kind::polygon,
         {{"identificatie"}, {"functie"}, {"bouwjaar", FieldType::integer}, {"name"}, {"address"}}},
        {CityLayer::terrace_permit,
         "terrace_permit",
         "Vergunde terrassen",
         Kind::polygon,
         {{"permit_number"}, {"business"}, {"address"}, {"valid_from"}, {"valid_to"}, {"area", FieldType::real}}},
        {CityLayer::terrace_marker, "terrace_marker", "Terrasmarkeringen", Kind::point, {{"permit_number"}, {"kind"}}},
        {CityLayer::furniture, "furniture", "Bomen en straatmeubilair", Kind::point, {{"kind"}, {"klasse"}}},
        {CityLayer::stop, "stop", "Haltes", Kind::point, {{"name"}, {"kind"}}},
    }};
}

/// Enough to choose from for the largest dossier that suits a city, small enough to hold beside ten million features.
constexpr std::size_t k_kept_spots = 12'000;
/// Spots to choose from for each finding that is asked for: not every one suits every category.
constexpr std::int64_t k_spots_a_finding = 3;

}  // namespace

const std::array<LayerPlan, k_layer_count>& layer_plans() {
    static const auto plans = make_plans();
    return plans;
}

Canvas::Canvas(Sink sink, std::int64_t findings)
    : sink_(std::move(sink)),
      most_spots_(std::max(k_kept_spots, static_cast<std::size_t>(findings * k_spots_a_finding))) {}

std::int64_t Canvas::add(CityLayer layer, geo::Shape&& shape, Values&& values) {
    sink_(layer, std::move(shape), std::move(values));
    ++total_;
    return ++counts_[static_cast<std::size_t>(layer)];
}

void Canvas::note(TerraceSpot&& spot) {
    spot.district = district;
    if (spots.terraces.size() < most_spots_) spots.terraces.push_back(std::move(spot));
}

void Canvas::note(PlainSpot&& spot) {
    // In a small city every spot counts; in a large one they would all lie in the first streets.
    auto seen = seen_[static_cast<std::size_t>(spot.what)]++;
    bool many = most_spots_ > k_kept_spots;
    bool kept = many || seen < 400 || (seen < 20'000 && seen % 20 == 0) || seen % 400 == 0;
    if (!kept || spots.plain.size() >= most_spots_) return;
    spot.district = district;
    spots.plain.push_back(std::move(spot));
}

}  // namespace audit::demo
