// SPDX-License-Identifier: EUPL-1.2
#include "geo/crs/crs.hpp"

namespace geo {
namespace {

struct Candidate {
    const char* code;
    Box fits;
};

bool inside(const Box& inner, const Box& outer) {
    return outer.contains({inner.min_x, inner.min_y}) && outer.contains({inner.max_x, inner.max_y});
}

/// In the order of how often they are met in the files of Dutch municipalities. The boxes are the Netherlands with a
/// margin of some ten kilometres, and do not overlap; longitudes and latitudes are taken from all of western Europe.
const Candidate k_candidates[] = {
    {"EPSG:28992", {-20000, 290000, 310000, 640000}},
    {"EPSG:4326", {-11, 35, 25, 66}},
    {"EPSG:3857", {300000, 6500000, 850000, 7200000}},
    {"EPSG:25831", {480000, 5600000, 830000, 5980000}},
};

}  // namespace

std::vector<Crs> plausible_crs(const Box& extent) {
    std::vector<Crs> found;
    if (extent.is_empty()) return found;
    for (const auto& candidate : k_candidates)
        if (inside(extent, candidate.fits)) found.push_back(Crs::parse(candidate.code));
    return found;
}

}  // namespace geo
