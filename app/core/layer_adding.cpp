// SPDX-License-Identifier: EUPL-1.2
#include "app/core/layer_adding.hpp"

#include "app/scene/style.hpp"
#include "geo/source/drawable.hpp"

#include <algorithm>

namespace app {
namespace {

geo::Kind usual_kind(const geo::LayerReport& report) {
    std::int64_t points = 0, lines = 0, polygons = 0;
    for (const auto& [name, count] : report.kinds) {
        if (name.ends_with("Point")) points += count;
        if (name.ends_with("LineString")) lines += count;
        if (name.ends_with("Polygon")) polygons += count;
    }
    if (polygons >= lines && polygons >= points) return geo::Kind::polygon;
    return lines >= points ? geo::Kind::line : geo::Kind::point;
}

[[noreturn]] void nothing_found(const std::filesystem::path& path) {
    base::Problem problem{.code = "layer-nothing",
                          .message = base::text("There is nothing in it that a map can show.")};
    problem.where.file = path.string();
    problem.advice = base::text("Choose a file with points, lines or areas.");
    throw base::Error(problem);
}

}  // namespace

FoundLayers look_at_source(const std::filesystem::path& path, const std::string& layer, const std::string& crs,
                           base::Progress progress) {
    geo::SourceOptions options{.layer = layer, .glance = true};
    if (!crs.empty()) options.crs = geo::Crs::parse(crs);
    FoundLayers found;
    const auto source = geo::probe(path, options, progress);
    base::Problems left_out;  // the load report of the source tells these too
    for (const auto& report : geo::drawable_layers(source, left_out)) {
        if (report.crs_from == geo::CrsFrom::missing)
            found.questions.push_back({path.string(), report.name, report.plausible});
        else
            found.layers.push_back(
                {report.name, default_order(geo::telling_name(path, report.name), usual_kind(report))});
    }
    for (const auto& raster : source.rasters) {
        if (raster.extent.is_empty()) continue;
        if (raster.crs_from == geo::CrsFrom::missing)
            found.questions.push_back({path.string(), raster.name, raster.plausible});
        else
            found.layers.push_back({.layer = raster.name, .is_image = true});
    }
    if (found.layers.empty() && found.questions.empty()) nothing_found(path);
    std::stable_sort(found.layers.begin(), found.layers.end(),
                     [](const auto& a, const auto& b) { return a.order < b.order; });
    return found;
}

std::vector<audit::DossierAction> layer_actions_for(const std::filesystem::path& path, const FoundLayers& found,
                                                    const std::string& crs, const std::string& name,
                                                    const audit::Snapshot& snapshot) {
    std::vector<audit::DossierAction> actions;
    for (const auto& layer : found.layers) {
        const bool there = std::any_of(snapshot.layers.begin(), snapshot.layers.end(), [&](const auto& source) {
            return source.path == path.string() && source.layer == layer.layer && source.crs == crs;
        });
        if (there) continue;
        const std::string own = found.layers.size() == 1 ? name : std::string();
        actions.push_back(audit::AddLayer{.path = path,
                                          .layer = layer.layer,
                                          .crs = crs,
                                          .name = own.empty() ? geo::telling_name(path, layer.layer) : own,
                                          .at_bottom = layer.is_image});
    }
    return actions;
}

}  // namespace app
