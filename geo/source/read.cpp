// SPDX-License-Identifier: EUPL-1.2
#include "geo/crs/transform.hpp"
#include "geo/source/features.hpp"
#include "geo/source/layers.hpp"
#include "geo/source/placing.hpp"
#include "geo/source/source.hpp"
#include "geo/source/values.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace geo {
namespace {

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

/// Those of the fields that there are, with their places.
std::vector<std::pair<std::string, int>> places_of(const std::vector<std::string>& fields, const LayerReport& report,
                                                   OGRLayer& layer) {
    std::vector<std::pair<std::string, int>> places;
    for (const auto& field : fields)
        if (std::find(report.fields.begin(), report.fields.end(), field) != report.fields.end())
            places.emplace_back(field, index_of(layer, field));
    return places;
}

void keep_values(Layer& layer, const std::vector<std::pair<std::string, int>>& fields,
                 std::vector<std::vector<std::string>> rows) {
    if (rows.size() != layer.shapes.size()) return;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        auto& column = layer.values[fields[i].first];
        column.reserve(rows.size());
        for (auto& row : rows) column.push_back(std::move(row[i]));
    }
}

/// Everything but the coordinates' way to another CRS. @returns the indices of outliers
std::vector<std::size_t> collect(const OpenSource& source, OGRLayer& from, Layer& layer,
                                 const std::vector<std::string>& fields, const base::Where& where,
                                 base::Progress progress) {
    GdalMessages messages;
    LayerCollector collector(layer.report, where, {.is_table = from.GetGeomType() == wkbNone});
    auto claimed = from.GetFeatureCount(false);
    make_room(collector, claimed, where.file);
    const auto places = places_of(fields, layer.report, from);
    std::vector<int> wanted;
    for (const auto& [field, place] : places) wanted.push_back(place);
    read_features(*source.data, {{&from, &collector, wanted}}, std::move(progress));
    collector.finish();
    finish_report(layer.report, where, claimed);
    note_complaints(layer.report.problems, source, messages, where);
    layer.shapes = std::move(collector.shapes);
    layer.fids = std::move(collector.fids);
    keep_values(layer, places, std::move(collector.values));
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
            auto outliers = collect(source, from, layer, options.fields, where, progress.part(target ? 0.7 : 1.0));
            if (target) check_placeable(layer.report);
            if (target && layer.crs.is_known()) {
                place(Transform(layer.crs, *target), {layer.shapes, layer.fids, layer.report}, where,
                      progress.part(0.3));
                layer.crs = *target;
            }
            layer.extent = extent_of(layer, outliers);
            whole.report(1);
            return std::move(layer);
        });
    });
}

}  // namespace geo
