// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/exporters.hpp"
#include "geo/crs/transform.hpp"
#include "tools/doorgangctl/feed.hpp"
#include "tools/doorgangctl/reading.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <algorithm>
#include <iostream>

namespace ctl {
namespace {

struct Options {
    std::string dossier, out, format, where, crs;
    std::string audience{audit::word_of(audit::Audience::outside)};
};

std::vector<std::string> formats() {
    std::vector<std::string> names;
    for (const auto& exporter : audit::exporters()) names.emplace_back(exporter.name);
    return names;
}

void say_exported(const audit::Exported& exported, const std::string& file) {
    std::cout << base::say(base::text("Exported {count} findings to {file}",
                                      {{"count", std::to_string(exported.findings)}, {"file", file}}))
              << "\n";
    if (exported.without_place > 0)
        std::cout << base::say(base::text("Of these, {count} have no place on the map.",
                                          {{"count", std::to_string(exported.without_place)}}))
                  << "\n";
}

int run(const Options& options) {
    const auto& exporter =
        options.format.empty() ? audit::exporter_for(options.out) : audit::exporter_named(options.format);
    // A wrong datum shift would put every finding a street away, unseen.
    if (auto broken = geo::check_known_point()) throw base::Error(*broken);
    auto dossier = open_to_read(options.dossier);
    audit::ExportOptions how{.audience = audit::parse_audience(options.audience).value(),
                             .language = base::language(),
                             .where = audit::parse_filter(options.where)};
    if (!options.crs.empty()) how.crs = geo::Crs::parse(options.crs);
    auto exported = audit::export_findings(exporter, options.out, feed_of(dossier), how);
    say_exported(exported, options.out);
    return std::max(say_unknown(how.where, *dossier.catalogue()), say_remarks(exported.remarks));
}

}  // namespace

void add_export(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("export", base::tr("Findings as a file for maps or spreadsheets"));
    verb->add_option("DOSSIER", options->dossier)->required();
    verb->add_option("OUT", options->out, base::tr("The file to write; its ending says the format"))->required();
    verb->add_option("--format", options->format)->check(CLI::IsMember(formats()));
    verb->add_option("--audience", options->audience, base::tr("public leaves out who observed and the internal notes"))
        ->check(CLI::IsMember({"public", "internal"}))
        ->capture_default_str();
    add_where(*verb, options->where);
    verb->add_option("--crs", options->crs, base::tr("Coordinates of a csv, for example EPSG:28992"));
    on_call(*verb, call, options, run);
}

}  // namespace ctl
