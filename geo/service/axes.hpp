// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: coordinate systems as servers name them.

#include "geo/crs/crs.hpp"

#include <optional>
#include <string>

namespace geo {

/// "EPSG:28992", "urn:ogc:def:crs:EPSG::28992", "CRS:84", "http://www.opengis.net/def/crs/EPSG/0/28992". Nothing when
/// it is not known.
std::optional<Crs> known_crs(const std::string& name);
/// Whether the authority writes north or latitude before east, as standards since 2005 then do.
bool writes_north_first(const Crs& crs);

}  // namespace geo
