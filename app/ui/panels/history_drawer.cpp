// SPDX-License-Identifier: EUPL-1.2
#include "app/core/figures.hpp"
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>

namespace ui {
namespace {

using base::tr;

void person_choice(Ui& ui) {
    auto& choice_of = ui.state().history_choice;
    std::vector<Option> options{{"", tr("Everybody"), {}, {}}};
    for (const auto& person : app::people_in(ui.state().dossier_history->entries))
        options.push_back({person, person, {}, {}});
    choice(ui, "history/person", tr("Done by"), options, choice_of.person);
}

void finding_choice(Ui& ui) {
    auto& state = ui.state();
    const auto* selected = ui.desk.views().selected();
    const bool only = !state.history_choice.finding.empty();
    if (!selected && !only) return;
    if (checkbox(ui, "history/selected", tr("Only the selected finding"), only))
        state.history_choice.finding = only || !selected ? "" : selected->uuid;
}

void one_step(Ui& ui, const app::HistoryStep& step, std::size_t index) {
    const std::string title =
        step.subject.empty()
            ? step.what
            : base::say(base::text("{action}: {subject}", {{"action", step.what}, {"subject", step.subject}}));
    std::string below = step.when + (step.who.empty() ? "" : app::k_dot + step.who);
    if (step.outside) below += app::k_dot + tr("changed by another program");
    for (const auto& change : step.changes) below += "\n" + change;
    const Row line = text_row(ui, "history/step/" + std::to_string(index), title,
                              {.below = below, .icon = step.outside ? "warning" : "history", .group = "steps"});
    if (line.pressed && !step.finding.empty()) ui.desk.dispatch("finding-show", step.finding);
    space(ui, 2);
}

}  // namespace

/// Who changed what in the whole dossier, newest first. The last step can be taken back from here.
void history_drawer(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "history", rect, {.over = true, .layer = ui.drawer_layer});
    drawer_head(ui, "history", tr("History of the dossier"));
    ui.desk.follow_history();
    const auto& history = ui.state().dossier_history;
    if (!history || !history->arrived) return words(ui, tr("Reading the history …"), Style::normal, ui.t().muted);
    action_button(ui, "history/undo", "undo", {.width = -1});
    if (ui.state().snapshot->undo)
        words(ui,
              base::say(base::text("This takes back: {action}", {{"action", base::say(*ui.state().snapshot->undo)}})),
              Style::small, ui.t().muted);
    person_choice(ui);
    finding_choice(ui);
    const auto& steps = ui.desk.views().history_steps();
    constexpr std::size_t most = 200;  // what a person reads; the filters lead to older ones
    for (std::size_t i = 0; i < std::min(steps.size(), most); ++i) one_step(ui, steps[i], i);
    if (steps.empty()) words(ui, tr("Nothing was done yet."), Style::normal, ui.t().muted, "history/none");
    if (steps.size() > most || !history->complete)
        words(ui, tr("Older steps are not shown. “doorgangctl history” tells them all."), Style::small, ui.t().muted);
}

}  // namespace ui
