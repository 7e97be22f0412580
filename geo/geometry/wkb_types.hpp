// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

namespace geo {

/// Geometry type codes of well-known binary (OGC 06-103r4, table 7), without the offsets for Z and M. Only inside this
/// room.
enum WkbType : std::uint32_t {
    t_point = 1,
    t_line,
    t_polygon,
    t_multi_point,
    t_multi_line,
    t_multi_polygon,
    t_collection,
    t_multi_curve = 11,
    t_multi_surface = 12,
    t_surface = 15,
    t_tin = 16,
    t_triangle = 17
};

}  // namespace geo
