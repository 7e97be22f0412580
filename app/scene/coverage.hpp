// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/progress.hpp"
#include "geo/geometry/shape.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace app {

/// How much of each square cell of ground is covered, 0 to 255, rows from the south. What a layer has none of is empty.
struct CoverageLevel {
    double unit = 1;                    ///< side of a cell, CRS units
    geo::Point left_bottom{};           ///< in the CRS; whole multiples of the unit
    int width = 0, height = 0;          ///< cells
    std::vector<std::uint8_t> areas{};  ///< inside of polygons
    std::vector<std::uint8_t> lines{};  ///< lines, and outlines of polygons that are larger than some cells
    std::vector<std::uint8_t> points{};
    geo::Box box() const;
};

/// A layer seen from afar, where its features are smaller than a pixel: its whole picture without its colours. Drawing
/// it takes as long as drawing a photograph, however many features there are. Frozen.
struct Coverage {
    std::vector<CoverageLevel>
        levels{};  ///< finest first, each twice as coarse as the one before; empty: there is none

    /// True when at this scale single features cannot be told apart from their cells.
    bool serves(double units_per_pixel) const;
    /// For a scale that it serves: the coarsest level that is not coarser than the pixels, or else the finest.
    const CoverageLevel& level_for(double units_per_pixel) const;
};

/// @param features of `shapes`, those that are to be seen
/// @param box of ground that matters; what lies outside is left out
/// @throws base::Cancelled
Coverage cover(const geo::Shapes& shapes, std::span<const std::uint32_t> features, const geo::Box& box,
               base::Progress progress);

}  // namespace app
