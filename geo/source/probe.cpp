// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/features.hpp"
#include "geo/source/layer_crs.hpp"
#include "geo/source/layers.hpp"
#include "geo/source/open.hpp"
#include "geo/source/source.hpp"

namespace geo {
namespace {

RasterReport describe_raster(GDALDataset& data, const std::optional<Crs>& given) {
    RasterReport raster;
    raster.width = data.GetRasterXSize();
    raster.height = data.GetRasterYSize();
    raster.bands = data.GetRasterCount();
    raster.crs = given ? *given : crs_of(data.GetSpatialRef());
    double t[6];
    if (data.GetGeoTransform(t) != CE_None) return raster;
    for (double column : {0.0, static_cast<double>(raster.width)})
        for (double row : {0.0, static_cast<double>(raster.height)})
            raster.extent.grow(Point{t[0] + column * t[1] + row * t[2], t[3] + column * t[4] + row * t[5]});
    return raster;
}

void note_emptiness(SourceReport& report) {
    for (const auto& layer : report.layers)
        if (layer.features > 0) return;
    report.problems.add({.code = "source-empty",
                         .message = base::text("The file opens, and there is nothing in it."),
                         .where = {.file = report.source},
                         .advice = base::text("Ask whoever delivered it whether it should be empty.")});
}

void read_layers(OpenSource& source, const SourceOptions& options, SourceReport& report, base::Progress progress) {
    auto layers = layers_of(*source.data, options.layer);
    report.layers.resize(layers.size());
    std::vector<LayerCollector> collectors;
    std::vector<Reading> readings;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        describe_layer(report.layers[i], *layers[i], options.crs);
        base::Where where{.file = report.source, .layer = report.layers[i].name};
        collectors.emplace_back(
            report.layers[i], where,
            Care{.keep_coordinates = false, .check_validity = true, .is_table = layers[i]->GetGeomType() == wkbNone});
    }
    for (std::size_t i = 0; i < layers.size(); ++i) readings.push_back({layers[i], &collectors[i]});
    std::vector<std::int64_t> claims;
    for (auto* layer : layers) claims.push_back(layer->GetFeatureCount(false));
    read_features(*source.data, readings, std::move(progress));
    for (std::size_t i = 0; i < layers.size(); ++i) {
        collectors[i].finish();
        finish_report(report.layers[i], {.file = report.source, .layer = report.layers[i].name}, claims[i]);
    }
}

}  // namespace

SourceReport probe(const std::filesystem::path& path, const SourceOptions& options, base::Progress progress) {
    GdalMessages messages;
    progress.report(0);
    const auto whole = progress;
    auto source = open_source(path);
    return base::at({.file = path.string()}, [&] {
        SourceReport report{.source = path.string(), .driver = source.driver};
        report.problems.add(source.problems);
        if (source.is_raster) {
            report.raster = describe_raster(*source.data, options.crs);
            auto problem = about_pixels(*source.data);
            problem.where.file = report.source;
            report.problems.add(problem);
            return report;
        }
        read_layers(source, options, report, progress);
        note_emptiness(report);
        note_complaints(report.problems, source, messages, {.file = report.source});
        whole.report(1);
        return report;
    });
}

}  // namespace geo
