// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: WMTS, version 1.0.0.

#include "geo/service/tiles.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace geo {

struct WmtsLayer {
    struct Link {
        std::string set{};
        std::map<std::string, TileLevel> limits{};  ///< by the name of the level: only its columns and rows count
    };
    std::string name{}, title{}, style{}, format{}, address{};  ///< address: a template; empty: only by query
    std::map<std::string, std::string> dimensions{};            ///< with what is shown unless asked otherwise
    std::vector<Link> links{};
    Box wgs84{};
};

struct WmtsOffer {
    std::string title{}, attribution{};
    std::map<std::string, TileGrid> grids{};  ///< those whose CRS is known
    std::vector<WmtsLayer> layers{};
};
/// Nothing when these are not the capabilities of a WMTS.
std::optional<WmtsOffer> read_wmts(const std::string& capabilities);

/// A layer in one grid.
struct WmtsTiles {
    TileGrid grid{};
    TileAddress address_of{};
};
/// In the wanted CRS where the layer has a grid in it. @throws base::Error "service-crs"
WmtsTiles wmts_tiles(const std::string& url, const WmtsOffer& offer, const WmtsLayer& layer, const Crs& wanted);

}  // namespace geo
