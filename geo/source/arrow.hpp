// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/source/features.hpp"

namespace geo {

/// Reads a layer through GDAL's Arrow stream where the driver has a fast one with WKB in it.
/// @returns false when it has not; nothing has been read then
bool read_columns(OGRLayer& layer, LayerCollector& into, Pace& pace);

}  // namespace geo
