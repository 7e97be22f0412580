// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: tiles by number, "https://…/{z}/{x}/{y}.png".

#include "geo/service/tiles.hpp"

#include <optional>
#include <string>

namespace geo {

struct XyzTiles {
    TileGrid grid{};
    TileAddress address_of{};
};
/// `{-y}` counts rows from the south; `{s}` is one of a, b and c. @param crs nothing: RD where the address names its
/// grid, else web mercator. @throws base::Error "service-crs" for one that has no such grid
XyzTiles xyz_tiles(const std::string& address, const std::optional<Crs>& crs);

}  // namespace geo
