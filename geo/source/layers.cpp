// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/layers.hpp"

#include "geo/source/layer_crs.hpp"
#include "geo/source/open.hpp"

namespace geo {
namespace {

/// All that could be chosen, for the advice beside a name that is not there.
std::string names_of(const OpenSource& source) {
    std::string names;
    for (auto* layer : source.data->GetLayers()) names += (names.empty() ? "" : ", ") + name_of(source, *layer);
    return names;
}

[[noreturn]] void fail_missing(const std::string& name, const std::string& others) {
    throw base::Error({.code = "layer-missing",
                       .message = base::text("There is no layer “{layer}”.", {{"layer", name}}),
                       .advice = base::text("Choose from: {layers}.", {{"layers", others}})});
}

[[noreturn]] void fail_empty() {
    throw base::Error({.code = "source-empty",
                       .message = base::text("The file opens, and there is nothing in it."),
                       .advice = base::text("Ask whoever delivered it whether it should be empty.")});
}

/// The best of one member: the named one, or the first with geometry, or the first.
OGRLayer* best_layer(const OpenSource& source, const std::string& name) {
    OGRLayer* best = nullptr;
    for (auto* layer : layers_of(source, name)) {
        if (layer->GetGeomType() != wkbNone) return layer;
        if (!best) best = layer;
    }
    return best;
}

}  // namespace

std::string name_of(const OpenSource& source, OGRLayer& layer) {
    return whole_name(source.member, utf8(layer.GetName()));
}

std::vector<OGRLayer*> layers_of(const OpenSource& source, const std::string& name) {
    std::vector<OGRLayer*> layers;
    for (auto* layer : source.data->GetLayers())
        if (name.empty() || name == name_of(source, *layer)) layers.push_back(layer);
    return layers;
}

OpenLayer open_layer(const std::filesystem::path& path, const std::string& name) {
    std::optional<base::Problem> broken, pixels;
    std::string others;
    for (const auto& member : members_to_open(path)) {
        if (!may_hold(member, name)) {
            others += (others.empty() ? "" : ", ") + member.label;
            continue;
        }
        try {
            auto source = open_member(path, member);
            if (source.is_raster) pixels = about_pixels(*source.data);
            if (source.is_raster) continue;
            if (auto* layer = best_layer(source, name)) return {std::move(source), layer};
            others += (others.empty() ? "" : ", ") + names_of(source);
        } catch (const base::Error& error) {
            broken = error.problem();
        }
    }
    if (broken) throw base::Error(*broken);
    if (pixels) throw base::Error(*pixels);
    if (name.empty()) fail_empty();
    fail_missing(name, others);
}

base::Problem about_pixels(GDALDataset& data) {
    return {.code = "raster",
            .message = base::text(
                "This is an image of {width} by {height} pixels; it holds no features.",
                {{"width", std::to_string(data.GetRasterXSize())}, {"height", std::to_string(data.GetRasterYSize())}})};
}

void describe_layer(LayerReport& report, const OpenSource& source, OGRLayer& layer, const std::optional<Crs>& given) {
    report.name = name_of(source, layer);
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
