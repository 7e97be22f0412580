// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/scene.hpp"
#include "geo/base/progress.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace app {

constexpr std::size_t k_heat_bands = 5;

/// How findings are counted into a density, and what its colours mean, at one step of scale. It depends on all findings
/// and not on what is in view, so that no colour changes while the map moves.
struct HeatScale {
    int step = 0;              ///< of scale, see units_of_step()
    double radius = 1;         ///< findings farther than this from a place do not count for it; CRS units
    double metres = 1;         ///< the same, rounded, as people read it
    bool per_hectare = false;  ///< else per square kilometre
    double per_unit = 1;       ///< findings per hectare or km², for one finding per square CRS unit
    /// Where the bands begin, findings per hectare or km²; below the first there is no colour. All 0 when nothing is
    /// counted.
    std::array<double, k_heat_bands> limits{};
    bool is_empty() const { return limits.back() <= 0; }
};

/// Takes some hundredths of a second for 100,000 findings: belongs on a worker.
/// @param square_metres of ground in a square CRS unit @throws base::Cancelled
HeatScale heat_scale(const MarkLayer& marks, int step, double square_metres, const base::Progress& progress = {});

/// The bands of a density in their colours, with a line where each begins.
struct HeatPicture {
    Theme theme = Theme::light;
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba{};  ///< rows from the north, premultiplied; empty: not made
};

/// How densely findings lie on a piece of ground: a finding counts most at its own place and less farther off, in all
/// as one (kernel of degree four, Silverman 1986, section 4.2). Frozen.
struct Heat {
    std::shared_ptr<const MarkLayer> marks{};
    HeatScale scale{};
    geo::Box ground{};
    double cell = 1;  ///< CRS units
    int columns = 0, rows = 0;
    std::vector<float> density{};  ///< in the middle of each cell, rows from the south; unit of the scale's limits
    HeatPicture picture{};         ///< in the theme that it was wanted for

    /// Between the cells by the nearest four; 0 outside.
    double at(geo::Point place) const;
};

/// The same places get the same cells whatever the view is.
geo::Box heat_ground(const geo::Box& visible, const HeatScale& scale);
/// Belongs on a worker. @param theme of the picture that is wanted of it @throws base::Cancelled
std::shared_ptr<const Heat> heat(const std::shared_ptr<const MarkLayer>& marks, const HeatScale& scale,
                                 const geo::Box& ground, const base::Progress& progress = {},
                                 std::optional<Theme> theme = std::nullopt);
/// Takes some hundredths of a second: belongs on a worker.
HeatPicture heat_picture(const Heat& heat, Theme theme);

/// From few to many: on a light ground from light to dark, on a dark one from dark to light. Half transparent.
Colour heat_colour(std::size_t band, Theme theme);

}  // namespace app
