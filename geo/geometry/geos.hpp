// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: GEOS objects, made and used on one thread.

#ifndef GEOS_USE_ONLY_R_API
#define GEOS_USE_ONLY_R_API
#endif
#include "geo/geometry/shape.hpp"

#include <geos_c.h>

#include <memory>

namespace geo {

/// GEOS's context of the calling thread, made at first use.
GEOSContextHandle_t geos_context();

struct GeosDelete {
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(geos_context(), geometry); }
};
using GeosGeometry = std::unique_ptr<GEOSGeometry, GeosDelete>;

/// Lines of one position and rings of fewer than four are no geometry for GEOS.
bool is_too_short(const Shape& shape, std::size_t part);

/// @pre no part of `shape` is too short
/// @returns nothing when GEOS refuses
GeosGeometry to_geos(const Shape& shape);
/// The polygons, lines or points (by `dimension` 2, 1, 0) of a geometry; others in it are left out.
Shape from_geos(const GEOSGeometry* geometry, int dimension);

}  // namespace geo
