// SPDX-License-Identifier: EUPL-1.2
#include "audit/query/arrange.hpp"
#include "tools/doorgangctl/describe.hpp"
#include "tools/doorgangctl/reading.hpp"
#include "tools/doorgangctl/table.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <iostream>

namespace ctl {
namespace {

using nlohmann::ordered_json;

struct Options {
    std::string dossier;
    bool json = false;
};

constexpr std::size_t k_id_width = 8, k_count_width = 5, k_provenance_width = 18;

ordered_json json_of(const audit::Goal& goal, const audit::GoalTally& tally) {
    auto json = describe(goal);
    const auto& linked = tally.of(goal.id);
    json["findings"] = linked.findings;
    json["open"] = linked.count.open;
    json["solved"] = linked.count.solved;
    return json;
}

ordered_json json_of(const audit::Catalogue& catalogue, const audit::GoalTally& tally) {
    auto agendas = ordered_json::array();
    for (const auto& agenda : catalogue.agendas) {
        auto themes = ordered_json::array();
        for (const auto& theme : agenda.themes) {
            auto goals = ordered_json::array();
            for (const auto& goal : theme.goals) goals.push_back(json_of(goal, tally));
            themes.push_back({{"id", theme.id}, {"label", theme.label.in(base::language())}, {"goals", goals}});
        }
        agendas.push_back({{"id", agenda.id}, {"label", agenda.label.in(base::language())}, {"themes", themes}});
    }
    return {{"agendas", agendas}};
}

void print(const audit::Theme& theme, const audit::GoalTally& tally) {
    std::cout << "\n" << theme.label.in(base::language()) << "\n";
    Table table({{base::tr("Goal"), k_id_width},
                 {base::tr("Open"), k_count_width, true},
                 {base::tr("Solved"), k_count_width, true},
                 {base::tr("Provenance"), k_provenance_width},
                 {base::tr("What is to be reached")}},
                std::cout, line_width());
    for (const auto& goal : theme.goals) {
        const auto& count = tally.of(goal.id).count;
        table.add({goal.id, std::to_string(count.open), std::to_string(count.solved), say_provenance(goal),
                   goal.label.in(base::language())});
    }
}

void print(const audit::Catalogue& catalogue, const audit::GoalTally& tally) {
    for (const auto& agenda : catalogue.agendas) {
        std::cout << (&agenda == &catalogue.agendas.front() ? "" : "\n") << agenda.label.in(base::language()) << "\n";
        for (const auto& theme : agenda.themes) print(theme, tally);
    }
}

int run(const Options& options) {
    auto dossier = open_to_read(options.dossier);
    audit::GoalTally tally;
    dossier.for_each_finding([&](const audit::Finding& finding) { tally.add(finding); });
    const auto& catalogue = *dossier.catalogue();
    answer(
        options.json, [&] { return json_of(catalogue, tally); }, [&] { print(catalogue, tally); });
    return Exit::done;
}

}  // namespace

void add_goals(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("goals", base::tr("The goals of the agenda, with what was found and solved"));
    verb->add_option("DOSSIER", options->dossier)->required();
    verb->add_flag("--json", options->json);
    on_call(*verb, call, options, run);
}

}  // namespace ctl
