// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/source/gdal.hpp"
#include "geo/source/source.hpp"

namespace geo {

/// GDAL's CRS as ours; unknown where GDAL has none, only a placeholder, or one that has no place on earth.
Crs crs_of(const OGRSpatialReference* srs);

/// Fills crs and crs_from: what the user says wins.
void name_crs(LayerReport& report, const std::optional<Crs>& given, const OGRSpatialReference* srs);

/// Remarks on a CRS that is missing or does not fit the coordinates; fills `plausible`. Needs `extent`.
void judge_crs(LayerReport& report, const base::Where& where);

/// The same as an error: what read_layer() throws when it should transform.
base::Problem crs_problem(CrsFrom from, const Crs& said, const std::vector<Crs>& plausible);

/// True when the coordinates cannot be in this CRS, such as metres that are called degrees.
bool fits_no_place(const Crs& crs, const Box& extent);

}  // namespace geo
