// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/validity.hpp"

#include "geo/base/numbers.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/geometry/polygons.hpp"
#include "geo/geometry/tangle.hpp"

#include <algorithm>

namespace geo {
namespace {

base::Text at_position(std::string_view sentence, Point p) {
    return base::text(sentence, {{"x", base::number_for_files(p.x, 7)}, {"y", base::number_for_files(p.y, 7)}});
}

/// GEOS's own words for what is wrong, and ours.
base::Text explained(std::string_view reason, Point p) {
    if (reason == "Self-intersection" || reason == "Ring Self-intersection")
        return at_position("The boundary crosses or touches itself at {x}, {y}.", p);
    if (reason == "Hole lies outside shell") return at_position("A hole lies outside its polygon at {x}, {y}.", p);
    if (reason == "Holes are nested") return at_position("A hole lies inside another hole at {x}, {y}.", p);
    if (reason == "Interior is disconnected") return at_position("Holes cut the polygon in two at {x}, {y}.", p);
    if (reason == "Nested shells")
        return at_position("Two polygons of the same feature lie over each other at {x}, {y}.", p);
    if (reason == "Duplicate Rings") return at_position("The same ring is there twice at {x}, {y}.", p);
    if (reason == "Too few points in geometry component")
        return at_position("There are too few different positions at {x}, {y}.", p);
    if (reason == "Invalid Coordinate") return base::text("A coordinate is not a number.");
    return at_position("The geometry breaks the rules for valid geometry at {x}, {y}.", p);
}

std::optional<base::Text> detail_of(const GEOSGeometry* geometry) {
    char* reason = nullptr;
    GEOSGeometry* raw_location = nullptr;
    auto valid = GEOSisValidDetail_r(geos_context(), geometry, 0, &reason, &raw_location);
    GeosGeometry location(raw_location);
    std::string why = reason ? reason : "";
    if (reason) GEOSFree_r(geos_context(), reason);
    if (valid == 1) return std::nullopt;
    Point p{};
    if (location && !GEOSisEmpty_r(geos_context(), location.get())) {
        GEOSGeomGetX_r(geos_context(), location.get(), &p.x);
        GEOSGeomGetY_r(geos_context(), location.get(), &p.y);
    }
    return explained(why, p);
}

/// Without rings and lines that GEOS cannot build; a polygon goes with its shell.
Shape without_too_short(const Shape& shape) {
    Shape kept{.kind = shape.kind};
    bool shell_kept = true;
    for (std::size_t i = 0; i < shape.part_count(); ++i) {
        bool keep = !is_too_short(shape, i);
        if (shape.parts[i] == Part::shell) shell_kept = keep;
        if (shape.parts[i] == Part::hole) keep = keep && shell_kept;
        if (keep) kept.add_part(shape.parts[i], shape.part(i));
    }
    return kept;
}

int dimension_of(const Shape& shape) {
    int dimension = 0;
    for (auto part : shape.parts) dimension = std::max(dimension, part == Part::point ? 0 : part == Part::line ? 1 : 2);
    return dimension;
}

struct ParametersDelete {
    void operator()(GEOSMakeValidParams* p) const { GEOSMakeValidParams_destroy_r(geos_context(), p); }
};

GeosGeometry made_valid(const GEOSGeometry* geometry) {
    std::unique_ptr<GEOSMakeValidParams, ParametersDelete> how(GEOSMakeValidParams_create_r(geos_context()));
    // Covers what the rings cover: the other method takes doubly covered ground away.
    GEOSMakeValidParams_setMethod_r(geos_context(), how.get(), GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(geos_context(), how.get(), 0);
    return GeosGeometry(GEOSMakeValidWithParams_r(geos_context(), geometry, how.get()));
}

}  // namespace

std::optional<base::Text> why_invalid(const Shape& shape) {
    for (std::size_t i = 0; i < shape.part_count(); ++i) {
        if (!is_too_short(shape, i)) continue;
        return shape.parts[i] == Part::line ? base::text("A line needs at least two positions.")
                                            : base::text("A polygon needs at least three different corners.");
    }
    if (is_tangled(shape)) return base::text("Its lines lie too densely over each other to be checked.");
    auto geometry = to_geos(shape);
    if (!geometry) return base::text("The geometry cannot be built.");
    return detail_of(geometry.get());
}

Shape repaired(const Shape& shape) {
    auto kept = without_too_short(shape);
    Shape nothing{.kind = shape.kind};
    if (is_tangled(kept)) return nothing;
    auto geometry = to_geos(kept);
    if (!geometry || kept.is_empty()) return nothing;
    auto valid = made_valid(geometry.get());
    if (!valid) return nothing;
    auto result = from_geos(valid.get(), dimension_of(kept));
    return result.is_empty() ? nothing : result;
}

Shape right_handed(Shape shape) {
    for (std::size_t i = 0; i < shape.part_count(); ++i) {
        auto part = shape.parts[i];
        if (part != Part::shell && part != Part::hole) continue;
        auto area = signed_area(shape.part(i));
        if ((part == Part::shell && area >= 0) || (part == Part::hole && area <= 0)) continue;
        auto begin = i == 0 ? 0 : shape.part_ends[i - 1];
        std::reverse(shape.points.begin() + begin, shape.points.begin() + shape.part_ends[i]);
    }
    return shape;
}

}  // namespace geo
