// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <iostream>

namespace ctl {
namespace {

struct Options {
    std::string dossier, crs = "EPSG:28992", agenda = "leiden", norms = "crow", catalogue;
};

int run(const Options& options) {
    if (options.dossier.empty())
        throw base::Error({.code = "name-empty",
                           .message = base::text("The name of the new dossier is empty."),
                           .advice = base::text("Give a name, for example binnenstad.gpkg.")});
    audit::NewDossier wanted{geo::Crs::parse(options.crs), options.agenda, options.norms, options.catalogue};
    auto dossier = audit::Dossier::create(options.dossier, wanted, audit::this_author());
    std::cout << base::say(base::text("New dossier: {file}", {{"file", dossier.info().path}})) << std::endl;
    return Exit::done;
}

}  // namespace

void add_new(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("new", base::tr("Make a dossier"));
    verb->add_option("DOSSIER", options->dossier, base::tr("The new file, for example binnenstad.gpkg"))->required();
    verb->add_option("--crs", options->crs, base::tr("CRS of the dossier"))->capture_default_str();
    verb->add_option("--agenda", options->agenda, base::tr("Inclusion agenda"))->capture_default_str();
    verb->add_option("--norms", options->norms, base::tr("Set of norms"))->capture_default_str();
    verb->add_option("--catalogue", options->catalogue, base::tr("Folder of a city's own catalogue"));
    on_call(*verb, call, options, run);
}

}  // namespace ctl
