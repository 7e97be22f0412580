// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"

namespace ui {
namespace {

using base::tr;

bool source_choice(Ui& ui, app::FindingDraft& draft) {
    std::vector<Option> options;
    for (const auto source : audit::k_report_sources)
        options.push_back({std::string(audit::word_of(source)), base::say(audit::label_of(source)), {}, {}});
    return choice(ui, "form/source", tr("Reported by"), options, draft.source);
}

/// Where the finding lies, and the way to change it.
void place_part(Ui& ui) {
    label(ui, tr("Place on the map"));
    action_button(ui, "form/shape", "shape-change", {.width = -1, .chosen = ui.state().tool == app::Tool::reshape});
}

}  // namespace

void form_more(Ui& ui) {
    auto& draft = *ui.state().draft;
    const auto* category = ui.state().snapshot->catalogue->category(draft.category);
    form_photos(ui);
    bool changed = text_field(ui, "form/notes", tr("Note"), draft.notes, {.lines = 3});
    changed = text_field(ui, "form/title", tr("Title"), draft.title,
                         {.placeholder = category ? category->label.in(base::language()) : ""}) ||
              changed;
    changed = text_field(ui, "form/date", tr("Date of observation"), draft.date) || changed;
    changed = source_choice(ui, draft) || changed;
    facility_part(ui);
    place_part(ui);
    changed = text_field(ui, "form/responsible", tr("Who must act"), draft.responsible) || changed;
    changed = text_field(ui, "form/due", tr("To be done by"), draft.due, {.placeholder = "2026-12-31"}) || changed;
    changed = text_field(ui, "form/internal", tr("Internal note"), draft.internal_notes, {.lines = 2}) || changed;
    sign_and_words(ui, "lock", tr("Internal: never in what is made public."), Style::small, ui.t().muted,
                   "form/internal/mark");
    if (changed) ui.desk.keep_draft();
}

}  // namespace ui
