// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "audit/model/verdict.hpp"
#include "geo/base/ids.hpp"
#include "tools/doorgangctl/place.hpp"
#include "tools/doorgangctl/verbs.hpp"

namespace ctl {
namespace {

struct Options {
    std::string dossier, uuid;
    std::vector<std::string> sets, measures, added, removed;
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

/// `UUID=1.35m` names one measurement; its quantity is known then.
audit::Measurement parse_changed(audit::Dossier& dossier, const std::string& finding, const std::string& measure) {
    auto equals = measure.find('=');
    auto name = measure.substr(0, equals);
    if (equals == std::string::npos || !base::is_uuid(name))
        return audit::parse_measurement(*dossier.catalogue(), measure);
    audit::Measurement parsed{.uuid = name, .quantity = {}, .unit = {}};
    auto known = dossier.finding(finding);
    for (const auto& measurement : known ? known->measurements : std::vector<audit::Measurement>{})
        if (measurement.uuid == name)
            parsed = audit::parse_measurement(*dossier.catalogue(), measurement.quantity + measure.substr(equals));
    parsed.uuid = name;  // of no measurement of this finding: then the edit says so
    return parsed;
}

void add_removed(audit::EditFinding& edit, const audit::Catalogue& catalogue, const std::string& name) {
    if (base::is_uuid(name)) return edit.removed_measurements.push_back(name);
    if (!catalogue.quantity(name))
        throw base::Error(
            {.code = "measure-quantity",
             .message = base::text("“{name}” is no quantity, and no uuid of a measurement.", {{"name", name}}),
             .advice = base::text("“list --json” shows the measurements of a finding.")});
    edit.removed_quantities.push_back(name);
}

void refuse_nothing(const Options& options) {
    if (!options.sets.empty() || !options.measures.empty() || !options.added.empty() || !options.removed.empty() ||
        !options.place.at.empty() || !options.place.wkt.empty())
        return;
    throw base::Error({.code = "edit-nothing",
                       .message = base::text("Nothing was named to change."),
                       .advice = base::text("Name a field with --set, a measurement with --measure, --add-measure or "
                                            "--remove-measure, or a place with --at or --wkt.")});
}

int run(const Options& options) {
    refuse_nothing(options);
    auto dossier = audit::Dossier::open(options.dossier, audit::this_author());
    audit::EditFinding edit{.uuid = options.uuid};
    for (const auto& set : options.sets) edit.fields.insert(parse_set(set));
    for (const auto& measure : options.measures)
        edit.measurements.push_back(parse_changed(dossier, options.uuid, measure));
    for (const auto& measure : options.added)
        edit.added_measurements.push_back(audit::parse_measurement(*dossier.catalogue(), measure));
    for (const auto& name : options.removed) add_removed(edit, *dossier.catalogue(), name);
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
    verb->add_option(
            "--measure", options->measures,
            base::tr("QUANTITY=VALUE[UNIT][±ACCURACY][@METHOD]; replaces the one of the same quantity. Are there "
                     "several, write the uuid of the one to change instead of QUANTITY"))
        ->expected(1)
        ->take_all();
    verb->add_option("--add-measure", options->added, base::tr("The same, beside those that are there"))
        ->expected(1)
        ->take_all();
    verb->add_option("--remove-measure", options->removed,
                     base::tr("QUANTITY (all of it), or the uuid of one measurement"))
        ->expected(1)
        ->take_all();
    add_place(*verb, options->place);
    on_call(*verb, call, options, run);
}

}  // namespace ctl
