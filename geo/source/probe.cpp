// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/features.hpp"
#include "geo/source/layer_crs.hpp"
#include "geo/source/layers.hpp"
#include "geo/source/open.hpp"
#include "geo/source/raster_bands.hpp"
#include "geo/source/source.hpp"

namespace geo {
namespace {

base::Problem nothing_in(const std::string& file) {
    return {.code = "source-empty",
            .message = base::text("The file opens, and there is nothing in it."),
            .where = {.file = file},
            .advice = base::text("Ask whoever delivered it whether it should be empty.")};
}

void note_emptiness(SourceReport& report) {
    if (!report.rasters.empty()) return;
    for (const auto& layer : report.layers)
        if (layer.features > 0) return;
    report.problems.add(nothing_in(report.source));
}

void read_layers(const OpenSource& source, const SourceOptions& options, SourceReport& report,
                 base::Progress progress) {
    auto layers = layers_of(source, options.layer);
    std::vector<LayerReport> reports(layers.size());
    std::vector<LayerCollector> collectors;
    std::vector<Reading> readings;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        describe_layer(reports[i], source, *layers[i], options.crs);
        base::Where where{.file = report.source, .layer = reports[i].name};
        collectors.emplace_back(reports[i], where,
                                Care{.keep_coordinates = false,
                                     .check_validity = !options.glance,
                                     .glance = options.glance,
                                     .is_table = layers[i]->GetGeomType() == wkbNone});
    }
    for (std::size_t i = 0; i < layers.size(); ++i) readings.push_back({layers[i], &collectors[i]});
    std::vector<std::int64_t> claims;
    for (auto* layer : layers) claims.push_back(layer->GetFeatureCount(false));
    read_features(*source.data, readings, std::move(progress));
    for (std::size_t i = 0; i < layers.size(); ++i) {
        collectors[i].finish();
        finish_report(reports[i], {.file = report.source, .layer = reports[i].name}, claims[i]);
        report.layers.push_back(std::move(reports[i]));
    }
}

void name_driver(SourceReport& report, const std::string& driver) {
    if (report.driver.find(driver) != std::string::npos) return;
    report.driver += (report.driver.empty() ? "" : ", ") + driver;
}

void probe_member(const std::filesystem::path& path, const Member& member, const SourceOptions& options,
                  SourceReport& report, base::Progress progress) {
    GdalMessages messages;
    auto source = open_member(path, member);
    name_driver(report, source.driver);
    report.problems.add(source.problems);
    if (source.is_raster) {
        auto raster = describe_raster(source, options.crs, report.source);
        if (options.layer.empty() || options.layer == raster.name) report.rasters.push_back(std::move(raster));
        return;
    }
    read_layers(source, options, report, std::move(progress));
    auto file = member.label.empty() ? path : path / member.label;
    if (source.data->GetLayerCount() == 0 && !member.label.empty()) report.problems.add(nothing_in(file.string()));
    note_complaints(report.problems, source, messages, {.file = file.string()});
}

}  // namespace

SourceReport probe(const std::filesystem::path& path, const SourceOptions& options, base::Progress progress) {
    progress.report(0);
    const auto whole = progress;
    auto members = members_to_open(path);
    SourceReport report{.source = path.string()};
    return base::at({.file = path.string()}, [&] {
        for (const auto& member : members) {
            auto share = progress.part(1.0 / static_cast<double>(members.size()));
            if (!may_hold(member, options.layer)) continue;
            try {
                probe_member(path, member, options, report, share);
            } catch (const base::Error& error) {
                if (members.size() == 1) throw;
                report.problems.add(error.problem());  // one bad file in a delivery leaves the others
            }
        }
        if (report.layers.empty() && report.rasters.empty() && !options.layer.empty())
            open_layer(path, options.layer);  // says which layers there are
        note_emptiness(report);
        whole.report(1);
        return std::move(report);
    });
}

}  // namespace geo
