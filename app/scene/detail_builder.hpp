// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/prepared.hpp"

namespace app {

/// All features in `order` as chunks of triangles, strokes and points.
/// @param unit positions are rounded to whole multiples of it, so that neighbours with a common border keep it common;
///        what is smaller is left out. 0 keeps everything as it is.
Detail build_detail(const geo::Shapes& shapes, const std::vector<std::uint32_t>& order, double unit,
                    base::Progress progress);

}  // namespace app
