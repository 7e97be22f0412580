// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "tools/doorgangctl/verbs.hpp"

namespace ctl {
namespace {

struct Options {
    std::string dossier;
};

template <class Action>
int run(const Options& options) {
    auto dossier = audit::Dossier::open(options.dossier, audit::this_author());
    return say_performed(dossier.perform(Action{}));
}

void add(CLI::App& app, Call& call, const char* name, const std::string& help, int (*run_it)(const Options&)) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand(name, help);
    verb->add_option("DOSSIER", options->dossier)->required();
    on_call(*verb, call, options, run_it);
}

}  // namespace

void add_undo(CLI::App& app, Call& call) {
    add(app, call, "undo", base::tr("Take back this device's last command"), run<audit::Undo>);
    add(app, call, "redo", base::tr("Do again what was taken back last"), run<audit::Redo>);
}

}  // namespace ctl
