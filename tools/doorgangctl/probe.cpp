// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/numbers.hpp"
#include "tools/doorgangctl/probe_json.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <nlohmann/json.hpp>

#include <iostream>

namespace ctl {
namespace {

struct Options {
    std::string source, layer, crs;
    bool json = false;
};

std::string described(const geo::Crs& crs) {
    if (!crs.is_known()) return base::tr("unknown");
    return crs.code().empty() ? crs.name() : crs.name() + " (" + crs.code() + ")";
}

std::string described(const geo::Box& extent, const geo::Crs& crs) {
    int decimals = crs.is_geographic() ? 6 : 2;
    auto number = [&](double value) { return base::number_for_people(value, decimals, base::language()); };
    return base::say(base::text("{west} to {east}, {south} to {north}", {{"west", number(extent.min_x)},
                                                                         {"east", number(extent.max_x)},
                                                                         {"south", number(extent.min_y)},
                                                                         {"north", number(extent.max_y)}}));
}

void line(const std::string& label, const std::string& value) { std::cout << "  " << label << ": " << value << "\n"; }

/// Counts that are usually 0 are shown when they are not.
void count_line(const std::string& label, std::int64_t count) {
    if (count > 0) line(label, base::number_for_people(static_cast<double>(count), 0, base::language()));
}

void print(const geo::LayerReport& layer) {
    std::cout << base::say(base::text("Layer “{layer}”", {{"layer", layer.name}})) << "\n";
    line(base::tr("Features"), base::number_for_people(static_cast<double>(layer.features), 0, base::language()));
    for (const auto& [kind, count] : layer.kinds) count_line("  " + kind, count);
    count_line("  " + base::tr("without geometry"), layer.null + layer.empty);
    count_line("  " + base::tr("unreadable"), layer.skipped);
    line(base::tr("Coordinate system"), described(layer.crs));
    if (!layer.extent.is_empty()) line(base::tr("Extent"), described(layer.extent, layer.crs));
    count_line(base::tr("Far away from all others"), layer.outliers);
    count_line(base::tr("To be repaired before measuring"), layer.repaired);
}

void print(const geo::RasterReport& raster) {
    std::cout << base::say(base::text("Image “{layer}”", {{"layer", raster.name}})) << "\n";
    auto number = [](std::int64_t value) {
        return base::number_for_people(static_cast<double>(value), 0, base::language());
    };
    line(base::tr("Size"), base::say(base::text("{width} by {height} pixels",
                                                {{"width", number(raster.width)}, {"height", number(raster.height)}})));
    line(base::tr("Coordinate system"), described(raster.crs));
    if (!raster.extent.is_empty()) line(base::tr("Extent"), described(raster.extent, raster.crs));
}

void print(const geo::SourceReport& report) {
    std::cout << report.source << " (" << report.driver << ")\n";
    for (const auto& layer : report.layers) print(layer);
    for (const auto& raster : report.rasters) print(raster);
}

int run(const Options& options) {
    geo::SourceOptions wanted{options.layer, {}};
    if (!options.crs.empty()) wanted.crs = geo::Crs::parse(options.crs);
    auto report = geo::probe(options.source, wanted);
    if (options.json) {
        // Names in old files may hold bytes that are no text at all.
        std::cout << probe_json(report).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
        return has_remarks(report) ? Exit::done_with_remarks : Exit::done;
    }
    print(report);
    std::cout.flush();
    auto remarks = report.problems;
    for (const auto& layer : report.layers) remarks.add(layer.problems);
    for (const auto& raster : report.rasters) remarks.add(raster.problems);
    return say_remarks(remarks);
}

}  // namespace

void add_probe(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("probe", base::tr("Read a source and tell what is in it"));
    verb->add_option("SOURCE", options->source)->required();
    verb->add_option("--layer", options->layer, base::tr("Only this layer"));
    verb->add_option("--crs", options->crs, base::tr("CRS of the source where it does not say so itself"));
    verb->add_flag("--json", options->json,
                   base::tr("As JSON; beside the counts with fields, plausible_crs, rasters and detail"));
    on_call(*verb, call, options, run);
}

}  // namespace ctl
