// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/source/source.hpp"

#include <nlohmann/json_fwd.hpp>

namespace app {

// What reading a layer told, as it is kept on the disk for the next time.

nlohmann::json box_json(const geo::Box& box);
/// @throws nlohmann::json::exception
geo::Box box_of(const nlohmann::json& told);

/// What was counted and remarked. What opening the source tells (its name, CRS and fields) is left out.
nlohmann::json report_json(const geo::LayerReport& report);
/// @throws nlohmann::json::exception @param into as opening the source tells it
void read_report(const nlohmann::json& told, geo::LayerReport& into);

}  // namespace app
