// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: coordinates on their way from the CRS of a source to the one that is wanted.

#include "geo/base/progress.hpp"
#include "geo/crs/transform.hpp"
#include "geo/source/source.hpp"

namespace geo {

/// Features that were read together, and what their layer is told of them.
struct Placed {
    Shapes& shapes;
    const std::vector<std::int64_t>& fids;
    LayerReport& report;
};

/// Transforms in place. Features with positions outside the reach of the transformation lose their parts and count as
/// skipped. @throws base::Cancelled
void place(const Transform& transform, Placed features, const base::Where& where, base::Progress progress);

/// @throws base::Error when the coordinates cannot be placed: CRS unknown, or not the one it is said to be
void check_placeable(const LayerReport& report);

/// The box around what a box becomes; positions that cannot be transformed are left out.
Box place(const Transform& transform, const Box& box);

}  // namespace geo
