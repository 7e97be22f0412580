// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"

#include <algorithm>

namespace ui {
namespace {

/// Four large choices while nothing is chosen; afterwards one line that opens them again.
void category_choice(Ui& ui) {
    const auto& catalogue = *ui.state().snapshot->catalogue;
    const std::string chosen = ui.state().draft->category;
    if (const auto* category = catalogue.category(chosen)) {
        std::vector<Option> options;
        for (const auto& each : catalogue.categories)
            options.push_back({each.id, each.label.in(base::language()), {}, {}});
        std::string now = chosen;
        if (choice(ui, "form/category", base::tr("What is wrong"), options, now))
            ui.desk.dispatch("form-category", now);
        const auto& help = category->help.in(base::language());
        if (!help.empty()) words(ui, help, Style::small, ui.t().muted, "form/help");
        return;
    }
    words(ui, base::tr("What is wrong here?"), Style::strong, ui.t().ink, "form/question");
    for (const auto& category : catalogue.categories) {
        const auto& label = category.label.in(base::language());
        const auto& help = category.help.in(base::language());
        const float inset = ui.px(44), width = content_width() - inset - ui.px(10);
        const float first = text_size(ui.fonts.strong, label, width).y;
        const float height = first + text_size(ui.fonts.small, help, width).y + ui.px(20);
        const Row line = row(ui, "form/category/" + category.id, label, height, false, "category");
        outline(line.rect, ui.t().edge, std::max(1.0F, ui.px(1)), ui.px(6));
        const auto severity = audit::parse_severity(category.default_severity);
        draw_severity(ui, {line.rect.x0 + ui.px(22), line.rect.y0 + ui.px(24)}, ui.px(22), severity);
        draw_text({line.rect.x0 + inset, line.rect.y0 + ui.px(8)}, ui.fonts.strong, ui.t().ink, label, width);
        draw_text({line.rect.x0 + inset, line.rect.y0 + ui.px(10) + first}, ui.fonts.small, ui.t().muted, help, width);
        if (line.pressed) ui.desk.dispatch("form-category", category.id);
    }
}

void severity_choice(Ui& ui) {
    auto& draft = *ui.state().draft;
    const auto* category = ui.state().snapshot->catalogue->category(draft.category);
    if (!category || !category->has_severity) return;
    words(ui, base::tr("Severity"), Style::small, ui.t().muted);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ui.px(6));
    for (const auto severity : audit::k_severities) {
        const std::string word(audit::word_of(severity));
        const std::string label = base::say(audit::label_of(severity));
        const auto anchor = category->anchors.find(word);
        const std::string help = anchor == category->anchors.end() ? "" : anchor->second.in(base::language());
        const float inset = ui.px(40), width = content_width() - inset - ui.px(8);
        const float first = text_size(ui.fonts.strong, label).y;
        const float height =
            std::max(ui.px(ui.t().control_height),
                     first + (help.empty() ? 0 : text_size(ui.fonts.small, help, width).y) + ui.px(10));
        const bool chosen = draft.severity == word;
        const Row line = row(ui, "form/severity/" + word, label + "\n" + help, height, chosen, "severity");
        outline(line.rect, chosen ? ui.t().accent : ui.t().line, std::max(1.0F, ui.px(chosen ? 2 : 1)), ui.px(6));
        draw_severity(ui, {line.rect.x0 + ui.px(20), line.rect.y0 + height / 2}, ui.px(20), severity);
        draw_text({line.rect.x0 + inset, line.rect.y0 + ui.px(5)}, chosen ? ui.fonts.strong : ui.fonts.normal,
                  ui.t().ink, label);
        draw_text({line.rect.x0 + inset, line.rect.y0 + ui.px(5) + first}, ui.fonts.small, ui.t().muted, help, width);
        if (!line.pressed || chosen) continue;
        draft.severity = word;
        ui.desk.keep_draft();
    }
}

void goals_line(Ui& ui) {
    const auto& draft = *ui.state().draft;
    words(ui, base::tr("Goals this belongs to"), Style::small, ui.t().muted);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ui.px(6));
    for (const auto& id : draft.goals) {
        const auto* goal = ui.state().snapshot->catalogue->goal(id);
        sign_and_words(ui, "goal", goal ? goal->label.in(base::language()) : id, Style::normal, ui.t().ink,
                       "form/goal/" + id);
    }
    if (draft.goals.empty()) words(ui, base::tr("No goal chosen."), Style::normal, ui.t().muted);
    action_button(ui, "form/goals", "form-goals");
}

void text_part(Ui& ui) {
    auto& draft = *ui.state().draft;
    const auto* category = ui.state().snapshot->catalogue->category(draft.category);
    bool changed = text_field(ui, "form/notes", base::tr("Note"), draft.notes, {.lines = 3});
    changed = text_field(ui, "form/title", base::tr("Title"), draft.title,
                         {.placeholder = category ? category->label.in(base::language()) : ""}) ||
              changed;
    changed = text_field(ui, "form/date", base::tr("Date of observation"), draft.date) || changed;
    if (changed) ui.desk.keep_draft();
}

/// Enter in a field on one line saves, as the fastest way with one hand.
void save_on_enter(Ui& ui) {
    for (const auto& field : ui.desk.views().form().fields)
        for (const auto* part : {"form/value/", "form/accuracy/"})
            if (ui.focus.activated(part + field.quantity) && !field.yes_no) return ui.desk.dispatch("finding-save");
    if (ui.focus.activated("form/title") || ui.focus.activated("form/date")) ui.desk.dispatch("finding-save");
}

void foot(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "form-foot", rect, {.scrolls = false});
    line({rect.x0, rect.y0}, {rect.x1, rect.y0}, ui.t().line);
    const float height = ui.px(std::max(40.0F, ui.t().control_height));
    const float cancel = text_size(ui.fonts.normal, base::tr("Cancel")).x + ui.px(48);
    action_button(ui, "form/save", "finding-save",
                  {.weight = Weight::primary, .width = content_width() - cancel - ui.px(8), .height = height});
    same_line(ui);
    action_button(ui, "form/cancel", "finding-cancel", {.width = cancel, .height = height});
}

}  // namespace

void finding_form_panel(Ui& ui, const Rect& rect) {
    const bool fresh = ui.state().draft->is_new();
    const float foot_height = ui.px(std::max(40.0F, ui.t().control_height) + 32);
    const Rect body{rect.x0, rect.y0, rect.x1, rect.y1 - foot_height};
    {
        const Panel panel(ui, "form", body);
        line({rect.x0, rect.y0}, {rect.x0, rect.y1}, ui.t().line);
        words(ui, fresh ? base::tr("New finding") : base::tr("Edit finding"), Style::heading, ui.t().ink, "form/head");
        category_choice(ui);
        if (!ui.state().draft->category.empty()) {
            form_fields(ui);
            severity_choice(ui);
            goals_line(ui);
            text_part(ui);
        }
        space(ui, 4);
    }
    foot(ui, {rect.x0, rect.y1 - foot_height, rect.x1, rect.y1});
    if (ui.state().draft) save_on_enter(ui);
}

}  // namespace ui
