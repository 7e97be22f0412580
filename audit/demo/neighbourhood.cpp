// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/names.hpp"
#include "audit/demo/town.hpp"

#include <algorithm>
#include <cmath>
#include <deque>

namespace audit::demo {
namespace {

/// A line of the plan with the street that runs along it.
struct Bound {
    double at = 0;
    const Street* street = nullptr;
};

struct Bounds {
    Bound low_circle, high_circle, low_ray, high_ray;
};

struct Layout {
    double across, along;  ///< size of a block, from street to street
};

Layout layout_of(Fabric fabric) {
    switch (fabric) {
        case Fabric::old_centre:
            return {45, 66};
        case Fabric::belt:
            return {47, 125};
        case Fabric::post_war:
            return {66, 135};
        case Fabric::suburb:
            return {58, 120};
        case Fabric::industry:
            return {140, 170};
        case Fabric::park:
        case Fabric::sports:
            return {1000, 1000};
    }
    return {};
}

Street inner_street(Fabric fabric, Random& random) {
    if (fabric == Fabric::old_centre && random.chance(0.35))
        return {.name = alley_name(random), .half = random.uniform(1.0, 1.5), .walk = 0, .use = "voetgangersgebied"};
    if (fabric == Fabric::old_centre)
        return {.name = street_name(random),
                .half = random.uniform(1.8, 2.8),
                .walk = random.uniform(1.2, 2.1),
                .shops = random.chance(0.2)};
    if (fabric == Fabric::industry)
        return {.name = avenue_name(random), .half = 4, .walk = 1.6, .paving = "gesloten verharding"};
    return {.name = avenue_name(random), .half = random.uniform(2.5, 3.1), .walk = random.uniform(1.5, 2.2)};
}

Rail moved(const Bound& bound, double sign, double extra) { return {bound.at, sign * (bound.street->half + extra)}; }

/// Draws what lies between four streets.
class Neighbourhood {
public:
    Neighbourhood(Canvas& canvas, const Town& town, Fabric fabric, std::uint64_t seed, bool by_market)
        : canvas_(canvas), town_(town), fabric_(fabric), random_(seed), by_market_(by_market) {}

    void draw(const Bounds& bounds) {
        auto layout = layout_of(fabric_);
        double middle = (bounds.low_circle.at + bounds.high_circle.at) / 2;
        double depth = bounds.high_circle.at - bounds.low_circle.at,
               arc = (bounds.high_ray.at - bounds.low_ray.at) * middle;
        bool along_circles = random_.chance(arc >= depth ? 0.75 : 0.25);
        auto through =
            cuts(along_circles ? bounds.low_circle : bounds.low_ray,
                 along_circles ? bounds.high_circle : bounds.high_ray, along_circles ? depth : arc, layout.across);
        for (std::size_t i = 0; i + 1 < through.size(); ++i) {
            Bounds band = bounds;
            (along_circles ? band.low_circle : band.low_ray) = through[i];
            (along_circles ? band.high_circle : band.high_ray) = through[i + 1];
            if (i > 0) draw_street(bounds, through[i], along_circles);
            draw_band(band, along_circles, along_circles ? arc : depth, layout.along);
        }
    }

private:
    std::vector<Bound> cuts(Bound low, Bound high, double metres, double target) {
        int many = std::max(1, static_cast<int>(std::lround(metres / target)));
        std::vector<Bound> out{low};
        for (int i = 1; i < many; ++i) {
            streets_.push_back(inner_street(fabric_, random_));
            double loose = fabric_ == Fabric::old_centre ? 0.24 : 0.08;
            out.push_back(
                {low.at + (high.at - low.at) * (i + random_.uniform(-loose, loose)) / many, &streets_.back()});
        }
        out.push_back(high);
        return out;
    }

    void draw_band(const Bounds& band, bool along_circles, double metres, double target) {
        auto across = cuts(along_circles ? band.low_ray : band.low_circle,
                           along_circles ? band.high_ray : band.high_circle, metres, target);
        for (std::size_t i = 0; i + 1 < across.size(); ++i) {
            Bounds bounds = band;
            (along_circles ? bounds.low_ray : bounds.low_circle) = across[i];
            (along_circles ? bounds.high_ray : bounds.high_circle) = across[i + 1];
            if (i > 0) draw_street(band, across[i], !along_circles);
            draw_block(bounds);
        }
    }

    /// The roadway of an inner street, from kerb to kerb of the streets it ends on.
    void draw_street(const Bounds& within, const Bound& street, bool is_circle) {
        auto side = [&street](double sign) { return Rail{street.at, sign * street.street->half}; };
        auto quad = is_circle ? town_.ground().quad(side(-1), side(1), moved(within.low_ray, 1, 0),
                                                    moved(within.high_ray, -1, 0))
                              : town_.ground().quad(moved(within.low_circle, 1, 0), moved(within.high_circle, -1, 0),
                                                    side(-1), side(1));
        if (!quad) return;
        canvas_.add(CityLayer::roadway, polygon_of(quad->ring()),
                    {street.street->name, street.street->use, street.street->paving,
                     std::round(street.street->half * 200) / 100, std::int64_t{0}});
    }

    std::optional<Quad> inside(const Bounds& b, double walks, double extra) const {
        auto by = [walks, extra](const Bound& bound, double sign) {
            return moved(bound, sign, bound.street->walk * walks + extra);
        };
        return town_.ground().quad(by(b.low_circle, 1), by(b.high_circle, -1), by(b.low_ray, 1), by(b.high_ray, -1));
    }

    void draw_block(const Bounds& bounds) {
        auto kerb = inside(bounds, 0, 0), front = inside(bounds, 1, 0);
        if (!kerb || !front) return;
        Block block{.fabric = fabric_,
                    .kerb = *kerb,
                    .front = *front,
                    .walls = *front,
                    .streets = {bounds.low_ray.street, bounds.high_circle.street, bounds.high_ray.street,
                                bounds.low_circle.street}};
        draw_footways(canvas_, block);
        draw_furniture(canvas_, block, random_);
        if (auto walls = inside(bounds, 1, housing_of(fabric_).setback)) {
            block.walls = *walls;
            fill(block);
        }
    }

    void fill(const Block& block) {
        double dice = random_.uniform(0, 1);
        if (fabric_ == Fabric::park) return draw_park(canvas_, block, random_);
        if (fabric_ == Fabric::sports) return draw_sports(canvas_, block, random_);
        if (fabric_ == Fabric::industry) return draw_works(canvas_, block, random_);
        if (fabric_ == Fabric::post_war && dice < 0.3) return draw_flats(canvas_, block, random_);
        if (dice < (fabric_ == Fabric::old_centre ? 0.08 : 0.045) && !by_market_)
            return draw_square(canvas_, block, random_);
        draw_houses(canvas_, block, random_);
    }

    Canvas& canvas_;
    const Town& town_;
    Fabric fabric_;
    Random random_;
    bool by_market_;
    std::deque<Street> streets_{};  ///< a deque keeps its elements in place
};

}  // namespace

void draw_neighbourhood(Canvas& canvas, const Town& town, int ring, int sector) {
    auto seed = mixed({town.seed(), 21, static_cast<std::uint64_t>(ring), static_cast<std::uint64_t>(sector)});
    Bounds bounds{{town.radius(ring), &town.circle_street(ring)},
                  {town.radius(ring + 1), &town.circle_street(ring + 1)},
                  {town.angle(ring, sector), &town.ray_street(ring, sector)},
                  {town.angle(ring, sector + 1), &town.ray_street(ring, sector + 1)}};
    Neighbourhood(canvas, town, town.fabric(ring, sector), seed, ring == 0).draw(bounds);
}

}  // namespace audit::demo
