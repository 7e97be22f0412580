// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"

#include <algorithm>

namespace ui {

using base::tr;

/// First start: who works here. Shown in the history of every finding.
void welcome(Ui& ui) {
    dim_everything(ui);
    const float height = ui.px(330) + (text_size(ui.fonts.normal, "M").y - 20 * ui.scale) * 4;
    const Panel panel(ui, "welcome", dialog_rect(ui, 460, height), {.padding = 32, .over = true, .layer = 30});
    words(ui, tr("Welcome to Doorgang"), Style::title, ui.t().ink, "welcome/title");
    words(ui, tr("Find and remove what keeps people out of public space."), Style::normal, ui.t().muted);
    space(ui, 8);
    auto& person = ui.state().person;
    if (!ui.state().name_offered) {  // the login name stands there, to be corrected
        ui.state().name_offered = true;
        ui.focus.set("welcome/name");
    }
    text_field(ui, "welcome/name", tr("Your name"), person);
    words(ui, tr("It stands with what you record, for your colleagues. It is not made public."), Style::small,
          ui.t().muted);
    space(ui, 8);
    const bool enter = ui.focus.activated("welcome/name");
    if (button(ui, "welcome/start", tr("Start"),
               {.weight = Weight::primary, .width = -1, .height = ui.px(std::max(44.0F, ui.t().control_height))}) ||
        enter)
        ui.desk.dispatch("name-keep", person);
}

/// A layer without coordinate system: those that fit, in plain words.
void crs_question(Ui& ui) {
    dim_everything(ui);
    const auto question = *ui.state().crs_question;
    const float rows = static_cast<float>(question.plausible.size() + 1) * ui.px(ui.t().control_height + 8);
    const Panel panel(ui, "crs", dialog_rect(ui, 480, ui.px(200) + rows), {.padding = 24, .over = true, .layer = 30});
    words(ui, tr("In which coordinate system is it?"), Style::heading, ui.t().ink, "crs/title");
    words(ui,
          base::say(base::text("“{layer}” does not say where on earth its coordinates are. These fit:",
                               {{"layer", question.layer}})),
          Style::normal, ui.t().ink, "crs/text");
    for (const auto& crs : question.plausible) {
        const std::string label = crs.code().empty() ? crs.name() : crs.name() + " (" + crs.code() + ")";
        if (button(ui, "crs/choose/" + crs.code(), label, {.width = -1}))
            return ui.desk.dispatch("layer-crs", crs.definition());
    }
    if (question.plausible.empty())
        words(ui, tr("None of the usual ones fits. Ask whoever made the file."), Style::normal, ui.t().muted);
    if (button(ui, "crs/cancel", tr("Do not add it"), {.weight = Weight::quiet})) ui.desk.dispatch("layer-crs", "");
}

}  // namespace ui
