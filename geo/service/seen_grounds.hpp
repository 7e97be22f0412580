// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: which ground of a layer of objects was read, so that it is found again when the server is away.

#include "geo/geometry/shape.hpp"
#include "geo/net/shelf.hpp"

#include <optional>
#include <string>

namespace geo {

/// @param layer one text for the layer and the CRS of the ground
void note_ground(Shelf& shelf, const std::string& layer, const Box& ground);
/// The smallest that holds the wanted ground, else the one that shares most with it; nothing when none does.
std::optional<Box> seen_ground(const Shelf& shelf, const std::string& layer, const Box& wanted);

}  // namespace geo
