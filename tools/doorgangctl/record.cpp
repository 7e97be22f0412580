// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/identity.hpp"
#include "audit/model/verdict.hpp"
#include "audit/query/nearby.hpp"
#include "tools/doorgangctl/place.hpp"
#include "tools/doorgangctl/verbs.hpp"

namespace ctl {
namespace {

struct Options {
    std::string dossier, severity, source = "inspection";
    std::vector<std::string> measures, photos, goals;
    PlaceOptions place;
    audit::RecordFinding finding{};
};

// Looked for before recording: afterwards the finding would be its own nearest.
std::vector<audit::NearFinding> near_ones(audit::Dossier& dossier, const audit::RecordFinding& finding) {
    const auto* category = dossier.catalogue()->category(finding.category);
    if (!category) return {};
    const auto& crs = dossier.info().crs;
    auto box = audit::surroundings(crs, finding.shape, category->near_metres);
    if (box.is_empty()) return {};
    return audit::near_duplicates(*category, crs, dossier.findings_in(box), finding.shape);
}

int run(const Options& options) {
    auto dossier = audit::Dossier::open(options.dossier, audit::this_author());
    auto finding = options.finding;
    if (auto shape = parse_place(options.place, dossier.info().crs)) finding.shape = *shape;
    for (const auto& measure : options.measures)
        finding.measurements.push_back(audit::parse_measurement(*dossier.catalogue(), measure));
    for (const auto& photo : options.photos) finding.photos.emplace_back(photo);
    if (!options.goals.empty()) finding.goals = options.goals;
    if (!options.severity.empty()) finding.severity = audit::parse_severity(options.severity);
    finding.source = *audit::parse_report_source(options.source);
    auto near = near_ones(dossier, finding);
    auto performed = dossier.perform(finding);
    // Hints for people, and no doubt about what was stored: the exit code stays, and so does the uuid as last word.
    base::Problems hints;
    for (const auto& other : near) hints.add(audit::say_near(other));
    say_remarks(hints);
    return say_performed(performed);
}

}  // namespace

void add_record(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto& finding = options->finding;
    auto* verb = app.add_subcommand("record", base::tr("Record a finding"));
    verb->add_option("DOSSIER", options->dossier)->required();
    verb->add_option("--category", finding.category, base::tr("Kind of finding, see “catalogue categories”"))
        ->required();
    add_place(*verb, options->place);
    verb->add_option("--title", finding.title);
    verb->add_option("--notes", finding.notes);
    verb->add_option("--measure", options->measures, base::tr("QUANTITY=VALUE[UNIT][±ACCURACY][@METHOD]"))
        ->expected(1)
        ->take_all();
    verb->add_option("--photo", options->photos, base::tr("Photo to copy into the dossier"))->expected(1)->take_all();
    verb->add_option("--goal", options->goals, base::tr("Goal to link; default: the category's goals"))
        ->expected(1)
        ->take_all();
    verb->add_option("--severity", options->severity)->check(CLI::IsMember({"blocking", "hindering", "attention"}));
    verb->add_option("--facility", finding.facility,
                     base::tr("uuid of the facility it belongs to, see “facility list”"));
    verb->add_option("--source", options->source)
        ->check(CLI::IsMember({"inspection", "resident", "expert", "network"}));
    verb->add_option("--date", finding.date, base::tr("Date of observation, YYYY-MM-DD; default: today"));
    verb->add_option("--by", finding.by, base::tr("Who observed it; default: the person of this device"));
    verb->add_option("--responsible", finding.responsible, base::tr("Who must act, for example Handhaving"));
    verb->add_option("--due", finding.due, base::tr("By when, YYYY-MM-DD"));
    on_call(*verb, call, options, run);
}

}  // namespace ctl
