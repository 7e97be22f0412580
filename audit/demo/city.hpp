// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/demo/region.hpp"

#include <filesystem>

namespace audit::demo {

struct City {
    std::array<std::int64_t, k_layer_count> counts{};  ///< in the order of CityLayer
    std::int64_t features = 0;
    Spots spots{};
};

/// Writes the city as a GeoPackage with every layer of layer_plans(), whole or not at all. Same options, same bytes.
/// @throws base::Error when it cannot be written, or `path` is a file we did not make; base::Cancelled
City write_city(const std::filesystem::path& path, const CityOptions& options, base::Progress progress = {});

}  // namespace audit::demo
