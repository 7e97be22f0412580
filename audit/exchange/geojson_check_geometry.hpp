// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/exchange/geojson_check.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace audit {

/// What the parts of the checker share: the rules, what was found, and where it is now.
struct GeoJsonFindings {
    const GeoJsonRules& rules;
    base::Problems problems{};
    std::optional<std::int64_t> feature{};  ///< place in the file, from 0
    int depth = 0;                          ///< of collections in collections

    void add(std::string code, base::Text message, base::Text advice = {});
};

/// Checks a geometry object (or null). @returns the box of its positions
geo::Box check_geometry(const nlohmann::json& geometry, GeoJsonFindings& found);

/// Checks the `bbox` member of `object`, where there is one, against the data below it.
void check_bbox(const nlohmann::json& object, const geo::Box& data, GeoJsonFindings& found);

}  // namespace audit
