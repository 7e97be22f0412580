// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/crs/crs.hpp"

#include <span>
#include <vector>

namespace geo {

/// Which features lie where the layer is not: positions that got lost (0, 0), swapped or mistyped blow up a layer's
/// extent until "zoom to layer" shows nothing. An outlier lies
///  - outside the area of use of the CRS, half its size added, while at least half of the features lie inside, or a
///    tenth of its size added, while nineteen in twenty lie inside (data of a whole country goes beyond its UTM zone);
///  - at 0, 0, while the middle of all others is far from there;
///  - or both 100 km and ten times the layer's own size from its middle, where fewer than one in twenty features are.
///    The layer's size is that of its inner nine tenths.
/// @param boxes one per feature, empty without geometry
/// @returns indices, ascending
std::vector<std::size_t> find_outliers(std::span<const Box> boxes, const Crs& crs);

}  // namespace geo
