// SPDX-License-Identifier: EUPL-1.2
#include "app/core/figures.hpp"
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>

namespace ui {
namespace {

using base::tr;

std::string number(std::int64_t n) { return base::number_for_people(static_cast<double>(n), 0, base::language()); }

void list_of(Ui& ui, const std::string& title, const std::vector<std::string>& lines, const std::string& name) {
    if (lines.empty()) return;
    space(ui, 4);
    words(ui, title, Style::strong, ui.t().ink);
    int index = 0;
    for (const auto& each : lines) words(ui, each, Style::normal, ui.t().ink, name + "/" + std::to_string(index++));
}

void list_of(Ui& ui, const std::string& title, const std::vector<app::GoalView::Fact>& facts, const std::string& name) {
    std::vector<std::string> lines;
    for (const auto& fact : facts)
        lines.push_back(fact.inferred ? base::say(base::text("{group} (not named in the document, added by us)",
                                                             {{"group", fact.text}}))
                                      : fact.text);
    list_of(ui, title, lines, name);
}

/// What came of it so far: open and solved, in numbers and as a bar with words beside it.
void outcomes(Ui& ui, const app::GoalView& goal) {
    space(ui, 4);
    words(ui, tr("Findings"), Style::strong, ui.t().ink);
    const std::int64_t all = goal.open + goal.solved;
    if (all + goal.dropped == 0)
        return words(ui, tr("No finding is linked to this goal yet."), Style::normal, ui.t().muted, "goal/none");
    words(ui,
          base::say(base::text("{solved} of {all} solved, {open} open",
                               {{"solved", number(goal.solved)}, {"all", number(all)}, {"open", number(goal.open)}})),
          Style::normal, ui.t().ink, "goal/outcome");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (all > 0)
        progress_bar(ui, {at.x, at.y, at.x + content_width(), at.y + ui.px(8)},
                     static_cast<double>(goal.solved) / static_cast<double>(all));
    space(ui, 10);
    if (goal.dropped > 0)
        words(ui, base::say(base::text("Dropped: {count}", {{"count", number(goal.dropped)}})), Style::small,
              ui.t().muted);
    action_button(ui, "goal/review", "goal-review", {.width = -1});
}

void findings(Ui& ui, const app::GoalView& goal) {
    constexpr std::size_t most = 50;  // the others are a press away, in the list
    const auto& snapshot = *ui.state().snapshot;
    for (std::size_t i = 0; i < std::min(goal.findings.size(), most); ++i) {
        const auto& finding = *snapshot.findings[goal.findings[i]];
        const auto texts = app::texts_of(*snapshot.catalogue, finding, base::language());
        const Row line = text_row(ui, "goal/finding/" + finding.uuid, texts.title,
                                  {.below = texts.beside,
                                   .severity = finding.severity,
                                   .group = "goal-findings",
                                   .done = audit::is_solved(finding.status)});
        if (line.pressed) ui.desk.dispatch("finding-show", finding.uuid);
    }
    if (goal.findings.size() > most)
        words(ui, tr("The others are in the list under Review."), Style::small, ui.t().muted);
}

}  // namespace

/// The chosen goal: where it comes from, whom it concerns, what was found and what came of it.
void goal_panel(Ui& ui, const Rect& rect, const PanelLook& look) {
    const auto& goal = ui.desk.views().goal();
    const Panel panel(ui, "goal", rect, look);
    line({rect.x0, rect.y0}, {rect.x0, rect.y1}, ui.t().line);
    if (button(ui, "goal/close", tr("Close"), {.weight = Weight::quiet, .icon = "cross"})) ui.state().goal.clear();
    words(ui, goal.theme, Style::small, ui.t().muted, "goal/theme");
    words(ui, goal.label, Style::heading, ui.t().ink, "goal/title");
    words(ui, goal.id + app::k_dot + goal.agenda, Style::small, ui.t().muted, "goal/id");
    outcomes(ui, goal);
    list_of(ui, tr("Where it comes from"), goal.provenance, "goal/provenance");
    list_of(ui, tr("Documents"), goal.documents, "goal/document");
    list_of(ui, tr("For whom"), goal.target_groups, "goal/group");
    list_of(ui, tr("Who takes part"), goal.stakeholders, "goal/stakeholder");
    list_of(ui, tr("UN convention on the rights of persons with disabilities"), goal.treaty, "goal/treaty");
    if (!goal.treaty.empty()) words(ui, goal.treaty_note, Style::small, ui.t().muted);
    space(ui, 8);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    findings(ui, goal);
    ImGui::PopStyleVar();
}

}  // namespace ui
