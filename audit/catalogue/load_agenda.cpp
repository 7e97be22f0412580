// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/entry.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace audit::detail {
namespace {

template <class Named>
const Named* find(const std::vector<Named>& all, const std::string& id) {
    auto found = std::find_if(all.begin(), all.end(), [&](const Named& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

template <class Named>
void load_named(Loading& loading, const File& file, const std::string& key, std::vector<Named>& all) {
    for_each_entry(loading, file.name, file.entries(key), [&](Entry& entry) {
        Named named{.id = entry.id(), .label = entry.label("label")};
        require_new(find(all, named.id), named.id);
        entry.finish();
        all.push_back(std::move(named));
    });
}

void load_documents(Loading& loading, const File& file) {
    auto& all = loading.catalogue.documents;
    for_each_entry(loading, file.name, file.entries("documents"), [&](Entry& entry) {
        Document document{.id = entry.id(),
                          .label = entry.label("label"),
                          .date = entry.string_or("date", {}),
                          .publisher = entry.string("publisher")};
        require_new(find(all, document.id), document.id);
        entry.finish();
        all.push_back(std::move(document));
    });
}

template <class Named>
std::vector<Mention> read_mentions(Entry& entry, const std::string& key, const std::vector<Named>& all) {
    std::vector<Mention> mentions;
    if (!entry.has(key)) return mentions;
    for (const auto& json : entry.list(key)) {
        Entry own(json);
        Mention mention{.id = own.id(), .inferred = own.flag_or("inferred", false)};
        require_known(find(all, mention.id), key, mention.id);
        own.finish();
        mentions.push_back(std::move(mention));
    }
    return mentions;
}

std::vector<Provenance> read_provenance(Entry& entry) {
    constexpr std::array all{Provenance::advised, Provenance::promised, Provenance::reported, Provenance::comparable};
    std::vector<Provenance> found;
    for (const auto& word : entry.texts("provenance")) {
        auto one = std::find_if(all.begin(), all.end(), [&](Provenance p) { return word_of(p) == word; });
        if (one == all.end()) refuse_word("provenance", word, {"advised", "promised", "reported", "comparable"});
        found.push_back(*one);
    }
    // Advice is not commitment: a goal that does not say which it is would be taken for policy.
    if (found.empty()) refuse_entry("catalogue-missing", base::text("“{key}” is missing.", {{"key", "provenance"}}));
    return found;
}

/// Reads goals, themes and agendas of one file; knows which goal ids are taken.
class AgendaReader {
public:
    AgendaReader(Loading& loading, const File& file) : loading_(loading), file_(file) {}

    void read() {
        for_each_entry(loading_, file_.name, file_.entries(), [&](Entry& entry) {
            Agenda agenda{.id = entry.id(), .label = entry.label("label")};
            require_new(find(loading_.catalogue.agendas, agenda.id), agenda.id);
            const auto& themes = entry.list("themes");
            entry.finish();
            for_each_entry(loading_, file_.name, themes,
                           [&](Entry& theme) { agenda.themes.push_back(read_theme(theme, agenda)); });
            loading_.catalogue.agendas.push_back(std::move(agenda));
        });
    }

private:
    Theme read_theme(Entry& entry, const Agenda& agenda) {
        Theme theme{.id = entry.id(), .label = entry.label("label")};
        require_new(find(agenda.themes, theme.id), theme.id);
        const auto& goals = entry.list("goals");
        entry.finish();
        for_each_entry(loading_, file_.name, goals, [&](Entry& goal) { theme.goals.push_back(read_goal(goal)); });
        return theme;
    }

    Goal read_goal(Entry& entry) {
        Goal goal{.id = entry.id(), .label = entry.label("label"), .provenance = read_provenance(entry)};
        require_new(goal_ids_.count(goal.id) ? &goal : nullptr, goal.id);
        const auto& catalogue = loading_.catalogue;
        goal.documents = entry.texts("documents");
        for (const auto& document : goal.documents)
            require_known(find(catalogue.documents, document.substr(0, document.find('#'))), "documents", document);
        goal.target_groups = read_mentions(entry, "target_groups", catalogue.target_groups);
        goal.stakeholders = read_mentions(entry, "stakeholders", catalogue.stakeholders);
        goal.treaty = entry.texts("treaty");
        for (const auto& id : goal.treaty) require_known(find(catalogue.treaty, id), "treaty", id);
        goal.indicator = entry.label_or_none("proposed_indicator");
        goal.target = entry.string_or("target", {});
        entry.finish();
        goal_ids_.insert(goal.id);
        return goal;
    }

    Loading& loading_;
    const File& file_;
    std::set<std::string> goal_ids_;
};

/// The goals that a new finding of a category is linked to. They stand with the agenda, because the categories serve
/// every city and the goals only one.
void load_default_goals(Loading& loading, const File& file) {
    auto& catalogue = loading.catalogue;
    for_each_entry(loading, file.name, file.entries("default_goals"), [&](Entry& entry) {
        auto id = entry.string("category");
        require_known(catalogue.category(id), "category", id);
        auto goals = entry.texts("goals");
        for (const auto& goal : goals) require_known(catalogue.goal(goal), "goals", goal);
        entry.finish();
        auto category = std::find_if(catalogue.categories.begin(), catalogue.categories.end(),
                                     [&](const Category& c) { return c.id == id; });
        category->default_goals = goals;
    });
}

}  // namespace

void load_agenda(Loading& loading, const File& file) {
    auto& catalogue = loading.catalogue;
    catalogue.agenda_id = std::filesystem::path(file.name).stem().string();
    catalogue.agenda_version = file.version;
    load_documents(loading, file);
    load_named(loading, file, "target_groups", catalogue.target_groups);
    load_named(loading, file, "stakeholders", catalogue.stakeholders);
    AgendaReader(loading, file).read();
    load_default_goals(loading, file);
}

}  // namespace audit::detail
