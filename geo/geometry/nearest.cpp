// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/geos.hpp"
#include "geo/geometry/measure.hpp"

namespace geo {
namespace {

bool fits_geos(const Shape& shape) {
    for (std::size_t i = 0; i < shape.part_count(); ++i)
        if (is_too_short(shape, i)) return false;
    return !shape.is_empty();
}

struct SequenceDelete {
    void operator()(GEOSCoordSequence* sequence) const { GEOSCoordSeq_destroy_r(geos_context(), sequence); }
};

}  // namespace

std::optional<std::pair<Point, Point>> nearest_points(const Shape& a, const Shape& b) {
    if (!fits_geos(a) || !fits_geos(b)) return std::nullopt;
    auto one = to_geos(a), other = to_geos(b);
    if (!one || !other) return std::nullopt;
    std::unique_ptr<GEOSCoordSequence, SequenceDelete> points(
        GEOSNearestPoints_r(geos_context(), one.get(), other.get()));
    if (!points) return std::nullopt;
    std::pair<Point, Point> pair;
    bool read = GEOSCoordSeq_getXY_r(geos_context(), points.get(), 0, &pair.first.x, &pair.first.y) != 0 &&
                GEOSCoordSeq_getXY_r(geos_context(), points.get(), 1, &pair.second.x, &pair.second.y) != 0;
    return read ? std::optional(pair) : std::nullopt;
}

}  // namespace geo
