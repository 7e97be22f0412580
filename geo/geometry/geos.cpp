// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/geos.hpp"

#include <limits>

namespace geo {
namespace {

/// Without handlers: what GEOS complains about is seen in what it returns.
struct Context {
    Context() : handle(GEOS_init_r()) {}
    ~Context() { GEOS_finish_r(handle); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    GEOSContextHandle_t handle;
};

GEOSCoordSequence* sequence(std::span<const Point> points) {
    static_assert(sizeof(Point) == 2 * sizeof(double));
    return GEOSCoordSeq_copyFromBuffer_r(geos_context(), points.empty() ? nullptr : &points.front().x,
                                         static_cast<unsigned>(points.size()), 0, 0);
}

GeosGeometry polygon(const Shape& shape, std::size_t begin, std::size_t end) {
    auto ring = [&](std::size_t i) {
        return GeosGeometry(GEOSGeom_createLinearRing_r(geos_context(), sequence(shape.part(i))));
    };
    auto shell = ring(begin);
    std::vector<GeosGeometry> holes;
    std::vector<GEOSGeometry*> raw;
    for (auto i = begin + 1; i < end; ++i) {
        holes.push_back(ring(i));
        if (!holes.back()) return nullptr;
        raw.push_back(holes.back().get());
    }
    if (!shell) return nullptr;
    for (auto& hole : holes) static_cast<void>(hole.release());
    return GeosGeometry(
        GEOSGeom_createPolygon_r(geos_context(), shell.release(), raw.data(), static_cast<unsigned>(raw.size())));
}

/// The geometry beginning with part `i`; moves `i` behind it.
GeosGeometry member(const Shape& shape, std::size_t& i) {
    auto begin = i++;
    if (shape.parts[begin] == Part::point)
        return GeosGeometry(
            GEOSGeom_createPointFromXY_r(geos_context(), shape.part(begin)[0].x, shape.part(begin)[0].y));
    if (shape.parts[begin] == Part::line)
        return GeosGeometry(GEOSGeom_createLineString_r(geos_context(), sequence(shape.part(begin))));
    while (i < shape.part_count() && shape.parts[i] == Part::hole) ++i;
    return polygon(shape, begin, i);
}

int type_of(Kind kind) {
    switch (kind) {
        case Kind::multi_point:
            return GEOS_MULTIPOINT;
        case Kind::multi_line:
            return GEOS_MULTILINESTRING;
        case Kind::multi_polygon:
            return GEOS_MULTIPOLYGON;
        case Kind::none:
        case Kind::point:
        case Kind::line:
        case Kind::polygon:
        case Kind::collection:
            break;
    }
    return GEOS_GEOMETRYCOLLECTION;
}

void add_run(Shape& shape, Part part, const GEOSGeometry* from) {
    const auto* coordinates = GEOSGeom_getCoordSeq_r(geos_context(), from);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(geos_context(), coordinates, &size);
    std::vector<Point> points(size);
    if (size == 0) return;
    GEOSCoordSeq_copyToBuffer_r(geos_context(), coordinates, &points.front().x, 0, 0);
    shape.add_part(part, points);
}

void add_polygon(Shape& shape, const GEOSGeometry* from) {
    add_run(shape, Part::shell, GEOSGetExteriorRing_r(geos_context(), from));
    for (int i = 0; i < GEOSGetNumInteriorRings_r(geos_context(), from); ++i)
        add_run(shape, Part::hole, GEOSGetInteriorRingN_r(geos_context(), from, i));
}

int add_simple(Shape& shape, const GEOSGeometry* from, int dimension) {
    if (GEOSisEmpty_r(geos_context(), from)) return 0;
    switch (GEOSGeomTypeId_r(geos_context(), from)) {
        case GEOS_POINT:
            if (dimension != 0) return 0;
            add_run(shape, Part::point, from);
            return 1;
        case GEOS_LINESTRING:
        case GEOS_LINEARRING:
            if (dimension != 1) return 0;
            add_run(shape, Part::line, from);
            return 1;
        case GEOS_POLYGON:
            if (dimension != 2) return 0;
            add_polygon(shape, from);
            return 1;
        default:
            break;
    }
    int added = 0;
    for (int i = 0; i < GEOSGetNumGeometries_r(geos_context(), from); ++i)
        added += add_simple(shape, GEOSGetGeometryN_r(geos_context(), from, i), dimension);
    return added;
}

}  // namespace

GEOSContextHandle_t geos_context() {
    thread_local Context own;
    return own.handle;
}

bool is_too_short(const Shape& shape, std::size_t part) {
    auto size = shape.part(part).size();
    if (shape.parts[part] == Part::point) return size < 1;
    return size < (shape.parts[part] == Part::line ? 2U : 4U);
}

GeosGeometry to_geos(const Shape& shape) {
    std::size_t i = 0;
    bool single = shape.kind == Kind::point || shape.kind == Kind::line || shape.kind == Kind::polygon;
    if (single && !shape.is_empty()) return member(shape, i);
    std::vector<GeosGeometry> members;
    while (i < shape.part_count()) {
        members.push_back(member(shape, i));
        if (!members.back()) return nullptr;
    }
    std::vector<GEOSGeometry*> raw;
    for (auto& one : members) raw.push_back(one.release());
    return GeosGeometry(GEOSGeom_createCollection_r(geos_context(), type_of(shape.kind), raw.data(),
                                                    static_cast<unsigned>(raw.size())));
}

Shape from_geos(const GEOSGeometry* geometry, int dimension) {
    constexpr Kind one[] = {Kind::point, Kind::line, Kind::polygon};
    constexpr Kind many[] = {Kind::multi_point, Kind::multi_line, Kind::multi_polygon};
    Shape shape;
    auto members = add_simple(shape, geometry, dimension);
    shape.kind = members == 1 ? one[dimension] : many[dimension];
    return shape;
}

}  // namespace geo
