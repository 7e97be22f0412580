// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "tools/doorgangctl/verbs.hpp"

namespace ctl {
namespace {

struct Options {
    std::string dossier, uuid, status, reason;
};

int run(const Options& options) {
    auto dossier = audit::Dossier::open(options.dossier, audit::this_author());
    return say_performed(
        dossier.perform(audit::SetStatus{options.uuid, *audit::parse_status(options.status), options.reason}));
}

}  // namespace

void add_status(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("status", base::tr("Change the status of a finding"));
    verb->add_option("DOSSIER", options->dossier)->required();
    verb->add_option("UUID", options->uuid)->required();
    verb->add_option("STATUS", options->status)
        ->required()
        ->check(CLI::IsMember({"open", "in-progress", "solved", "verified", "dropped"}));
    verb->add_option("--reason", options->reason, base::tr("Why; dropped needs one"));
    on_call(*verb, call, options, run);
}

}  // namespace ctl
