// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/cell_painter.hpp"
#include "app/scene/stretches.hpp"

#include <compare>
#include <cstdint>
#include <map>
#include <vector>

namespace app {

/// Cells of a patch's side, in a coverage.
constexpr int k_patch = 256;

/// Counted from the CRS's origin in whole patches.
struct PatchPlace {
    std::int64_t column = 0, row = 0;
    auto operator<=>(const PatchPlace&) const = default;
};

/// With nothing covered. @param unit CRS units
CellPatch empty_patch(PatchPlace place, double unit);

/// Patches of one unit, where there is something.
struct CoverageLevel {
    double unit = 1;
    std::map<PatchPlace, CellPatch> patches{};

    /// The cells that touch the box, as one patch. @param into overwritten, its room is used again
    void cut(const geo::Box& box, CellPatch& into) const;
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

/// The coarser levels of a coverage whose finest is this.
Coverage coverage_from(CoverageLevel finest);

/// Counts how much is covered, feature by feature. Cells grow with the ground, so that they stay few.
class CoverageBuilder {
public:
    /// @param unit of cells to begin with, CRS units
    /// @param ground outside of which nothing matters; where it is not known, a feature that is many times as large as
    /// all the others together is left out
    explicit CoverageBuilder(double unit, const geo::Box& ground = {});
    void add(const geo::Shapes& shapes, std::uint32_t feature);
    /// What was added so far.
    Coverage so_far() const;
    /// @param corners of all features: few need no fine cells, because they are drawn one by one before
    Coverage finish(std::size_t corners);

private:
    CoverageLevel level_{};
    geo::Box ground_{};
    std::size_t added_ = 0;
    CellPainter painter_{{}};
    Stretches stretches_{};
};

/// The side of cells that suits so many corners on so much ground; a power of two, so that the cells of all layers lie
/// on each other. 0 when there is no such size.
double suitable_unit(const geo::Box& box, double corners);

}  // namespace app
