// SPDX-License-Identifier: EUPL-1.2
#include "tools/doorgangctl/place.hpp"

#include "geo/base/numbers.hpp"
#include "geo/base/problem.hpp"
#include "geo/crs/transform.hpp"
#include "geo/geometry/wkb.hpp"

#include <CLI/CLI.hpp>

namespace ctl {
namespace {

geo::Shape parse_at(const std::string& at) {
    auto comma = at.find(',');
    auto x = base::parse_number(at.substr(0, comma));
    auto y = comma == std::string::npos ? std::nullopt : base::parse_number(at.substr(comma + 1));
    if (!x || !y)
        throw base::Error(
            {.code = "place-broken",
             .message = base::text("“{at}” is no position.", {{"at", at}}),
             .advice = base::text("Write east and north with a comma between, for example 93500,463900.")});
    return geo::Shape::point({*x, *y});
}

}  // namespace

void add_place(CLI::App& verb, PlaceOptions& place) {
    auto* at = verb.add_option("--at", place.at, base::tr("Position as X,Y: east,north or longitude,latitude"));
    verb.add_option("--wkt", place.wkt, base::tr("Geometry as WKT"))->excludes(at);
    verb.add_option("--crs", place.crs, base::tr("CRS of the position, for example EPSG:4326; default: the dossier's"));
}

std::optional<geo::Shape> parse_place(const PlaceOptions& place, const geo::Crs& target) {
    if (place.at.empty() && place.wkt.empty()) return std::nullopt;
    auto shape = place.at.empty() ? geo::shape_from_wkt(place.wkt) : parse_at(place.at);
    if (place.crs.empty()) return shape;
    return geo::Transform(geo::Crs::parse(place.crs), target).apply(std::move(shape));
}

}  // namespace ctl
