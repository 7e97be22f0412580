// SPDX-License-Identifier: EUPL-1.2
#include "audit/query/nearby.hpp"

#include "audit/query/arrange.hpp"
#include "geo/base/numbers.hpp"
#include "geo/crs/transform.hpp"
#include "geo/geometry/measure.hpp"

#include <algorithm>
#include <cmath>

namespace audit {
namespace {

/// Units of the CRS for a metre on the ground at `p`, the larger of both directions: a degree of longitude is shorter
/// than one of latitude, and a map projection may stretch.
double units_per_metre(const geo::Crs& crs, geo::Point p) {
    const double step = crs.is_geographic() ? 1e-4 : 10;
    double east = geo::ground_distance_m(crs, p, {p.x + step, p.y});
    double north = geo::ground_distance_m(crs, p, {p.x, p.y + step});
    double least = std::min(east, north);
    return std::isfinite(least) && least > 0 ? step / least : 1;
}

}  // namespace

geo::Box surroundings(const geo::Crs& crs, const geo::Shape& shape, double metres) {
    auto box = shape.box();
    if (box.is_empty()) return box;
    // A little more than asked: what is exactly that far away must not be lost in the rounding.
    return box.widened(metres * 1.01 * units_per_metre(crs, box.centre()));
}

std::vector<NearFinding> near_duplicates(const Category& category, const geo::Crs& crs,
                                         const std::vector<std::shared_ptr<const Finding>>& among,
                                         const geo::Shape& shape, const std::string& except) {
    std::vector<NearFinding> near;
    auto box = surroundings(crs, shape, category.near_metres);
    for (const auto& finding : among) {
        if (finding->category != category.id || !is_open(finding->status) || finding->uuid == except) continue;
        if (box.is_empty() || !box.intersects(finding->shape.box())) continue;
        auto points = geo::nearest_points(shape, finding->shape);
        auto metres = points ? geo::ground_distance_m(crs, points->first, points->second) : HUGE_VAL;
        if (metres <= category.near_metres) near.push_back({finding, metres});
    }
    std::sort(near.begin(), near.end(), [](const NearFinding& a, const NearFinding& b) {
        return a.metres != b.metres ? a.metres < b.metres : a.finding->uuid < b.finding->uuid;
    });
    return near;
}

base::Problem say_near(const NearFinding& near) {
    const auto& finding = *near.finding;
    return {.code = "finding-near",
            .message = base::text("An open finding of the same kind lies {metres} m away: {title} ({uuid}).",
                                  {{"metres", base::number_for_people(near.metres, 1, base::language())},
                                   {"title", finding.title.empty() ? finding.date : finding.title},
                                   {"uuid", finding.uuid}}),
            .advice = base::text("If it is the same, delete one of the two.")};
}

}  // namespace audit
