// SPDX-License-Identifier: EUPL-1.2
#include "geo/crs/transform.hpp"
#include "geo/source/features.hpp"
#include "geo/source/layer_crs.hpp"
#include "geo/source/layers.hpp"
#include "geo/source/source.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace geo {
namespace {

/// Positions transformed between two reports of progress: some milliseconds of PROJ.
constexpr std::size_t k_chunk = 50'000;

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
void drop_unplaced(Layer& layer, const base::Where& where) {
    Shapes kept;
    for (std::size_t i = 0; i < layer.shapes.size(); ++i) {
        bool placed = is_finite(layer.shapes, i);
        kept.add(placed ? layer.shapes.shape(i) : Shape{});
        if (placed) continue;
        auto& kinds = layer.report.kinds;
        auto counted = kinds.find(name_of(layer.shapes.kinds[i]));
        if (counted != kinds.end() && --counted->second == 0) kinds.erase(counted);
        ++layer.report.skipped;
        layer.report.problems.add({.code = "crs-outside",
                                   .message = base::text("A position lies where the coordinate system cannot be used."),
                                   .where = {where.file, where.layer, {}, layer.fids[i]},
                                   .advice = base::text("Check in which coordinate system the coordinates are.")});
    }
    layer.shapes = std::move(kept);
}

void transform(Layer& layer, const Crs& target, const base::Where& where, base::Progress progress) {
    Transform transform(layer.crs, target);
    layer.crs = target;
    if (transform.is_identity()) return;
    auto& points = layer.shapes.points;
    std::size_t failed = 0;
    for (std::size_t begin = 0; begin < points.size(); begin += k_chunk) {
        failed += transform.apply(std::span(points).subspan(begin, std::min(k_chunk, points.size() - begin)));
        progress.report(static_cast<double>(begin) / static_cast<double>(points.size()));
    }
    if (failed > 0) drop_unplaced(layer, where);
    find_boxes(layer.shapes);
}

/// @throws base::Error when the coordinates cannot be placed
void check_placeable(const LayerReport& report) {
    bool nothing_there = report.extent.is_empty();
    if (report.crs_from == CrsFrom::missing ? nothing_there
                                            : nothing_there || !fits_no_place(report.crs, report.extent))
        return;
    throw base::Error(crs_problem(report.crs_from, report.crs, report.plausible));
}

Box extent_of(const Layer& layer, std::span<const std::size_t> outliers) {
    Box extent;
    for (std::size_t i = 0; i < layer.shapes.size(); ++i) {
        bool is_outlier = !outliers.empty() && outliers.front() == i;
        if (is_outlier)
            outliers = outliers.subspan(1);
        else
            extent.grow(layer.shapes.boxes[i]);
    }
    return extent;
}

/// Growing step by step needs half as much again as what is kept, and copies it; what is reserved too much is never
/// touched and costs nothing. The count may lie: no more is believed than the file has room for.
void make_room(LayerCollector& collector, std::int64_t claimed, const std::string& file) {
    constexpr std::uintmax_t k_corners = 24, k_least_bytes = 12;
    std::error_code failed;
    const auto bytes = std::filesystem::file_size(file, failed);
    if (failed || claimed <= 0) return;
    const auto features = std::min(static_cast<std::uintmax_t>(claimed), bytes / k_least_bytes);
    collector.fids.reserve(features);
    collector.shapes.points.reserve(std::min(features * k_corners, bytes / k_least_bytes));
    collector.shapes.part_ends.reserve(features * 2);
    collector.shapes.parts.reserve(features * 2);
    collector.shapes.feature_ends.reserve(features);
    collector.shapes.kinds.reserve(features);
    collector.shapes.boxes.reserve(features);
}

/// Everything but the coordinates' way to another CRS. @returns the indices of outliers
std::vector<std::size_t> collect(const OpenSource& source, OGRLayer& from, Layer& layer, const base::Where& where,
                                 base::Progress progress) {
    GdalMessages messages;
    LayerCollector collector(layer.report, where, {.is_table = from.GetGeomType() == wkbNone});
    auto claimed = from.GetFeatureCount(false);
    make_room(collector, claimed, where.file);
    read_features(*source.data, {{&from, &collector}}, std::move(progress));
    collector.finish();
    finish_report(layer.report, where, claimed);
    note_complaints(layer.report.problems, source, messages, where);
    layer.shapes = std::move(collector.shapes);
    layer.fids = std::move(collector.fids);
    layer.crs = layer.report.crs;
    return std::move(collector.outliers);
}

}  // namespace

Layer read_layer(const std::filesystem::path& path, const SourceOptions& options, const std::optional<Crs>& target,
                 base::Progress progress) {
    progress.report(0);
    const auto whole = progress;
    return base::at({.file = path.string(), .layer = options.layer}, [&] {
        auto opened = open_layer(path, options.layer);
        auto& source = opened.source;
        auto& from = *opened.layer;
        Layer layer;
        describe_layer(layer.report, source, from, options.crs);
        layer.name = layer.report.name;
        base::Where where{.file = path.string(), .layer = layer.name};
        return base::at(where, [&] {
            auto outliers = collect(source, from, layer, where, progress.part(target ? 0.7 : 1.0));
            if (target) check_placeable(layer.report);
            if (target && layer.crs.is_known()) transform(layer, *target, where, progress.part(0.3));
            layer.extent = extent_of(layer, outliers);
            whole.report(1);
            return std::move(layer);
        });
    });
}

}  // namespace geo
