// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/placing.hpp"

#include "geo/source/layer_crs.hpp"

#include <algorithm>
#include <cmath>

namespace geo {
namespace {

/// Positions transformed between two reports of progress: some milliseconds of PROJ.
constexpr std::size_t k_chunk = 50'000;
/// Steps along each side of a box: its sides become curves.
constexpr int k_steps = 20;

bool is_finite(std::span<const Point> points) {
    for (auto p : points)
        if (!std::isfinite(p.x)) return false;
    return true;
}

bool is_finite(const Shapes& shapes, std::size_t feature) {
    for (auto part = shapes.first_part(feature); part < shapes.feature_ends[feature]; ++part)
        if (!is_finite(shapes.part(part))) return false;
    return true;
}

void find_boxes(Shapes& shapes) {
    for (std::size_t feature = 0; feature < shapes.size(); ++feature) {
        Box box;
        auto first = shapes.first_part(feature), end = shapes.feature_ends[feature];
        if (first < end)
            for (auto i = shapes.part_begin(first); i < shapes.part_ends[end - 1]; ++i) box.grow(shapes.points[i]);
        shapes.boxes[feature] = box;
    }
}

/// Takes the parts of features away that have positions outside the reach of the transformation.
void drop_unplaced(Placed features, const base::Where& where) {
    Shapes kept;
    auto& [shapes, fids, report] = features;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        bool placed = is_finite(shapes, i);
        kept.add(placed ? shapes.shape(i) : Shape{});
        if (placed) continue;
        if (auto& counted = report.kinds[name_of(shapes.kinds[i])]; --counted == 0)
            report.kinds.erase(name_of(shapes.kinds[i]));
        ++report.skipped;
        report.problems.add({.code = "crs-outside",
                             .message = base::text("A position lies where the coordinate system cannot be used."),
                             .where = {where.file, where.layer, {}, fids[i]},
                             .advice = base::text("Check in which coordinate system the coordinates are.")});
    }
    shapes = std::move(kept);
}

}  // namespace

void place(const Transform& transform, Placed features, const base::Where& where, base::Progress progress) {
    if (transform.is_identity()) return;
    auto& points = features.shapes.points;
    std::size_t failed = 0;
    for (std::size_t begin = 0; begin < points.size(); begin += k_chunk) {
        failed += transform.apply(std::span(points).subspan(begin, std::min(k_chunk, points.size() - begin)));
        progress.report(static_cast<double>(begin) / static_cast<double>(points.size()));
    }
    if (failed > 0) drop_unplaced(features, where);
    find_boxes(features.shapes);
}

void check_placeable(const LayerReport& report) {
    bool nothing_there = report.extent.is_empty();
    if (report.crs_from == CrsFrom::missing ? nothing_there
                                            : nothing_there || !fits_no_place(report.crs, report.extent))
        return;
    throw base::Error(crs_problem(report.crs_from, report.crs, report.plausible));
}

Box place(const Transform& transform, const Box& box) {
    if (box.is_empty() || transform.is_identity()) return box;
    std::vector<Point> outline;
    for (int i = 0; i <= k_steps; ++i) {
        const double share = static_cast<double>(i) / k_steps;
        const double x = box.min_x + box.width() * share, y = box.min_y + box.height() * share;
        for (auto p : {Point{x, box.min_y}, Point{x, box.max_y}, Point{box.min_x, y}, Point{box.max_x, y}})
            outline.push_back(p);
    }
    transform.apply(outline);
    Box placed;
    for (auto p : outline) placed.grow(p);
    return placed;
}

}  // namespace geo
