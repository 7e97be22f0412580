// SPDX-License-Identifier: EUPL-1.2
#include "app/core/figures.hpp"
#include "app/ui/panels/panels.hpp"

#include <algorithm>

namespace ui {
namespace {

/// What else is often wrong with what lies here, folded in: the first was chosen already.
void other_suggestions(Ui& ui) {
    auto& suggested = ui.state().suggested;
    const auto& draft = *ui.state().draft;
    if (suggested.draft != draft.key || suggested.categories.size() < 2) return;
    const auto& catalogue = *ui.state().snapshot->catalogue;
    if (fold(ui, "form/suggested", base::tr("Something else that fits here"), suggested.unfolded))
        suggested.unfolded = !suggested.unfolded;
    if (!suggested.unfolded) return;
    const auto categories = suggested.categories;
    for (const auto& id : categories) {
        const auto* category = catalogue.category(id);
        if (!category || id == draft.category) continue;
        const RowLook look{.severity = audit::parse_severity(category->default_severity), .group = "suggested"};
        if (!text_row(ui, "form/suggested/" + id, category->label.in(base::language()), look).pressed) continue;
        suggested.unfolded = false;
        return ui.desk.dispatch("form-category", id);
    }
}

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
        other_suggestions(ui);
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

/// Sign above its word, in three cells side by side; before it where they stand below each other.
Pressable severity_cell(Ui& ui, audit::Severity severity, float width, bool chosen, bool beside) {
    const std::string word(audit::word_of(severity)), label = app::capitalised(base::say(audit::label_of(severity)));
    const float height = ui.px(std::max(beside ? 56.0F : 36.0F, ui.t().control_height));
    const auto state = pressable(ui, "form/severity/" + word, {width, height}, label, {}, "severity");
    fill(state.rect, chosen ? ui.t().chosen : state.hovered ? ui.t().hover : ui.t().panel, ui.px(6));
    outline(state.rect, chosen ? ui.t().accent : ui.t().edge, std::max(1.0F, ui.px(chosen ? 2 : 1)), ui.px(6));
    const float x = (state.rect.x0 + state.rect.x1) / 2, middle = (state.rect.y0 + state.rect.y1) / 2;
    ImFont* font = beside ? ui.fonts.small : ui.fonts.normal;
    const ImVec2 size = text_size(font, label);
    const ImVec2 sign = beside ? ImVec2{x, state.rect.y0 + ui.px(18)} : ImVec2{state.rect.x0 + ui.px(22), middle};
    const ImVec2 text = beside ? ImVec2{x - size.x / 2, state.rect.y1 - size.y - ui.px(5)}
                               : ImVec2{state.rect.x0 + ui.px(40), middle - size.y / 2};
    draw_severity(ui, sign, ui.px(20), severity);
    draw_text(text, font, chosen ? ui.t().accent : ui.t().ink, label);
    if (size.x > width) ui.registry.last().cut = true;
    if (state.focused) focus_ring(ui, state.rect);
    return state;
}

/// The three levels, and what the chosen one means for this category.
void severity_choice(Ui& ui) {
    auto& draft = *ui.state().draft;
    const auto* category = ui.state().snapshot->catalogue->category(draft.category);
    if (!category || !category->has_severity) return;
    label(ui, base::tr("Severity"));
    const float gap = ui.px(4), third = (content_width() - 2 * gap) / 3;
    float widest = 0;
    for (const auto severity : audit::k_severities)
        widest = std::max(widest, text_size(ui.fonts.small, base::say(audit::label_of(severity))).x + ui.px(12));
    const bool beside = widest < third;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {gap, gap});
    for (const auto severity : audit::k_severities) {
        const std::string word(audit::word_of(severity));
        const bool chosen = draft.severity == word;
        if (severity_cell(ui, severity, beside ? third : content_width(), chosen, beside).pressed && !chosen) {
            draft.severity = word;
            ui.desk.keep_draft();
        }
        if (beside && severity != audit::k_severities.back()) ImGui::SameLine();
    }
    ImGui::PopStyleVar();
    const auto anchor = category->anchors.find(draft.severity);
    if (anchor != category->anchors.end())
        words(ui, anchor->second.in(base::language()), Style::small, ui.t().ink, "form/anchor");
}

/// Somebody may have been here before.
void duplicates(Ui& ui) {
    const auto& draft = *ui.state().draft;
    const auto near = ui.desk.views().duplicates();
    if (!draft.is_new() || near.empty() || ui.state().duplicates_passed == draft.key) return;
    sign_and_words(ui, "warning", base::say(audit::say_near(near.front())), Style::normal, ui.t().hindering,
                   "form/duplicate");
    action_button(ui, "form/duplicate/open", "duplicate-open", {.width = -1}, near.front().finding->uuid);
    action_button(ui, "form/duplicate/pass", "duplicate-pass", {.width = -1});
}

void goals_line(Ui& ui) {
    const auto& draft = *ui.state().draft;
    label(ui, base::tr("Goals this belongs to"));
    for (const auto& id : draft.goals) {
        const auto* goal = ui.state().snapshot->catalogue->goal(id);
        sign_and_words(ui, "goal", goal ? goal->label.in(base::language()) : id, Style::normal, ui.t().ink,
                       "form/goal/" + id);
    }
    if (draft.goals.empty()) words(ui, base::tr("No goal chosen."), Style::normal, ui.t().muted);
    action_button(ui, "form/goals", "form-goals");
}

/// Enter in a field on one line saves, as the fastest way with one hand.
void save_on_enter(Ui& ui) {
    for (const auto& field : ui.desk.views().form().fields)
        for (const auto* part : {"form/value/", "form/accuracy/"})
            if (ui.focus.activated(part + field.key) && !field.yes_no) return ui.desk.dispatch("finding-save");
    for (const auto* name : {"form/title", "form/date", "form/responsible", "form/due"})
        if (ui.focus.activated(name)) return ui.desk.dispatch("finding-save");
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
        // A button among them may take the form away.
        for (auto* part : {&duplicates, &severity_choice, &form_fields, &form_more, &goals_line})
            if (ui.state().draft && !ui.state().draft->category.empty()) part(ui);
        space(ui, 4);
    }
    foot(ui, {rect.x0, rect.y1 - foot_height, rect.x1, rect.y1});
    if (ui.state().draft) save_on_enter(ui);
}

}  // namespace ui
