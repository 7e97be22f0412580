// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "tools/doorgangctl/verbs.hpp"

namespace ctl {
namespace {

struct Options {
    std::string dossier, uuid, reason;
};

int run(const Options& options) {
    auto dossier = audit::Dossier::open(options.dossier, audit::this_author());
    return say_performed(dossier.perform(audit::DeleteFinding{options.uuid, options.reason}));
}

}  // namespace

void add_delete(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("delete", base::tr("Delete a finding; undo brings it back"));
    verb->add_option("DOSSIER", options->dossier)->required();
    verb->add_option("UUID", options->uuid)->required();
    verb->add_option("--reason", options->reason);
    on_call(*verb, call, options, run);
}

}  // namespace ctl
