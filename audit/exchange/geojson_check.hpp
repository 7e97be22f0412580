// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/problem.hpp"
#include "geo/geometry/shape.hpp"

#include <filesystem>
#include <optional>
#include <string_view>

namespace audit {

struct GeoJsonRules {
    /// What our own files keep beside RFC 7946: a FeatureCollection with nothing but features and bbox, a unique text
    /// as id of every feature, at most seven decimals, no repeated positions, no nested collections, no shape wider
    /// than half the world, geometry valid by GEOS. Otherwise only what the standard demands.
    bool ours = true;
    std::optional<geo::Box> area{};  ///< longitudes and latitudes where everything is expected
};

/// Looks for everything in a GeoJSON that makes somebody's reader stumble or a map lie, also what the usual validators
/// let pass: metres or swapped axes instead of degrees, a wrong bbox, doubled ids, a `crs`. Empty when all is well.
/// Each kind of problem (code "geojson-…") is counted and lists the features by their place in the file, from 0.
base::Problems check_geojson(std::string_view text, const GeoJsonRules& rules = {});
/// @throws base::Error when the file cannot be read
base::Problems check_geojson_file(const std::filesystem::path& file, const GeoJsonRules& rules = {});

}  // namespace audit
