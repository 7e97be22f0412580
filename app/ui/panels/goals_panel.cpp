// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>

namespace ui {
namespace {

std::string count_words(const app::GoalRow& goal) {
    const auto number = [](std::int64_t n) {
        return base::number_for_people(static_cast<double>(n), 0, base::language());
    };
    if (goal.open + goal.solved == 0) return base::tr("no findings");
    return base::say(
        base::text("{open} open, {solved} solved", {{"open", number(goal.open)}, {"solved", number(goal.solved)}}));
}

void heading_row(Ui& ui, const app::GoalRow& goal) {
    const bool agenda = goal.level == app::GoalRow::Level::agenda;
    space(ui, agenda ? 8 : 2);
    words(ui, goal.text, agenda ? Style::heading : Style::strong, ui.t().ink, "goals/head/" + goal.id);
    if (!agenda) words(ui, count_words(goal), Style::small, ui.t().muted);
}

void goal_row(Ui& ui, const app::GoalRow& goal, bool chosen) {
    const std::string counts = count_words(goal);
    const std::string under =
        goal.provenance.empty() ? goal.id + "  ·  " + counts : goal.id + "  ·  " + goal.provenance + "  ·  " + counts;
    const float inset = ui.px(14), width = content_width() - inset - ui.px(8);
    const float first = text_size(ui.fonts.normal, goal.text, width).y,
                second = text_size(ui.fonts.small, under, width).y;
    const Row line =
        row(ui, "goals/row/" + goal.id, goal.text + "\n" + under, first + second + ui.px(14), chosen, "goals");
    draw_text({line.rect.x0 + inset, line.rect.y0 + ui.px(6)}, ui.fonts.normal, ui.t().ink, goal.text, width);
    draw_text({line.rect.x0 + inset, line.rect.y0 + ui.px(8) + first}, ui.fonts.small, ui.t().muted, under, width);
    if (!line.pressed) return;
    ui.state().arrangement.filter = chosen ? "" : "goal:" + goal.id;
    if (!chosen && goal.open + goal.solved > 0) ui.desk.dispatch("mode-review");
}

}  // namespace

/// The agendas with what is open and solved for each goal. A goal leads to its findings.
void goals_panel(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "left", rect);
    line({rect.x1 - 1, rect.y0}, {rect.x1 - 1, rect.y1}, ui.t().line);
    words(ui, base::tr("Goals"), Style::heading, ui.t().ink, "goals/title");
    words(ui, base::tr("Choose a goal to see its findings."), Style::small, ui.t().muted);
    for (const auto& goal : ui.desk.views().goals()) {
        if (goal.level == app::GoalRow::Level::goal)
            goal_row(ui, goal, ui.state().arrangement.filter == "goal:" + goal.id);
        else
            heading_row(ui, goal);
    }
}

}  // namespace ui
