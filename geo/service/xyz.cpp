// SPDX-License-Identifier: EUPL-1.2
#include "geo/service/xyz.hpp"

#include "geo/base/problem.hpp"

namespace geo {
namespace {

constexpr int k_levels = 20, k_rd_levels = 17;

std::string put(std::string address, const std::string& word, const std::string& value) {
    for (auto at = address.find(word); at != std::string::npos; at = address.find(word, at + value.size()))
        address.replace(at, word.size(), value);
    return address;
}

bool names_rd(const std::string& address) {
    return address.find("28992") != std::string::npos || address.find("NetherlandsRDNewQuad") != std::string::npos;
}

}  // namespace

XyzTiles xyz_tiles(const std::string& address, const std::optional<Crs>& crs) {
    const bool is_rd = crs ? *crs == rd_new() : names_rd(address);
    if (crs && !is_rd && crs->epsg() != 3857)
        throw base::Error({.code = "service-crs",
                           .message = base::text("Tiles by number are known in EPSG:3857 and EPSG:28992 only."),
                           .advice = base::text("Add the service by its WMTS address instead.")});
    XyzTiles tiles{.grid = is_rd ? rd_grid(k_rd_levels) : web_mercator_grid(k_levels)};
    tiles.address_of = [address](const TileLevel& level, std::int64_t column, std::int64_t row) {
        auto tile = put(address, "{z}", level.name);
        tile = put(tile, "{x}", std::to_string(column));
        tile = put(tile, "{y}", std::to_string(row));
        tile = put(tile, "{-y}", std::to_string(level.last_row - row));
        return put(tile, "{s}", std::string(1, static_cast<char>('a' + (column + row) % 3)));
    };
    return tiles;
}

}  // namespace geo
