// SPDX-License-Identifier: EUPL-1.2
#include "app/core/figures.hpp"
#include "app/ui/panels/panels.hpp"
#include "geo/base/clock.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>

namespace ui {
namespace {

using base::tr;

/// Beside the title.
float close_room(const Ui& ui) { return ui.px(ui.t().control_height + 4); }

void head(Ui& ui, const audit::Finding& finding) {
    const auto& catalogue = *ui.state().snapshot->catalogue;
    const auto* category = catalogue.category(finding.category);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_severity(ui, {at.x + ui.px(14), at.y + ui.px(14)}, ui.px(28), finding.severity);
    ImGui::Indent(ui.px(40));
    words(ui, app::title_of(catalogue, finding, base::language()), Style::heading, ui.t().ink, "finding/title",
          close_room(ui));
    if (category && !finding.title.empty())
        words(ui, category->label.in(base::language()), Style::small, ui.t().muted, "finding/category");
    if (finding.severity)
        words(ui, app::capitalised(base::say(audit::label_of(*finding.severity))), Style::strong,
              colour_of(ui.t(), finding.severity), "finding/severity");
    ImGui::Unindent(ui.px(40));
}

void measurements(Ui& ui, const audit::Finding& finding) {
    const auto& catalogue = *ui.state().snapshot->catalogue;
    for (const auto& measured : finding.measurements) {
        const auto* quantity = catalogue.quantity(measured.quantity);
        fact(ui, quantity ? app::capitalised(quantity->label.in(base::language())) : measured.quantity,
             app::kept_together(audit::say_measurement(catalogue, measured, base::language())),
             "finding/measurement/" + measured.quantity);
        verdict_lines(ui, app::verdict_lines(catalogue, finding.measurements, measured.quantity, base::language()),
                      "finding/verdict/" + measured.quantity);
    }
}

void status_choice(Ui& ui, const audit::Finding& finding) {
    std::vector<Option> options;
    for (const auto status : audit::k_statuses)
        if (audit::may_follow(finding.status, status))
            options.push_back(
                {std::string(audit::word_of(status)), app::capitalised(base::say(audit::label_of(status))), {}, {}});
    std::string chosen(audit::word_of(finding.status));
    text_field(ui, "finding/reason", tr("Reason for a change of status"), ui.state().status_reason,
               {.placeholder = tr("Needed when it is dropped")});
    if (choice(ui, "finding/status", tr("Status"), options, chosen)) ui.desk.dispatch("finding-status", chosen);
    fact(ui, tr("Reason given"), finding.status_reason, "finding/status-reason");
}

void goals(Ui& ui, const audit::Finding& finding) {
    if (finding.goals.empty()) return;
    words(ui, tr("Goals this belongs to"), Style::small, ui.t().muted);
    for (const auto& id : finding.goals) {
        const auto* goal = ui.state().snapshot->catalogue->goal(id);
        sign_and_words(ui, "goal", goal ? goal->label.in(base::language()) : id, Style::normal, ui.t().ink,
                       "finding/goal/" + id);
    }
}

void photos(Ui& ui, const audit::Finding& finding) {
    if (finding.photos.empty()) return;
    std::vector<PhotoItem> items;
    for (const auto& photo : finding.photos)
        items.push_back({photo.uuid, app::file_of(ui.state().snapshot->info, photo)});
    words(ui, tr("Photos"), Style::small, ui.t().muted);
    photo_strip(ui, "finding/photos", items, "photo-remove");
}

/// What stays inside the town hall.
void internal_part(Ui& ui, const audit::Finding& finding) {
    fact(ui, tr("Who must act"), finding.responsible, "finding/responsible");
    fact(ui, tr("To be done by"), base::date_for_people(finding.due, base::language()), "finding/due");
    if (finding.internal_notes.empty()) return;
    fact(ui, tr("Internal note"), finding.internal_notes, "finding/internal");
    sign_and_words(ui, "lock", tr("Internal: never in what is made public."), Style::small, ui.t().muted);
}

void buttons(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "finding-foot", rect, {.scrolls = false});
    line({rect.x0, rect.y0}, {rect.x1, rect.y0}, ui.t().line);
    const float half = (content_width() - ui.px(8)) / 2, height = ui.px(std::max(40.0F, ui.t().control_height));
    action_button(ui, "finding/edit", "finding-edit", {.width = half, .height = height});
    same_line(ui);
    action_button(ui, "finding/delete", "finding-delete", {.width = half, .height = height});
}

void close_button(Ui& ui, const Rect& rect) {
    const float size = ui.px(ui.t().control_height);
    ImGui::SetCursorScreenPos({rect.x1 - size - ui.px(14), rect.y0 + ui.px(8)});
    if (!button(ui, "finding/close", tr("Close"), {.weight = Weight::quiet, .icon = "cross", .icon_only = true}))
        return;
    ui.state().selected.clear();
    ui.state().feature.reset();
}

}  // namespace

void fact(Ui& ui, const std::string& label, const std::string& value, const std::string& name) {
    if (value.empty()) return;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    words(ui, label, Style::small, ui.t().muted);
    words(ui, value, Style::normal, ui.t().ink, name);
    ImGui::PopStyleVar();
    space(ui, 0);
}

void finding_panel(Ui& ui, const Rect& rect) {
    const auto* finding = ui.desk.views().selected();
    if (!finding) return;
    const float foot_height = ui.px(std::max(40.0F, ui.t().control_height) + 32);
    {
        const Panel panel(ui, "finding", {rect.x0, rect.y0, rect.x1, rect.y1 - foot_height});
        line({rect.x0, rect.y0}, {rect.x0, rect.y1}, ui.t().line);
        const ImVec2 begin = ImGui::GetCursorPos();
        close_button(ui, rect);
        ImGui::SetCursorPos(begin);
        ImGui::PushClipRect({rect.x0, rect.y0}, {rect.x1, rect.y1 - foot_height}, true);
        head(ui, *finding);
        measurements(ui, *finding);
        fact(ui, tr("Note"), finding->notes, "finding/notes");
        fact(ui, tr("Date of observation"), base::date_for_people(finding->date, base::language()), "finding/date");
        fact(ui, tr("Observed by"), finding->by, "finding/by");
        photos(ui, *finding);
        fact(ui, tr("Reported by"), base::say(audit::label_of(finding->source)), "finding/source");
        if (const auto* facility = ui.state().snapshot->facility(finding->facility))
            fact(ui, tr("Facility"), facility->name, "finding/facility");
        status_choice(ui, *finding);
        internal_part(ui, *finding);
        goals(ui, *finding);
        action_button(ui, "finding/place", "finding-reshape", {.weight = Weight::quiet});
        history_part(ui, *finding);
        ImGui::PopClipRect();
    }
    buttons(ui, {rect.x0, rect.y1 - foot_height, rect.x1, rect.y1});
}

/// A feature of a layer: what its source says of it.
void feature_panel(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "feature", rect);
    line({rect.x0, rect.y0}, {rect.x0, rect.y1}, ui.t().line);
    const auto& state = ui.state();
    const ImVec2 begin = ImGui::GetCursorPos();
    close_button(ui, rect);
    ImGui::SetCursorPos(begin);
    words(ui, state.feature->text, Style::heading, ui.t().ink, "feature/title", close_room(ui));
    action_button(ui, "feature/record", "finding-about", {.weight = Weight::primary, .width = -1});
    if (!ui.state().feature) return;  // the form has taken its place
    for (const auto& [name, value] : state.attributes) fact(ui, name, value, "feature/attribute/" + name);
    if (state.attributes.empty()) words(ui, tr("Nothing more is known of it."), Style::normal, ui.t().muted);
}

}  // namespace ui
