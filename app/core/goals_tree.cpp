// SPDX-License-Identifier: EUPL-1.2
#include "app/core/goals_tree.hpp"

#include "audit/query/arrange.hpp"
#include "audit/query/fold.hpp"

#include <sstream>
#include <utility>

namespace app {
namespace {

/// Every word of `search` stands somewhere in `text`.
bool contains_words(std::string_view text, std::string_view search) {
    const std::string all = audit::folded(text);
    std::istringstream words(audit::folded(search));
    for (std::string word; words >> word;)
        if (all.find(word) == std::string::npos) return false;
    return true;
}

std::string provenance_of(const audit::Goal& goal) {
    return goal.provenance.empty() ? "" : base::say(audit::label_of(goal.provenance.front()));
}

}  // namespace

std::vector<GoalRow> goals_tree(const audit::Snapshot& snapshot, base::Language language) {
    std::vector<GoalRow> rows;
    audit::GoalTally tally;
    for (const auto& finding : snapshot.findings) tally.add(*finding);
    for (const auto& agenda : snapshot.catalogue->agendas) {
        rows.push_back({.level = GoalRow::Level::agenda, .id = agenda.id, .text = agenda.label.in(language)});
        for (const auto& theme : agenda.themes) {
            rows.push_back({.level = GoalRow::Level::theme, .id = theme.id, .text = theme.label.in(language)});
            const std::size_t theme_row = rows.size() - 1;
            for (const auto& goal : theme.goals) {
                const audit::Count& count = tally.of(goal.id).count;
                rows.push_back({.level = GoalRow::Level::goal,
                                .id = goal.id,
                                .text = goal.label.in(language),
                                .provenance = provenance_of(goal),
                                .open = count.open,
                                .solved = count.solved});
                rows[theme_row].open += count.open;
                rows[theme_row].solved += count.solved;
            }
        }
    }
    return rows;
}

std::vector<GoalRow> matching(const std::vector<GoalRow>& rows, const std::string& search) {
    if (search.empty()) return rows;
    std::vector<GoalRow> out;
    const GoalRow *agenda = nullptr, *theme = nullptr;
    const GoalRow *shown_agenda = nullptr, *shown_theme = nullptr;
    for (const auto& row : rows) {
        if (row.level == GoalRow::Level::agenda) agenda = &row;
        if (row.level == GoalRow::Level::theme) theme = &row;
        if (row.level != GoalRow::Level::goal) continue;
        const std::string text = row.id + " " + row.text + " " + (theme ? theme->text : "");
        if (!contains_words(text, search)) continue;
        if (agenda != std::exchange(shown_agenda, agenda)) out.push_back(*agenda);
        if (theme != std::exchange(shown_theme, theme)) out.push_back(*theme);
        out.push_back(row);
    }
    return out;
}

}  // namespace app
