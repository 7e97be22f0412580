// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/exchange/exporters.hpp"

namespace audit {

/// GeoJSON (RFC 7946): WGS 84 with seven decimals (1 cm), right-hand rule, uuid as id, bbox of all after the features,
/// no crs. A finding without a place has a null geometry.
Exported write_geojson(const std::filesystem::path& out, const FindingFeed& feed, const ExportOptions& options);

/// CSV (RFC 4180) for spreadsheets: UTF-8 with byte order mark; semicolons and decimal commas in Dutch, commas and
/// points in English. Columns: the properties, then `x` and `y` in the dossier's CRS or the one asked for, on a line
/// or polygon somewhere on it, and `wkt` with the whole line or polygon.
Exported write_csv(const std::filesystem::path& out, const FindingFeed& feed, const ExportOptions& options);

}  // namespace audit
