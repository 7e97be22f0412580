// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/source/features.hpp"

namespace geo {

/// Reads a layer through GDAL's Arrow stream where the driver has a fast one with WKB in it.
/// @returns false when it has not, or when a field is neither text nor a whole number; nothing has been read then
bool read_columns(const Reading& reading, Pace& pace);

}  // namespace geo
