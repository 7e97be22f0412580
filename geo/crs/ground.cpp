// SPDX-License-Identifier: EUPL-1.2
#include "geo/crs/proj.hpp"
#include "geo/crs/transform.hpp"
#include "geo/geometry/polygons.hpp"

#include <geodesic.h>

#include <cmath>
#include <map>

namespace geo {
namespace {

/// The ellipsoid under a CRS, and the way down to it.
class Ground {
public:
    explicit Ground(const Crs& crs) : to_degrees_(crs, geographic_base(crs)) {
        auto context = proj_context();
        auto pj = must_make_crs(crs);
        Pj ellipsoid(proj_get_ellipsoid(context.get(), pj.get()));
        double major = 6378137, minor = 0, inverse_flattening = 298.257223563;
        if (ellipsoid)
            proj_ellipsoid_get_parameters(context.get(), ellipsoid.get(), &major, &minor, nullptr, &inverse_flattening);
        geod_init(&ellipsoid_, major, inverse_flattening > 0 ? 1 / inverse_flattening : 0);
    }

    double run_length(std::span<const Point> run) const {
        auto at = degrees(run);
        double sum = 0;
        for (std::size_t i = 1; i < at.size(); ++i) {
            double metres = 0;
            geod_inverse(&ellipsoid_, at[i - 1].y, at[i - 1].x, at[i].y, at[i].x, &metres, nullptr, nullptr);
            sum += metres;
        }
        return sum;
    }

    double ring_area(std::span<const Point> ring) const {
        geod_polygon polygon;
        geod_polygon_init(&polygon, 0);
        for (auto p : degrees(ring)) geod_polygon_addpoint(&ellipsoid_, &polygon, p.y, p.x);
        double square_metres = 0;
        geod_polygon_compute(&ellipsoid_, &polygon, 0, 1, &square_metres, nullptr);
        return std::abs(square_metres);
    }

private:
    std::vector<Point> degrees(std::span<const Point> run) const {
        std::vector<Point> points(run.begin(), run.end());
        to_degrees_.apply(std::span<Point>(points));
        return points;
    }

    Transform to_degrees_;
    geod_geodesic ellipsoid_{};
};

const Ground& ground_of(const Crs& crs) {
    thread_local std::map<std::string, Ground> known;
    auto found = known.find(crs.definition());
    if (found == known.end()) found = known.emplace(crs.definition(), Ground(crs)).first;
    return found->second;
}

}  // namespace

Crs geographic_base(const Crs& crs) {
    if (crs.is_geographic()) return crs;
    auto pj = must_make_crs(crs);
    Pj base(proj_crs_get_geodetic_crs(proj_context().get(), pj.get()));
    const char* wkt = base ? proj_as_wkt(proj_context().get(), base.get(), PJ_WKT2_2019, nullptr) : nullptr;
    return Crs::parse(wkt ? wkt : "EPSG:4326");
}

double ground_distance_m(const Crs& crs, Point a, Point b) {
    const Point run[] = {a, b};
    return ground_of(crs).run_length(run);
}

double ground_length_m(const Crs& crs, const Shape& shape) {
    double sum = 0;
    for (std::size_t i = 0; i < shape.part_count(); ++i)
        if (shape.parts[i] != Part::point) sum += ground_of(crs).run_length(shape.part(i));
    return sum;
}

double ground_area_m2(const Crs& crs, const Shape& shape) {
    const auto& ground = ground_of(crs);
    double sum = 0;
    for (auto polygon : polygons_of(shape)) {
        double own = ground.ring_area(shape.part(polygon.begin));
        for (auto i = polygon.begin + 1; i < polygon.end; ++i) own -= ground.ring_area(shape.part(i));
        sum += std::max(0.0, own);
    }
    return sum;
}

}  // namespace geo
