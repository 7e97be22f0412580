// SPDX-License-Identifier: EUPL-1.2
#include "app/core/figures.hpp"
#include "app/ui/panels/panels.hpp"

#include <algorithm>

namespace ui {
namespace {

using base::tr;

void status_part(Ui& ui, std::string now) {
    std::vector<Option> options;
    for (const auto status : audit::k_statuses)
        options.push_back(
            {std::string(audit::word_of(status)), app::capitalised(base::say(audit::label_of(status))), {}, {}});
    if (now.empty()) options.insert(options.begin(), {"", tr("Different"), {}, {}});
    text_field(ui, "many/reason", tr("Reason for a change of status"), ui.state().status_reason,
               {.placeholder = tr("Needed when it is dropped")});
    if (choice(ui, "many/status", tr("Status"), options, now) && !now.empty()) ui.desk.dispatch("many-status", now);
}

void severity_part(Ui& ui, std::string now) {
    std::vector<Option> options;
    for (const auto severity : audit::k_severities)
        options.push_back(
            {std::string(audit::word_of(severity)), app::capitalised(base::say(audit::label_of(severity))), {}, {}});
    if (now.empty()) options.insert(options.begin(), {"", tr("Different"), {}, {}});
    if (choice(ui, "many/severity", tr("Severity"), options, now) && !now.empty())
        ui.desk.dispatch("many-severity", now);
}

/// A field with a button of its own: nothing changes for many while somebody types.
void text_part(Ui& ui, const std::string& name, const std::string& label, const char* action, std::string& text,
               const std::string& placeholder) {
    text_field(ui, name, label, text, {.placeholder = placeholder});
    const bool enter = ui.focus.activated(name);
    if (button(ui, name + "/set", tr("Give this to all"), {.icon = "check"}) || enter) ui.desk.dispatch(action, text);
}

}  // namespace

/// Several findings at once: how many, and what can be done to all of them.
void many_panel(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "many", rect);
    line({rect.x0, rect.y0}, {rect.x0, rect.y1}, ui.t().line);
    auto& state = ui.state();
    const auto summary = ui.desk.views().picked();  // a copy: a button may change it
    words(ui, base::say(base::text("Selected: {count} findings", {{"count", std::to_string(summary.count)}})),
          Style::heading, ui.t().ink, "many/count");
    action_button(ui, "many/none", "select-none", {.weight = Weight::quiet});
    status_part(ui, summary.status);
    severity_part(ui, summary.severity);
    text_part(ui, "many/responsible", tr("Who must act"), "many-responsible", state.many_responsible, {});
    text_part(ui, "many/due", tr("To be done by"), "many-due", state.many_due, "2026-12-31");
    action_button(ui, "many/goals", "many-goals", {.width = -1});
    action_button(ui, "many/delete", "many-delete", {.width = -1});
    words(ui, tr("Each change is one step: undo takes it back for all."), Style::small, ui.t().muted, "many/help");
}

}  // namespace ui
