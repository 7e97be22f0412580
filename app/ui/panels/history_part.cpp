// SPDX-License-Identifier: EUPL-1.2
#include "app/core/figures.hpp"
#include "app/ui/panels/panels.hpp"

namespace ui {
namespace {

using base::tr;

/// Asked again when the finding or the dossier changed; the answer comes with a later frame.
void ask(Ui& ui, const audit::Finding& finding) {
    auto& state = ui.state();
    const std::string wanted = finding.uuid + "/" + std::to_string(state.snapshot->generation);
    if (state.history_of == wanted) return;
    state.history_of = wanted;
    ui.desk.store().ask_history(finding.uuid, [&state, wanted](auto entries) {
        if (state.history_of == wanted) state.history = std::move(entries);
    });
}

void step(Ui& ui, const app::HistoryStep& line, const std::string& name) {
    std::string head = base::say(base::text("{when}: {what}", {{"when", line.when}, {"what", line.what}}));
    if (!line.who.empty()) head += app::k_dot + line.who;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui.px(2)});
    sign_and_words(ui, "history", head, Style::small, ui.t().ink, name);
    ImGui::Indent(ui.px(22));
    if (line.outside)
        sign_and_words(ui, "warning", tr("By another program"), Style::small, ui.t().hindering, name + "/outside");
    for (std::size_t i = 0; i < line.changes.size(); ++i)
        words(ui, line.changes[i], Style::small, ui.t().muted, name + "/" + std::to_string(i));
    ImGui::Unindent(ui.px(22));
    ImGui::PopStyleVar();
}

}  // namespace

void history_part(Ui& ui, const audit::Finding& finding) {
    ask(ui, finding);
    const auto& state = ui.state();
    const auto lines = app::history_steps(state.history, *state.snapshot, {}, base::language());
    constexpr std::size_t first_shown = 4;
    words(ui, tr("History"), Style::small, ui.t().muted);
    for (std::size_t i = 0; i < lines.size() && (i < first_shown || state.whole_history); ++i)
        step(ui, lines[i], "finding/history/" + std::to_string(i));
    if (lines.size() <= first_shown) return;
    const std::string label =
        state.whole_history ? tr("Only the latest")
                            : base::say(base::text("All {count} steps", {{"count", std::to_string(lines.size())}}));
    if (fold(ui, "finding/history/all", label, state.whole_history)) ui.state().whole_history = !state.whole_history;
}

}  // namespace ui
