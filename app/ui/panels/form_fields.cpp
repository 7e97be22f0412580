// SPDX-License-Identifier: EUPL-1.2
#include "app/core/figures.hpp"
#include "app/ui/panels/panels.hpp"

#include <algorithm>

namespace ui {
namespace {

std::vector<Option> unit_options(const std::vector<std::string>& words) {
    std::vector<Option> options;
    for (const auto& word : words) options.push_back({word, app::unit_words(word), {}, {}});
    return options;
}

bool yes_no_field(Ui& ui, const app::FieldView& field, app::FieldDraft& typed) {
    label(ui, field.label, 0, "form/value/" + field.key + "/label");
    const std::vector<Option> options{
        {"yes", base::tr("Yes"), {}, {}}, {"no", base::tr("No"), {}, {}}, {"", base::tr("Not known"), {}, {}}};
    std::string chosen = typed.value == "1" ? "yes" : typed.value == "0" ? "no" : typed.value;
    if (!segments(ui, "form/value/" + field.key, options, chosen)) return false;
    typed.value = chosen;
    return true;
}

/// Value, unit, accuracy and method of a quantity; the last two stand side by side below the value.
bool number_field(Ui& ui, const app::FieldView& field, app::FieldDraft& typed) {
    const bool several = field.units.size() > 1;
    const float unit_width = ui.px(76), width = content_width();
    const std::string name = "form/value/" + field.key;
    bool changed = text_field(ui, name, field.label, typed.value,
                              {.unit = several ? "" : app::unit_words(typed.unit),
                               .width = several ? width - unit_width - ui.px(8) : width,
                               .required = field.required});
    if (several) {
        same_line(ui);
        // The list of units stands beside the value's box, not beside its label.
        const std::string shown_label =
            field.required ? base::say(base::text("{field} (needed)", {{"field", field.label}})) : field.label;
        const float down =
            text_size(ui.fonts.small, shown_label, width - unit_width - ui.px(8)).y + ui.px(4 + k_label_gap);
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + down);
        const auto units = unit_options(field.units);
        changed = choice(ui, "form/unit/" + field.key, "", units, typed.unit, unit_width) || changed;
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() - down);
    }
    if (field.mistake)
        sign_and_words(ui, "warning", base::say(*field.mistake), Style::small, ui.t().blocking, name + "/problem");
    return changed;
}

bool how_measured(Ui& ui, const app::FieldView& field, app::FieldDraft& typed) {
    if (typed.is_empty() || field.yes_no) return false;
    const float accuracy_width = ui.px(120);
    bool changed = false;
    if (!field.methods.empty()) {
        std::vector<Option> methods;
        for (const auto& [id, label] : field.methods) methods.push_back({id, label, {}, {}});
        const auto* other = ui.state().snapshot->catalogue->method(typed.method);
        const bool usual =
            std::any_of(methods.begin(), methods.end(), [&](const auto& m) { return m.key == typed.method; });
        if (other && !usual) methods.push_back({typed.method, other->label.in(base::language()), {}, {}});
        changed = choice(ui, "form/method/" + field.key, base::tr("Measured with"), methods, typed.method,
                         content_width() - accuracy_width - ui.px(8));
        same_line(ui);
    }
    changed =
        text_field(ui, "form/accuracy/" + field.key, base::tr("Accuracy ±"), typed.accuracy,
                   {.unit = app::unit_words(typed.unit), .placeholder = base::tr("usual"), .width = accuracy_width}) ||
        changed;
    return changed;
}

}  // namespace

void verdict_lines(Ui& ui, const std::vector<app::VerdictLine>& lines, const std::string& name) {
    const auto& t = ui.t();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& verdict = lines[i];
        Colour colour = t.muted;
        std::string_view sign = "question";
        switch (verdict.tone) {
            case app::VerdictLine::Tone::good:
                colour = t.good;
                sign = "check";
                break;
            case app::VerdictLine::Tone::doubtful:
                colour = t.hindering;
                sign = "warning";
                break;
            case app::VerdictLine::Tone::bad:
                colour = t.blocking;
                sign = "cross";
                break;
            case app::VerdictLine::Tone::untested:
                break;
        }
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
        sign_and_words(ui, sign, verdict.words, Style::strong, colour, i == 0 ? name : name + "/" + std::to_string(i));
        ImGui::Indent(ui.px(22));
        words(ui, verdict.norm, Style::small, t.muted);
        ImGui::Unindent(ui.px(22));
        ImGui::PopStyleVar();
        space(ui, 0);
    }
}

void form_fields(Ui& ui) {
    const auto form = ui.desk.views().form();  // a copy: the fields below change what it is made from
    bool changed = false;
    for (const auto& field : form.fields) {
        auto& typed = ui.state().draft->fields[field.index];
        if (field.yes_no)
            changed = yes_no_field(ui, field, typed) || changed;
        else
            changed = number_field(ui, field, typed) || changed;
        if (!field.help.empty() && ui.calm_focus == "form/value/" + field.key)
            words(ui, field.help, Style::small, ui.t().muted, "form/help/" + field.key);
        verdict_lines(ui, field.verdicts, "form/verdict/" + field.quantity);
        if (field.doubt)
            sign_and_words(ui, "warning", base::say(*field.doubt), Style::small, ui.t().hindering,
                           "form/doubt/" + field.key);
        changed = how_measured(ui, field, typed) || changed;
        if (field.last_of_quantity && !field.yes_no && !typed.is_empty() &&
            action_button(ui, "form/another/" + field.quantity, "form-another", {.weight = Weight::quiet},
                          field.quantity))
            return;  // the fields are others now
    }
    if (changed) ui.desk.keep_draft();
}

}  // namespace ui
