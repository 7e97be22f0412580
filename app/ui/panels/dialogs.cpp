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

}  // namespace ui
