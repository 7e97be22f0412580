// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <iostream>

namespace ctl {
namespace {

struct Options {
    std::string dossier, copy;
};

int run(const Options& options) {
    // For writing, where that is possible: what another program changed gets the same uuids here and in the copy.
    auto dossier = audit::Dossier::open(options.dossier, audit::this_author());
    auto remarks = dossier.copy_to(options.copy);
    std::cout << base::say(base::text("Copied to {file}", {{"file", options.copy}})) << std::endl;
    return say_remarks(remarks);
}

}  // namespace

void add_copy(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("copy", base::tr("Copy a dossier with its photos"));
    verb->add_option("DOSSIER", options->dossier)->required();
    verb->add_option("NEW-DOSSIER", options->copy)->required();
    on_call(*verb, call, options, run);
}

}  // namespace ctl
