// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/progress.hpp"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace geo {

/// A photo as it is shown: rows from the top, four bytes a pixel (red, green, blue, opaqueness).
struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels{};
};

/// Reads a photo no larger than `edge` pixels along its longer side and turns it upright (EXIF). Large photos are made
/// smaller while they are read, so that memory stays bounded. Takes long: belongs on a worker.
/// @throws base::Error code "photo-missing" or "photo-unreadable"
Picture read_picture(const std::filesystem::path& file, int edge, base::Progress progress = {});

}  // namespace geo
