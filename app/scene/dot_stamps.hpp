// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/style.hpp"
#include "geo/geometry/shape.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace app {

/// A layer's points put into a picture without the graphics card, as assets/shaders/dot draws them. Each stamp is
/// made once, for some places within a pixel.
class DotStamps {
public:
    /// @param ratio pixels for a style pixel
    DotStamps(const PointStyle& style, double ratio);

    /// @param rgba rows from below, premultiplied @param at pixels from the left bottom
    void put(std::vector<std::uint8_t>& rgba, int width, int height, geo::Point at);
    /// How far it reaches from a point, pixels.
    int reach() const { return reach_; }

private:
    static constexpr int k_steps = 4;  ///< places within a pixel, along each side
    using Stamp = std::vector<std::array<std::uint8_t, 4>>;

    Stamp make(double x, double y) const;
    double outside(double x, double y) const;

    PointStyle style_;
    double radius_, edge_;
    int reach_;
    std::array<Stamp, k_steps * k_steps> stamps_{};
};

}  // namespace app
