// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <cstdint>
#include <vector>

namespace app {

/// How much of each square cell of ground is covered, 0 to 255, rows from the south. What a layer has none of is empty.
struct CellPatch {
    double unit = 1;                    ///< side of a cell, CRS units
    geo::Point left_bottom{};           ///< in the CRS
    int width = 0, height = 0;          ///< cells
    std::vector<std::uint8_t> areas{};  ///< inside of polygons
    std::vector<std::uint8_t> lines{};  ///< lines, outlines of polygons, and polygons that are nothing but outline
    std::vector<std::uint8_t> points{};
    geo::Box box() const;
};

}  // namespace app
