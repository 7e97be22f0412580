// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/picture.hpp"
#include "geo/base/progress.hpp"

#include <filesystem>

namespace app {

/// Writes the picture as a PNG that knows its size on paper, without its alpha, whole or not at all; an existing file
/// is replaced. Takes seconds for a large one and no memory beside it: belongs on a worker.
/// @throws base::Error naming the file; base::Cancelled
void write_page_png(const Picture& picture, double dpi, const std::filesystem::path& path,
                    const base::Progress& progress = {});

}  // namespace app
