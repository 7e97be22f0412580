// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/catalogue.hpp"

#include "tools/doorgangctl/describe.hpp"
#include "tools/doorgangctl/table.hpp"
#include "tools/doorgangctl/verbs.hpp"

#include <array>
#include <iostream>

namespace ctl {
namespace {

using audit::Catalogue;
using nlohmann::ordered_json;

struct Options {
    std::string part, folder;
    bool json = false;
};

/// A catalogue as every agenda, and as every set of norms, makes it.
struct Shelf {
    std::vector<Catalogue> by_agenda{}, by_norms{};
    base::Problems remarks{};
};

Shelf load_shelf(const std::filesystem::path& folder) {
    Shelf shelf;
    auto agendas = audit::agendas_in(folder), norms = audit::norms_in(folder);
    if (agendas.empty() || norms.empty())
        throw base::Error({.code = "catalogue-file-missing",
                           .message = base::text("This folder holds no catalogue: it has no norms or no agendas."),
                           .where = {.file = folder.string()},
                           .advice = base::text("Choose the folder of a whole catalogue.")});
    auto load = [&](const std::string& norm, const std::string& agenda, std::vector<Catalogue>& into) {
        auto loaded = audit::load_catalogue(audit::read_catalogue_files(folder, norm, agenda));
        into.push_back(std::move(loaded.value));
        shelf.remarks.add(loaded.problems);
    };
    for (const auto& agenda : agendas) load(norms.at(0), agenda, shelf.by_agenda);
    for (const auto& norm : norms) load(norm, agendas.at(0), shelf.by_norms);
    return shelf;
}

const std::string& in_language(const audit::Label& label) { return label.in(base::language()); }

ordered_json categories_json(const Shelf& shelf) {
    auto all = ordered_json::array();
    for (const auto& category : shelf.by_agenda.front().categories) all.push_back(describe(category));
    return all;
}

void print_categories(const Shelf& shelf) {
    Table table({{base::tr("Category"), 30}, {base::tr("Mark"), 4}, {base::tr("What people call it")}}, std::cout,
                line_width());
    for (const auto& category : shelf.by_agenda.front().categories)
        table.add({category.id, category.letter, in_language(category.label)});
}

ordered_json criteria_json(const Shelf& shelf) {
    auto all = ordered_json::array();
    for (const auto& criterion : shelf.by_norms.front().criteria) all.push_back(describe(criterion));
    return all;
}

void print_criteria(const Shelf& shelf) {
    Table table({{base::tr("Criterion"), 20},
                 {base::tr("Threshold"), 12},
                 {base::tr("Source"), 30},
                 {base::tr("How sure"), 20},
                 {base::tr("What is asked")}},
                std::cout, line_width());
    for (const auto& criterion : shelf.by_norms.front().criteria)
        table.add({criterion.id, say_threshold(criterion), criterion.source,
                   base::say(audit::label_of(criterion.trust)), in_language(criterion.label)});
}

template <class Use>
void for_each_goal(const Shelf& shelf, Use use) {
    for (const auto& catalogue : shelf.by_agenda)
        for (const auto& agenda : catalogue.agendas)
            for (const auto& theme : agenda.themes)
                for (const auto& goal : theme.goals) use(agenda, theme, goal);
}

ordered_json goals_json(const Shelf& shelf) {
    auto all = ordered_json::array();
    for_each_goal(shelf, [&](const audit::Agenda& agenda, const audit::Theme& theme, const audit::Goal& goal) {
        auto json = describe(goal);
        json["agenda"] = agenda.id;
        json["theme"] = theme.id;
        all.push_back(json);
    });
    return all;
}

void print_goals(const Shelf& shelf) {
    Table table({{base::tr("Goal"), 8}, {base::tr("Provenance"), 18}, {base::tr("What is to be reached")}}, std::cout,
                line_width());
    for_each_goal(shelf, [&](const audit::Agenda&, const audit::Theme&, const audit::Goal& goal) {
        table.add({goal.id, say_provenance(goal), in_language(goal.label)});
    });
}

ordered_json norms_json(const Shelf& shelf) {
    auto all = ordered_json::array();
    for (const auto& catalogue : shelf.by_norms) all.push_back(describe(catalogue.norms));
    return all;
}

void print_norms(const Shelf& shelf) {
    Table table({{base::tr("Norms"), 10},
                 {base::tr("Version"), 8},
                 {base::tr("Criteria"), 8, true},
                 {base::tr("What people call it")}},
                std::cout, line_width());
    for (const auto& catalogue : shelf.by_norms)
        table.add({catalogue.norms.id, catalogue.norms.version, std::to_string(catalogue.norms.criteria.size()),
                   in_language(catalogue.norms.label)});
}

struct Part {
    const char* name;
    ordered_json (*json)(const Shelf&);
    void (*print)(const Shelf&);
};
constexpr std::array k_parts{
    Part{"categories", categories_json, print_categories},
    Part{"criteria", criteria_json, print_criteria},
    Part{"goals", goals_json, print_goals},
    Part{"norms", norms_json, print_norms},
};

ordered_json json_of(const Shelf& shelf, const std::string& wanted) {
    ordered_json all = ordered_json::object();
    for (const auto& part : k_parts) {
        if (wanted == part.name) return part.json(shelf);
        all[part.name] = part.json(shelf);
    }
    return all;
}

void print(const Shelf& shelf, const std::string& wanted) {
    for (const auto& part : k_parts) {
        if (!wanted.empty() && wanted != part.name) continue;
        part.print(shelf);
        if (wanted.empty() && &part != &k_parts.back()) std::cout << "\n";
    }
}

int run(const Options& options) {
    auto shelf =
        load_shelf(options.folder.empty() ? audit::standard_catalogue_folder() : std::filesystem::path(options.folder));
    answer(
        options.json, [&] { return json_of(shelf, options.part); }, [&] { print(shelf, options.part); });
    return say_remarks(shelf.remarks);
}

}  // namespace

void add_catalogue(CLI::App& app, Call& call) {
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand("catalogue", base::tr("What can be found, measured, asked and reached"));
    verb->add_option("PART", options->part)->check(CLI::IsMember({"categories", "criteria", "goals", "norms"}));
    verb->add_option("--catalogue", options->folder, base::tr("Folder of a city's own catalogue; default: ours"));
    verb->add_flag("--json", options->json);
    add_catalogue_update(*verb, call);
    verb->callback([verb, &call, options] {
        // The verb under this one was asked for.
        if (!verb->get_subcommands().empty()) return;
        call.run = [options] { return run(*options); };
    });
}

}  // namespace ctl
