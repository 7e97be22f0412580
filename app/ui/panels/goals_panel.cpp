// SPDX-License-Identifier: EUPL-1.2
#include "app/core/figures.hpp"
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>

namespace ui {
namespace {

using Level = app::GoalRow::Level;

std::string count_words(const app::GoalRow& goal) {
    const auto number = [](std::int64_t n) {
        return base::number_for_people(static_cast<double>(n), 0, base::language());
    };
    if (goal.open + goal.solved == 0) return base::tr("no findings");
    return base::say(
        base::text("{open} open, {solved} solved", {{"open", number(goal.open)}, {"solved", number(goal.solved)}}));
}

/// An agenda or theme, with a sign that tells whether its goals are shown.
void branch_row(Ui& ui, const app::GoalRow& branch, bool folded) {
    const bool agenda = branch.level == Level::agenda;
    if (agenda) space(ui, 8);
    const Row line = text_row(ui, "goals/head/" + branch.id, branch.text,
                              {.below = agenda ? "" : count_words(branch),
                               .icon = folded ? "closed" : "open",
                               .group = "goals",
                               .strong = true,
                               .indent = agenda ? 0.0F : 4.0F});
    if (!line.pressed) return;
    auto& all = ui.state().folded_goals;
    if (!all.erase(branch.id)) all.insert(branch.id);
}

void goal_row(Ui& ui, const app::GoalRow& goal) {
    const std::string counts = count_words(goal);
    const std::string below = goal.provenance.empty() ? goal.id + app::k_dot + counts
                                                      : goal.id + app::k_dot + goal.provenance + app::k_dot + counts;
    const bool all_done = goal.open == 0 && goal.solved > 0;
    const Row line = text_row(
        ui, "goals/row/" + goal.id, goal.text,
        {.below = below, .group = "goals", .chosen = ui.state().goal == goal.id, .done = all_done, .indent = 24});
    if (line.pressed) ui.desk.dispatch("goal-choose", goal.id);
}

}  // namespace

/// The agendas with what is open and solved for each goal. A goal leads to all that is known of it.
void goals_panel(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "left", rect);
    line({rect.x1 - 1, rect.y0}, {rect.x1 - 1, rect.y1}, ui.t().line);
    words(ui, base::tr("Goals"), Style::heading, ui.t().ink, "goals/title");
    words(ui, base::tr("Choose a goal to see where it comes from, what was found and what was solved."), Style::small,
          ui.t().muted);
    const auto& folded = ui.state().folded_goals;
    bool agenda_open = true, theme_open = true;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (const auto& row : ui.desk.views().goals()) {
        const bool open = !folded.contains(row.id);
        if (row.level == Level::agenda) agenda_open = open;
        if (row.level == Level::theme) theme_open = open;
        if (row.level == Level::agenda || (row.level == Level::theme && agenda_open))
            branch_row(ui, row, !open);
        else if (row.level == Level::goal && agenda_open && theme_open)
            goal_row(ui, row);
    }
    ImGui::PopStyleVar();
}

}  // namespace ui
