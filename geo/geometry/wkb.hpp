// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// Reads ISO or EWKB well-known binary, both byte orders; Z and M are dropped, curves must have been linearised before.
/// Nested collections are flattened. Hostile input ends in an error, never in a crash or a huge allocation.
/// @throws base::Error code "wkb-broken"
Shape shape_from_wkb(std::span<const std::uint8_t> wkb);
/// Appends to a column without a detour through Shape. @throws as above, with nothing appended
/// @returns how many rings were open and have been closed
std::size_t append_wkb(Shapes& shapes, std::span<const std::uint8_t> wkb);
/// Little-endian ISO WKB, two dimensions.
std::vector<std::uint8_t> wkb_of(const Shape& shape);
std::string hex_wkb_of(const Shape& shape);
Shape shape_from_hex_wkb(std::string_view hex);

/// `POINT (93500 463900)` and all other kinds. @throws base::Error code "wkt-broken" saying what is wrong
Shape shape_from_wkt(std::string_view wkt);
std::string wkt_of(const Shape& shape);

}  // namespace geo
