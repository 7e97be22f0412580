// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/layers.hpp"

#include "geo/source/layer_crs.hpp"
#include "geo/source/open.hpp"

namespace geo {
namespace {

std::string names_of(GDALDataset& data) {
    std::string names;
    for (auto* layer : data.GetLayers()) names += (names.empty() ? "" : ", ") + utf8(layer->GetName());
    return names;
}

[[noreturn]] void fail_missing(GDALDataset& data, const std::string& name) {
    throw base::Error({.code = "layer-missing",
                       .message = base::text("There is no layer “{layer}”.", {{"layer", name}}),
                       .advice = base::text("Choose from: {layers}.", {{"layers", names_of(data)}})});
}

}  // namespace

std::vector<OGRLayer*> layers_of(GDALDataset& data, const std::string& name) {
    std::vector<OGRLayer*> layers;
    for (auto* layer : data.GetLayers())
        if (name.empty() || name == utf8(layer->GetName())) layers.push_back(layer);
    if (layers.empty() && !name.empty()) fail_missing(data, name);
    return layers;
}

OGRLayer& layer_to_read(GDALDataset& data, const std::string& name) {
    auto layers = layers_of(data, name);
    if (layers.empty())
        throw base::Error({.code = "source-empty",
                           .message = base::text("The file opens, and there is nothing in it."),
                           .advice = base::text("Ask whoever delivered it whether it should be empty.")});
    for (auto* layer : layers)
        if (layer->GetGeomType() != wkbNone) return *layer;
    return *layers.front();
}

base::Problem about_pixels(GDALDataset& data) {
    return {.code = "raster",
            .message = base::text(
                "This is an image of {width} by {height} pixels; it holds no features.",
                {{"width", std::to_string(data.GetRasterXSize())}, {"height", std::to_string(data.GetRasterYSize())}})};
}

void describe_layer(LayerReport& report, OGRLayer& layer, const std::optional<Crs>& given) {
    report.name = utf8(layer.GetName());
    auto* definition = layer.GetLayerDefn();
    for (int i = 0; i < definition->GetFieldCount(); ++i)
        report.fields.push_back(utf8(definition->GetFieldDefn(i)->GetNameRef()));
    name_crs(report, given, layer.GetSpatialRef());
}

void finish_report(LayerReport& report, const base::Where& where, std::int64_t claimed) {
    if (report.features == 0)
        report.problems.add(
            {.code = "layer-empty", .message = base::text("The layer holds no features."), .where = where});
    if (claimed < 0 || claimed == report.features) return;
    report.problems.add(
        {.code = "count-wrong",
         .message = base::text("The source says it holds {claimed} features, but there are {found}.",
                               {{"claimed", std::to_string(claimed)}, {"found", std::to_string(report.features)}}),
         .where = where,
         .advice = base::text("Ask for a new delivery if features are missing.")});
}

void note_complaints(base::Problems& problems, const OpenSource& source, const GdalMessages& since,
                     const base::Where& where) {
    auto detail = source.complaints;
    if (since.any_failure()) detail += (detail.empty() ? "" : "\n") + since.detail();
    if (detail.empty()) return;
    problems.add({.code = "source-faulty",
                  .message = base::text("The file has faults that were passed over."),
                  .where = where,
                  .advice = base::text("Compare what is shown with what should be there."),
                  .detail = detail});
}

}  // namespace geo
