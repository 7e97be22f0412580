// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "tools/doorgangctl/verbs.hpp"

namespace ctl {
namespace {

struct Options {
    std::string dossier, uuid, goal;
};

template <class Action>
int run(const Options& options) {
    auto dossier = audit::Dossier::open(options.dossier, audit::this_author());
    return say_performed(dossier.perform(Action{options.uuid, options.goal}));
}

void add(CLI::App& app, Call& call, const char* name, const std::string& help, int (*run_it)(const Options&)) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand(name, help);
    verb->add_option("DOSSIER", options->dossier)->required();
    verb->add_option("UUID", options->uuid)->required();
    verb->add_option("GOAL-ID", options->goal)->required();
    on_call(*verb, call, options, run_it);
}

}  // namespace

void add_links(CLI::App& app, Call& call) {
    add(app, call, "link", base::tr("Link a finding to a goal"), run<audit::LinkGoal>);
    add(app, call, "unlink", base::tr("Unlink a finding from a goal"), run<audit::UnlinkGoal>);
}

}  // namespace ctl
