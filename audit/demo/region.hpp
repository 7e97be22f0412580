// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/demo/canvas.hpp"
#include "geo/base/progress.hpp"

#include <cstdint>

namespace audit::demo {

/// How much to make, and from which seed.
struct CityOptions {
    std::int64_t features = 2'600;
    std::uint64_t seed = 1;
    std::int64_t findings = 0;  ///< about so many go with it; 0: as many as suit its size
};

/// Draws an inner city near Leiden (RD New) and, when more is asked for, what lies around it: newer quarters, other
/// towns, villages, rivers and polders, until about `options.features` are there. Works block by block: memory does
/// not grow with the city. The same options draw the same features in the same order.
/// @throws base::Cancelled
void draw_region(Canvas& canvas, const CityOptions& options, base::Progress progress = {});

}  // namespace audit::demo
