// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "audit/model/verdict.hpp"
#include "tools/doorgangctl/place.hpp"
#include "tools/doorgangctl/verbs.hpp"

namespace ctl {
namespace {

struct Options {
    std::string dossier, uuid;
    std::vector<std::string> sets, measures;
    PlaceOptions place;
};

std::pair<std::string, std::string> parse_set(const std::string& set) {
    auto equals = set.find('=');
    if (equals == std::string::npos || equals == 0)
        throw base::Error({.code = "set-broken",
                           .message = base::text("“{set}” sets no field.", {{"set", set}}),
                           .advice = base::text("Write FIELD=VALUE, for example title=Terras.")});
    return {set.substr(0, equals), set.substr(equals + 1)};
}

int run(const Options& options) {
    auto dossier = audit::Dossier::open(options.dossier, audit::this_author());
    audit::EditFinding edit{.uuid = options.uuid};
    for (const auto& set : options.sets) edit.fields.insert(parse_set(set));
    for (const auto& measure : options.measures)
        edit.measurements.push_back(audit::parse_measurement(*dossier.catalogue(), measure));
    edit.shape = parse_place(options.place, dossier.info().crs);
    return say_performed(dossier.perform(edit));
}

}  // namespace

void add_edit(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("edit", base::tr("Change a finding"));
    verb->add_option("DOSSIER", options->dossier)->required();
    verb->add_option("UUID", options->uuid)->required();
    verb->add_option("--set", options->sets, base::tr("FIELD=VALUE; an empty value clears the field"))
        ->expected(1)
        ->take_all();
    verb->add_option("--measure", options->measures,
                     base::tr("QUANTITY=VALUE[UNIT][±ACCURACY][@METHOD]; replaces the one of the same quantity"))
        ->expected(1)
        ->take_all();
    add_place(*verb, options->place);
    on_call(*verb, call, options, run);
}

}  // namespace ctl
