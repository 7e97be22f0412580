// SPDX-License-Identifier: EUPL-1.2
#include "geo/service/tiles.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

/// A picture may be drawn this much larger than it is before a finer one is asked for.
constexpr double k_most_blown_up = 1.3;
constexpr std::int64_t k_most_tiles = 64, k_most_pixels = std::int64_t{1} << 24U;

/// @param coarsest units per pixel of the level that is one tile
TileGrid quad_grid(const Crs& crs, Point top_left, double coarsest, int levels) {
    TileGrid grid{.crs = crs};
    for (int z = 0; z < levels; ++z) {
        const auto last = (std::int64_t{1} << z) - 1;
        grid.levels.push_back({.name = std::to_string(z),
                               .units_per_pixel = std::ldexp(coarsest, -z),
                               .top_left = top_left,
                               .last_column = last,
                               .last_row = last});
    }
    return grid;
}

struct Span {
    std::int64_t first_column = 0, last_column = -1, first_row = 0, last_row = -1;
    std::int64_t count() const {
        return std::max<std::int64_t>(0, last_column - first_column + 1) *
               std::max<std::int64_t>(0, last_row - first_row + 1);
    }
};

/// Far outside, numbers stay whole.
std::int64_t tile_at(double place) { return static_cast<std::int64_t>(std::clamp(std::floor(place), -1e12, 1e12)); }

Span tiles_under(const TileLevel& level, const Box& ground) {
    const double across = level.units_per_pixel * level.tile_width, down = level.units_per_pixel * level.tile_height;
    return {std::max(level.first_column, tile_at((ground.min_x - level.top_left.x) / across)),
            std::min(level.last_column, tile_at((ground.max_x - level.top_left.x) / across)),
            std::max(level.first_row, tile_at((level.top_left.y - ground.max_y) / down)),
            std::min(level.last_row, tile_at((level.top_left.y - ground.min_y) / down))};
}

/// A server may say that its tiles are as large as it likes.
bool is_too_much(const TileLevel& level, const Box& ground) {
    const auto count = tiles_under(level, ground).count();
    return count > k_most_tiles || (count > 1 && count * level.tile_width * level.tile_height > k_most_pixels);
}

std::size_t fitting_level(const TileGrid& grid, const Box& ground, double units_per_pixel) {
    std::size_t level = 0;
    while (level + 1 < grid.levels.size() && grid.levels[level].units_per_pixel > units_per_pixel * k_most_blown_up)
        ++level;
    while (level > 0 && is_too_much(grid.levels[level], ground)) --level;
    return level;
}

}  // namespace

/// The grids of OGC's TileMatrixSet "WebMercatorQuad" and of Geonovum's "Nederlandse richtlijn tiling", version 1.1.
TileGrid web_mercator_grid(int levels) {
    constexpr double k_half = 20037508.342789244;
    return quad_grid(Crs::parse("EPSG:3857"), {-k_half, k_half}, 2 * k_half / 256, levels);
}
TileGrid rd_grid(int levels) { return quad_grid(rd_new(), {-285401.92, 903401.92}, 3440.64, levels); }

Mosaic mosaic_of(const TileGrid& grid, const TileAddress& address_of, const Box& ground, double units_per_pixel) {
    Mosaic mosaic;
    if (grid.levels.empty() || ground.is_empty()) return mosaic;
    const auto& level = grid.levels[fitting_level(grid, ground, units_per_pixel)];
    const auto span = tiles_under(level, ground);
    if (span.count() == 0 || is_too_much(level, ground)) return mosaic;
    mosaic.tile_width = level.tile_width;
    mosaic.tile_height = level.tile_height;
    mosaic.units_per_pixel = level.units_per_pixel;
    mosaic.width = static_cast<int>(span.last_column - span.first_column + 1) * level.tile_width;
    mosaic.height = static_cast<int>(span.last_row - span.first_row + 1) * level.tile_height;
    mosaic.top_left = {
        level.top_left.x + static_cast<double>(span.first_column) * level.tile_width * level.units_per_pixel,
        level.top_left.y - static_cast<double>(span.first_row) * level.tile_height * level.units_per_pixel};
    for (auto row = span.first_row; row <= span.last_row; ++row)
        for (auto column = span.first_column; column <= span.last_column; ++column)
            mosaic.tiles.push_back({address_of(level, column, row),
                                    static_cast<int>(column - span.first_column) * level.tile_width,
                                    static_cast<int>(row - span.first_row) * level.tile_height});
    return mosaic;
}

}  // namespace geo
