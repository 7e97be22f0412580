// SPDX-License-Identifier: EUPL-1.2
#include "app/core/goal_view.hpp"

#include "audit/query/arrange.hpp"
#include "geo/base/clock.hpp"

#include <algorithm>

namespace app {
namespace {

template <class Things>
std::string label_in(const Things& things, const std::string& id, base::Language language) {
    for (const auto& thing : things)
        if (thing.id == id) return thing.label.in(language);
    return id;
}

template <class Things>
std::vector<GoalView::Fact> facts(const std::vector<audit::Mention>& mentions, const Things& things,
                                  base::Language language) {
    std::vector<GoalView::Fact> out;
    for (const auto& mention : mentions) out.push_back({label_in(things, mention.id, language), mention.inferred});
    return out;
}

/// "document-id" or "document-id#section".
std::string document_words(const audit::Catalogue& catalogue, const std::string& reference, base::Language language) {
    const auto hash = reference.find('#');
    const std::string id = reference.substr(0, hash);
    for (const auto& document : catalogue.documents) {
        if (document.id != id) continue;
        std::string words = document.label.in(language);
        if (!document.date.empty()) words += ", " + base::date_for_people(document.date, language);
        if (hash != std::string::npos) words += ", " + reference.substr(hash + 1);
        return words;
    }
    return reference;
}

void add_what_the_catalogue_says(const audit::Catalogue& catalogue, const audit::Goal& goal, base::Language language,
                                 GoalView& view) {
    for (const auto provenance : goal.provenance)
        view.provenance.push_back(base::say(audit::label_of(provenance), language));
    for (const auto& document : goal.documents) view.documents.push_back(document_words(catalogue, document, language));
    view.target_groups = facts(goal.target_groups, catalogue.target_groups, language);
    view.stakeholders = facts(goal.stakeholders, catalogue.stakeholders, language);
    for (const auto& article : goal.treaty)
        view.treaty.push_back(
            base::say(base::text("Article {number}: {text}",
                                 {{"number", article}, {"text", label_in(catalogue.treaty, article, language)}}),
                      language));
    view.treaty_note = catalogue.treaty_note.in(language);
}

void add_findings(const audit::Snapshot& snapshot, GoalView& view) {
    std::vector<std::uint32_t> rest;
    for (std::size_t i = snapshot.findings.size(); i-- > 0;) {
        const auto& finding = *snapshot.findings[i];
        if (std::find(finding.goals.begin(), finding.goals.end(), view.id) == finding.goals.end()) continue;
        const bool open = audit::is_open(finding.status);
        if (open) ++view.open;
        if (audit::is_solved(finding.status)) ++view.solved;
        if (finding.status == audit::Status::dropped) ++view.dropped;
        (open ? view.findings : rest).push_back(static_cast<std::uint32_t>(i));
    }
    view.findings.insert(view.findings.end(), rest.begin(), rest.end());
}

}  // namespace

GoalView goal_view(const audit::Snapshot& snapshot, const std::string& wanted, base::Language language) {
    for (const auto& agenda : snapshot.catalogue->agendas)
        for (const auto& theme : agenda.themes)
            for (const auto& goal : theme.goals) {
                if (goal.id != wanted) continue;
                GoalView view{.id = goal.id,
                              .label = goal.label.in(language),
                              .theme = theme.label.in(language),
                              .agenda = agenda.label.in(language)};
                add_what_the_catalogue_says(*snapshot.catalogue, goal, language, view);
                add_findings(snapshot, view);
                return view;
            }
    return {};
}

}  // namespace app
