// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/town.hpp"

#include "audit/demo/names.hpp"

#include <cmath>

namespace audit::demo {
namespace {

constexpr double k_turn = 6.28318530717958648;
constexpr int k_main_rays = 6;
constexpr int k_canal_ray = 2;

/// The river comes in on one side of the old town and leaves on the other; the canals carry it round.
bool is_river_ray(int ring, int origin) { return ring >= 2 && (origin == 1 || origin == 4); }

constexpr double k_radii[] = {46, 128, 222, 345, 490, 655, 840, 1040, 1255};

double planned_radius(int circle) {
    constexpr int known = static_cast<int>(std::size(k_radii));
    return circle < known ? k_radii[circle] : k_radii[known - 1] + 240.0 * (circle - known + 1);
}

Street canal(Random& random, double water, double quay, double walk) {
    return {.name = canal_name(random), .half = water + quay, .walk = walk, .water = water, .shops = walk > 3};
}

Street circle_street_of(int circle, Random& random) {
    switch (circle) {
        case 0:
            return {.name = square_name(random), .half = 0, .walk = 0, .shops = true};
        case 1:
            return canal(random, 6.0, 4.6, 4.0);
        case 2:
            return canal(random, 11.0, 5.6, 2.4);
        default:
            break;
    }
    bool ring_road = circle % 3 == 0;
    return {.name = ring_road ? avenue_name(random) + (random.chance(0.3) ? " Rondweg" : "") : avenue_name(random),
            .half = ring_road ? 6.5 : 4.0,
            .walk = ring_road ? 3.0 : 2.2,
            .paving = ring_road ? "gesloten verharding" : "open verharding"};
}

}  // namespace

Town::Town(const Site& site) : site_(site), ground_(site.centre, 420, site.region_seed) {
    plan_circles();
    for (int ring = 0; ring < site_.rings; ++ring) plan_rays(ring);
}

void Town::plan_circles() {
    for (int k = 0; k <= site_.rings; ++k) {
        Random random(mixed({site_.seed, 11, static_cast<std::uint64_t>(k)}));
        radii_.push_back(planned_radius(k));
        circles_.push_back(circle_street_of(k, random));
    }
    int many = k_main_rays;
    for (int k = 0; k < site_.rings; ++k) {
        double arc = k_turn * (planned_radius(k) + planned_radius(k + 1)) / 2 / many;
        if (arc > (k < 3 ? 130 : 270)) many *= 2;
        sectors_.push_back(many);
    }
}

void Town::plan_rays(int ring) {
    auto r = static_cast<std::size_t>(ring);
    Random random(mixed({site_.seed, 12, static_cast<std::uint64_t>(ring)}));
    std::vector<double> angles;
    std::vector<int> origin;
    std::vector<Street> streets;
    for (int s = 0; s < sectors_[r]; ++s) {
        bool same = ring > 0 && sectors_[r] == sectors_[r - 1];
        bool continues = ring > 0 && (same || s % 2 == 0);
        angles.push_back(continues ? angle(ring - 1, same ? s : s / 2) : planned_angle(ring, s, random));
        origin.push_back(continues ? origin_[r - 1][static_cast<std::size_t>(same ? s : s / 2)] : ring * 10'000 + s);
        streets.push_back(planned_ray(ring, origin.back()));
    }
    angles_.push_back(angles);
    origin_.push_back(origin);
    rays_.push_back(streets);
}

double Town::planned_angle(int ring, int sector, Random& random) const {
    if (ring == 0) return k_turn / k_main_rays * (sector + random.uniform(-0.2, 0.2));
    double low = angle(ring - 1, sector / 2), high = angle(ring - 1, sector / 2 + 1);
    return low + (high - low) * random.uniform(0.42, 0.58);
}

Street Town::planned_ray(int ring, int origin) const {
    // A long street changes its name where it leaves the old town and again further out.
    auto stretch_of_name = static_cast<std::uint64_t>(ring < 2 ? 0 : 1 + ring / 4);
    Random random(mixed({site_.seed, 13, static_cast<std::uint64_t>(origin), stretch_of_name}));
    if (is_river_ray(ring, origin)) {
        Random river(mixed({site_.region_seed, 16}));
        return {.name = river_name(river), .half = 22, .walk = 2.4, .water = 17};
    }
    if (origin == k_canal_ray && ring >= 1) return canal(random, 5.0, 4.2, ring < 3 ? 3.8 : 2.4);
    if (origin < k_main_rays && ring == 0)
        return {.name = street_name(random), .half = 2.6, .walk = 3.6, .shops = true, .use = "voetgangersgebied"};
    if (origin < k_main_rays)
        return {.name = street_name(random),
                .half = 3.6,
                .walk = ring < 2 ? 3.4 : 2.6,
                .shops = ring < 3,
                .paving = "gesloten verharding"};
    return {.name = ring < 2 ? street_name(random) : avenue_name(random), .half = 3.0, .walk = ring < 2 ? 1.6 : 2.0};
}

double Town::angle(int ring, int sector) const {
    int many = sectors(ring), turn = sector >= many ? 1 : 0;
    return angles_[static_cast<std::size_t>(ring)][static_cast<std::size_t>(sector - turn * many)] + k_turn * turn;
}

const Street& Town::ray_street(int ring, int sector) const {
    return rays_[static_cast<std::size_t>(ring)][static_cast<std::size_t>(sector % sectors(ring))];
}

bool Town::is_river(int ring, int sector) const {
    auto r = static_cast<std::size_t>(ring);
    if (r >= origin_.size()) return false;
    int origin = origin_[r][static_cast<std::size_t>(sector % sectors(ring))];
    return is_river_ray(ring, origin);
}

bool Town::is_water_beyond(int ring, int sector) const {
    auto next = static_cast<std::size_t>(ring + 1);
    return next < rays_.size() &&
           ray_street(ring + 1, sectors(ring + 1) == sectors(ring) ? sector : 2 * sector).water > 0;
}

Fabric Town::fabric(int ring, int sector) const {
    if (ring < 2) return Fabric::old_centre;
    Random random(mixed({site_.seed, 14, static_cast<std::uint64_t>(ring), static_cast<std::uint64_t>(sector)}));
    double dice = random.uniform(0, 1);
    if (dice < 0.055) return Fabric::park;
    if (ring < 5) return ring == 2 && dice < 0.4 ? Fabric::old_centre : Fabric::belt;
    // Neighbouring quarters look alike, so that districts can be told apart on the map.
    double a = angle(ring, sector);
    double mood = noise(3 * std::cos(a) + ring * 0.35, 3 * std::sin(a), site_.seed + 15) + random.uniform(-0.2, 0.2);
    if (dice > 0.955) return Fabric::sports;
    if (ring < 7 && mood > -0.25) return Fabric::belt;
    if (mood > 0.42) return ring > 7 ? Fabric::industry : Fabric::post_war;
    return mood > -0.05 ? Fabric::post_war : Fabric::suburb;
}

int Town::district_size(int ring) const {
    return ring == 0 ? sectors(0) : sectors(ring) / (sectors(ring) >= 24 ? 8 : 4);
}

std::string Town::district_name(int ring, int first) const {
    if (ring == 0) return "Binnenstad";
    Random random(mixed({site_.seed, 17, static_cast<std::uint64_t>(ring), static_cast<std::uint64_t>(first)}));
    return demo::district_name(random);
}

}  // namespace audit::demo
