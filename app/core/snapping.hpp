// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/drawing.hpp"
#include "app/scene/scene.hpp"

namespace app {

/// How near a corner or an edge must be to be taken, style pixels.
constexpr double k_snap_reach = 10.0;

/// The corner within reach of `at` that is nearest, or else the nearest place on an edge within reach: of the visible
/// layers, of the findings and of `own`, the corners of what is being drawn. A corner wins from every edge, because
/// that is what hands mean. Nothing where nothing is near.
/// @param without a finding that is left aside, because it is the one that is being changed
std::optional<Snapped> snap(const Scene& scene, const Camera& camera, Pixel at, std::span<const geo::Point> own,
                            std::optional<std::uint32_t> without = {});

}  // namespace app
