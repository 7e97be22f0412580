// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/demo/canvas.hpp"
#include "audit/demo/ground.hpp"
#include "audit/demo/random.hpp"

#include <array>

namespace audit::demo {

/// How a neighbourhood is built.
enum class Fabric { old_centre, belt, post_war, suburb, industry, park, sports };

/// What fills a block's edge.
struct Housing {
    double front_low, front_high;  ///< width of a parcel at the street
    double depth_low, depth_high;
    double setback;  ///< front garden
    double stepped;  ///< share with a lower back part
    double gap;      ///< share of parcels left open
    double shed;     ///< share with a shed in the garden
    bool corners;    ///< houses go round the corner
    int year_low, year_high;
};
const Housing& housing_of(Fabric fabric);

/// A block between its streets. Sides and streets in the order of Quad.
struct Block {
    Fabric fabric = Fabric::old_centre;
    Quad kerb{}, front{}, walls{};  ///< edge of the roadway, back of the footway, front of the houses
    std::array<const Street*, 4> streets{};
};

/// Houses around the block, with cafés, sheds, and terraces before the cafés where there is room.
void draw_houses(Canvas& canvas, const Block& block, Random& random);
/// Long flats in green.
void draw_flats(Canvas& canvas, const Block& block, Random& random);
/// Works and sheds on a yard.
void draw_works(Canvas& canvas, const Block& block, Random& random);
/// Footways along the kerbs, one for each street.
void draw_footways(Canvas& canvas, const Block& block);
/// Lamp posts, bollards, racks, trees … along the footways.
void draw_furniture(Canvas& canvas, const Block& block, Random& random);
/// The block as a square with trees and benches, as a park with a pond, or as sports grounds.
void draw_square(Canvas& canvas, const Block& block, Random& random);
void draw_park(Canvas& canvas, const Block& block, Random& random);
void draw_sports(Canvas& canvas, const Block& block, Random& random);

/// A café and the stretch of façade it has.
struct Cafe {
    const Street* street = nullptr;
    Line facade{};    ///< with the inside of the house on its left
    double walk = 0;  ///< from façade to kerb
    std::string name{}, address{};
};
/// Where there is room: the permitted terrace, its markers, and often something standing in front of it.
void draw_terrace(Canvas& canvas, const Cafe& cafe, Random& random);
void draw_object(Canvas& canvas, const std::string& kind, geo::Point at);
std::string klasse_of(const std::string& kind);

}  // namespace audit::demo
