// SPDX-License-Identifier: EUPL-1.2
#pragma once

// For the rooms that read pixels: images that came as bytes.

#include "geo/source/raster_bands.hpp"

#include <string>

namespace geo {

/// A PNG, JPEG or WebP image, whole. @throws base::Error code "image-unreadable" when it is none, damaged or larger
/// than a tile may be
Image decode_image(const std::string& bytes);

}  // namespace geo
