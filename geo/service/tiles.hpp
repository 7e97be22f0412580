// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: which pictures of a server together show a piece of ground.

#include "geo/crs/crs.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace geo {

/// One step of scale of a grid of tiles.
struct TileLevel {
    std::string name{};          ///< what the server calls it
    double units_per_pixel = 1;  ///< of the grid's CRS
    Point top_left{};
    int tile_width = 256, tile_height = 256;
    /// Tiles that there are: first and last, counted from the top left.
    std::int64_t first_column = 0, last_column = 0, first_row = 0, last_row = 0;
};

struct TileGrid {
    Crs crs{};
    std::vector<TileLevel> levels{};  ///< coarsest first
};

/// What all the world's tiles by number are in, and what those of the Netherlands are in.
TileGrid web_mercator_grid(int levels);
TileGrid rd_grid(int levels);

/// Pictures that lie beside each other, and where.
struct Mosaic {
    struct Tile {
        std::string address{};
        int left = 0, top = 0;  ///< pixels in the mosaic
    };
    std::vector<Tile> tiles{};
    int tile_width = 0, tile_height = 0;
    int width = 0, height = 0;
    Point top_left{};            ///< in the service's CRS
    double units_per_pixel = 1;  ///< of it
};

/// The address of a tile. @param row from the top
using TileAddress = std::function<std::string(const TileLevel&, std::int64_t column, std::int64_t row)>;

/// Of the level that is nearly as fine as wanted; of a coarser one where that would take too many.
Mosaic mosaic_of(const TileGrid& grid, const TileAddress& address_of, const Box& ground, double units_per_pixel);

}  // namespace geo
