// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/region.hpp"

#include "audit/demo/names.hpp"
#include "audit/demo/town.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace audit::demo {
namespace {

/// RD New, metres: the market of the first town.
constexpr geo::Point k_first_market{93'500, 463'900};
/// From town to town, and the size of a polder between them.
constexpr double k_town_distance = 4'600, k_polder = 575;
constexpr int k_polders = static_cast<int>(k_town_distance / k_polder);

/// Towns stand on a lattice of triangles, so that rivers and roads lead from each to the next.
struct Place {
    int a = 0, b = 0;
};

geo::Point on_lattice(double a, double b) {
    return k_first_market + geo::Point{a + b * 0.5, b * 0.8660254} * k_town_distance;
}

/// Places in a spiral around the first.
Place place_of(int index) {
    if (index == 0) return {};
    int ring = 1;
    while (index > 3 * ring * (ring + 1)) ++ring;
    int step = index - 3 * ring * (ring - 1) - 1, side = step / ring, along = step % ring;
    static constexpr Place corners[] = {{1, 0}, {0, 1}, {-1, 1}, {-1, 0}, {0, -1}, {1, -1}};
    const auto &from = corners[side], &to = corners[(side + 1) % 6];
    return {from.a * ring + (to.a - from.a) * along, from.b * ring + (to.b - from.b) * along};
}

Town::Site site_of(Place place, std::uint64_t seed) {
    auto town_seed =
        mixed({seed, 61, static_cast<std::uint64_t>(place.a + 1000), static_cast<std::uint64_t>(place.b + 1000)});
    Random random(town_seed);
    bool first = place.a == 0 && place.b == 0;
    double dice = random.uniform(0, 1);
    int rings = first ? 12 : dice < 0.55 ? random.between(7, 9) : dice < 0.85 ? random.between(5, 6) : 3;
    auto centre = on_lattice(place.a, place.b) + geo::Point{random.uniform(-280, 280), random.uniform(-280, 280)};
    return {first ? k_first_market : centre, rings, town_seed, seed};
}

Line ribbon(const Line& middle, double half) {
    Line left, right;
    for (std::size_t i = 0; i < middle.size(); ++i) {
        auto ahead = unit(middle[std::min(i + 1, middle.size() - 1)] - middle[i > 0 ? i - 1 : 0]);
        left.push_back(middle[i] + to_left(ahead) * half);
        right.push_back(middle[i] - to_left(ahead) * half);
    }
    right.insert(right.end(), left.rbegin(), left.rend());
    return right;
}

/// From the edge of one town to the edge of the next, leaving and arriving along their rays.
Line link(const Town& from, int from_sector, const Town& to, int to_sector) {
    auto end = [](const Town& town, int sector, double beyond) {
        int ring = town.rings() - 1;
        return town.ground().place(town.radius(town.rings()) + beyond,
                                   town.angle(ring, sector * town.sectors(ring) / 6));
    };
    auto p0 = end(from, from_sector, 0), p3 = end(to, to_sector, 0);
    double reach = norm(p3 - p0) / 3;
    auto p1 = p0 + unit(end(from, from_sector, 30) - p0) * reach, p2 = p3 + unit(end(to, to_sector, 30) - p3) * reach;
    Line out;
    for (int i = 0; i <= 60; ++i) {
        double t = i / 60.0, u = 1 - t, sway = 60 * t * u;
        auto p = p0 * (u * u * u) + p1 * (3 * u * u * t) + p2 * (3 * u * t * t) + p3 * (t * t * t);
        out.push_back(p + geo::Point{noise(p.x / 300, p.y / 300, 71), noise(p.x / 300, p.y / 300, 72)} * (sway * 4));
    }
    return out;
}

class Region {
public:
    Region(Canvas& canvas, const CityOptions& options, base::Progress progress)
        : canvas_(canvas), options_(options), progress_(progress) {}

    void draw() {
        for (int index = 0; !is_nearly_full(); ++index) {
            auto place = place_of(index);
            Town town(site_of(place, options_.seed));
            if (index > 0) draw_land(place);
            draw_town(town);
            if (index == 0 && !is_nearly_full()) draw_land(place);
        }
    }

private:
    /// Full when another neighbourhood would miss the mark by more than stopping here.
    bool is_full() const { return canvas_.count() + last_ / 2 >= options_.features; }

    /// No new ring is begun for the last few: a town looks better with its ring closed.
    bool is_nearly_full() const {
        double share = options_.features < 20'000 ? 0.93 : 0.985;
        return static_cast<double>(canvas_.count()) >= share * static_cast<double>(options_.features);
    }

    void draw_town(const Town& town) {
        draw_market(canvas_, town);
        for (int ring = 0; ring < town.rings() && !is_nearly_full(); ++ring) {
            int group = town.district_size(ring);
            for (int first = 0; first < town.sectors(ring) && !is_full(); first += group)
                draw_quarter(town, ring, first, first + group);
        }
    }

    /// A town frays at its edge: some quarters of the last rings were never built. The river's banks are.
    static bool is_built(const Town& town, int ring, int first, int end) {
        int left = town.rings() - ring;
        if (ring < 4 || left > 4) return true;
        for (int sector = first; sector <= end; ++sector)
            if (town.is_river(ring, sector)) return true;
        double a = town.angle(ring, first);
        return noise(std::cos(a) * 1.6, std::sin(a) * 1.6, town.seed() + 91) > 0.5 - 0.3 * left;
    }

    void draw_quarter(const Town& town, int ring, int first, int end) {
        canvas_.district = town.district_name(ring, first);
        auto before = canvas_.count(CityLayer::building);
        int sector = first;
        for (; sector < end && !is_full(); ++sector) {
            auto already = canvas_.count();
            draw_frame(canvas_, town, ring, sector);
            draw_neighbourhood(canvas_, town, ring, sector);
            last_ = canvas_.count() - already;
            progress_.report(
                std::min(1.0, static_cast<double>(canvas_.count()) / static_cast<double>(options_.features)));
        }
        draw_district(canvas_, town, ring, first, sector, canvas_.count(CityLayer::building) - before);
    }

    /// Polders around a town, the river and the road to the next ones.
    void draw_land(Place place) {
        canvas_.district = "Buitengebied";
        std::vector<Town::Site> near;
        for (int i = 0; i < 7; ++i) {
            auto step = place_of(i);
            near.push_back(site_of({place.a + step.a, place.b + step.b}, options_.seed));
        }
        Town town(near[0]), east(near[1]), north_east(near[2]);
        Random names(mixed({options_.seed, 16}));
        canvas_.add(CityLayer::water, polygon_of(ribbon(link(town, 1, north_east, 4), 17)),
                    {river_name(names), std::string("waterloop")});
        Random road(mixed({town.seed(), 73}));
        canvas_.add(CityLayer::roadway, polygon_of(ribbon(link(town, 0, east, 3), 3.8)),
                    {avenue_name(road), std::string("rijbaan regionale weg"), std::string("gesloten verharding"), 7.6,
                     std::int64_t{0}});
        for (int i = 0; i < k_polders && !is_full(); ++i)
            for (int j = 0; j < k_polders; ++j) draw_polder(place, i, j, near);
    }

    void draw_polder(Place place, int i, int j, const std::vector<Town::Site>& near) {
        double a = place.a - 0.5 + (i + 0.5) / k_polders, b = place.b - 0.5 + (j + 0.5) / k_polders;
        auto middle = on_lattice(a, b);
        for (const auto& site : near) {
            double edge = 1255 + 240.0 * (site.rings - 8);
            if (norm(middle - site.centre) < std::max(edge, 400.0) + 620) return;
        }
        Random random(mixed({options_.seed, 81, static_cast<std::uint64_t>(place.a * k_polders + i + 100'000),
                             static_cast<std::uint64_t>(place.b * k_polders + j + 100'000)}));
        bool turned = noise(middle.x / 2500, middle.y / 2500, options_.seed + 5) > 0;
        if (random.chance(0.04)) return draw_lake(middle, random);
        int ditches = random.between(6, 9);
        for (int k = 0; k < ditches; ++k)
            draw_ditch(middle, turned, (k + random.uniform(0.35, 0.65)) / ditches - 0.5, random);
        draw_farms(middle, turned, random);
    }

    void draw_ditch(geo::Point middle, bool turned, double across, Random& random) {
        Line line;
        for (int k = 0; k <= 7; ++k) {
            double along = (k / 7.0 - 0.5) * (k_polder - 24);
            geo::Point flat = turned ? geo::Point{across * k_polder, along} : geo::Point{along, across * k_polder};
            line.push_back(Ground::bent(middle + flat, options_.seed));
        }
        canvas_.add(CityLayer::water, polygon_of(ribbon(line, random.uniform(0.8, 2.4))),
                    {std::string{}, std::string("greppel, droge sloot")});
    }

    void draw_lake(geo::Point middle, Random& random) {
        Line ring;
        for (int k = 0; k < 40; ++k) {
            double angle = 6.28318530718 * k / 40;
            double radius =
                240 * (1 + 0.3 * noise(std::cos(angle) * 1.7 + middle.x, std::sin(angle) * 1.7, options_.seed + 6));
            ring.push_back(
                Ground::bent(middle + geo::Point{std::cos(angle), std::sin(angle) * 0.8} * radius, options_.seed));
        }
        canvas_.add(CityLayer::water, polygon_of(ring), {district_name(random) + "plas", std::string("watervlakte")});
    }

    void draw_farms(geo::Point middle, bool turned, Random& random) {
        geo::Point along = turned ? geo::Point{1, 0} : geo::Point{0, 1};
        int many = random.between(0, 3);
        for (int k = 0; k < many; ++k) {
            auto base = middle + along * ((k + random.uniform(0.2, 0.8)) / 3 - 0.5) * (k_polder - 60);
            auto ahead = unit(Ground::bent(base + along * 5, options_.seed) - Ground::bent(base, options_.seed));
            auto yard = Ground::bent(base, options_.seed);
            add_farm(box_at(yard, ahead, 9, 12), "woonfunctie", random);
            add_farm(box_at(yard + to_left(ahead) * 24, ahead, 16, 34), "industriefunctie", random);
        }
    }

    void add_farm(const Line& ring, const char* use, Random& random) {
        auto id = fmt::format("DEMO{:012}", canvas_.count(CityLayer::building) + 1);
        canvas_.add(CityLayer::building, polygon_of(ring),
                    {id, std::string(use), static_cast<std::int64_t>(random.between(1780, 2010)), std::string{},
                     std::string{}});
    }

    Canvas& canvas_;
    const CityOptions& options_;
    base::Progress progress_;
    std::int64_t last_ = 0;  ///< features of the last neighbourhood
};

}  // namespace

void draw_region(Canvas& canvas, const CityOptions& options, base::Progress progress) {
    Region(canvas, options, progress).draw();
}

}  // namespace audit::demo
