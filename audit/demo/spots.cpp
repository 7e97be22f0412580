// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/findings.hpp"
#include "audit/demo/names.hpp"

#include <algorithm>
#include <cmath>

namespace audit::demo {
namespace {

/// RD New, metres: where an endless supply of spots has its middle.
constexpr geo::Point k_middle{93'500, 463'900};

template <class T>
void shuffle(std::vector<const T*>& spots, Random& random) {
    for (std::size_t i = spots.size(); i > 1; --i) std::swap(spots[i - 1], spots[random.next() % i]);
}

/// Takes the last one that `fits`.
template <class T, class Fits>
std::optional<T> take(std::vector<const T*>& spots, Fits fits) {
    for (auto it = spots.rbegin(); it != spots.rend(); ++it) {
        if (!fits(**it)) continue;
        T found = **it;
        spots.erase(std::next(it).base());
        return found;
    }
    return std::nullopt;
}

}  // namespace

CitySpots::CitySpots(const Spots& spots, std::uint64_t seed) {
    for (const auto& spot : spots.terraces) terraces_.push_back(&spot);
    for (const auto& spot : spots.plain) plain_.push_back(&spot);
    Random random(seed);
    shuffle(terraces_, random);
    shuffle(plain_, random);
}

std::optional<TerraceSpot> CitySpots::next_terrace(bool with_obstacle) {
    return take(terraces_, [with_obstacle](const TerraceSpot& spot) { return spot.has_obstacle == with_obstacle; });
}

std::optional<PlainSpot> CitySpots::next(PlainSpot::What what) {
    return take(plain_, [what](const PlainSpot& spot) { return spot.what == what; });
}

geo::Point EndlessSpots::somewhere() {
    return rounded(k_middle + geo::Point{random_.uniform(-0.5, 0.5), random_.uniform(-0.5, 0.5)} * width_);
}

std::optional<TerraceSpot> EndlessSpots::next_terrace(bool with_obstacle) {
    TerraceSpot spot{
        .business = cafe_name(random_), .street = street_name(random_), .district = district_name(random_)};
    double turn = random_.uniform(0, 6.28), depth = random_.uniform(1.5, 4);
    geo::Point along{std::cos(turn), std::sin(turn)};
    auto base = somewhere();
    spot.outward = to_left(along) * -1;
    auto right = base + along * random_.uniform(3, 8);
    spot.corners = {rounded(right), rounded(base), rounded(base + spot.outward * depth),
                    rounded(right + spot.outward * depth)};
    spot.has_obstacle = with_obstacle;
    spot.room = random_.uniform(0.8, 2.2);
    spot.obstacle = rounded((spot.corners[2] + spot.corners[3]) * 0.5 + spot.outward * spot.room);
    spot.obstacle_kind = "fietsenrek";
    return spot;
}

std::optional<PlainSpot> EndlessSpots::next(PlainSpot::What what) {
    double turn = random_.uniform(0, 6.28);
    return PlainSpot{.what = what,
                     .street = street_name(random_),
                     .district = district_name(random_),
                     .detail = "fietsenrek",
                     .at = somewhere(),
                     .along = {std::cos(turn), std::sin(turn)},
                     .room = random_.uniform(0.6, 2.2)};
}

}  // namespace audit::demo
