// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/crs/crs.hpp"
#include "geo/geometry/shape.hpp"

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace ctl {

/// `--at X,Y | --wkt WKT [--crs EPSG:n]`, as record and edit take them.
struct PlaceOptions {
    std::string at, wkt, crs;
};
void add_place(CLI::App& verb, PlaceOptions& place);
/// The shape in `target`, or nothing when no place was given. @throws base::Error naming what is wrong
std::optional<geo::Shape> parse_place(const PlaceOptions& place, const geo::Crs& target);

}  // namespace ctl
