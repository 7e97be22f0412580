// SPDX-License-Identifier: EUPL-1.2
#include "app/core/crs_asking.hpp"
#include "app/ui/panels/panels.hpp"

#include <algorithm>

namespace ui {
namespace {

using base::tr;

bool crs_button(Ui& ui, const std::string& code, const std::string& name, Weight weight) {
    const std::string label = name + " (" + code + ")";
    if (!button(ui, "crs/choose/" + code, label, {.weight = weight, .width = -1})) return false;
    ui.desk.dispatch("layer-crs", code);
    return true;
}

/// Those that fit, the most plausible one first. @returns whether one was chosen
bool proposed(Ui& ui, const app::CrsQuestion& question) {
    for (const auto& crs : question.plausible) {
        const bool first = &crs == &question.plausible.front();
        if (crs_button(ui, crs.code().empty() ? crs.definition() : crs.code(), crs.name(),
                       first ? Weight::primary : Weight::plain))
            return true;
    }
    if (question.plausible.empty())
        words(ui, tr("None of the usual ones fits. Ask whoever made the file, or look it up below."), Style::normal,
              ui.t().muted, "crs/none");
    return false;
}

/// Any other that PROJ knows, by number or name. @returns whether one was chosen
bool searched(Ui& ui) {
    auto& search = ui.state().crs_search;
    text_field(ui, "crs/search", tr("Another one, by number or name"), search.typed,
               {.placeholder = tr("For example 4258, or UTM 31"), .icon = "search"});
    app::follow_crs_search(ui.desk);
    for (const auto& found : std::vector<geo::CrsEntry>(search.found))
        if (crs_button(ui, found.code, found.name, Weight::quiet)) return true;
    if (!search.typed.empty() && search.asked == search.typed && search.found.empty() && !search.waiting)
        words(ui, tr("There is no coordinate system with these words."), Style::normal, ui.t().muted, "crs/unknown");
    return false;
}

}  // namespace

/// A layer without coordinate system: which one it is, in plain words; the next one comes after it.
void crs_question(Ui& ui) {
    dim_everything(ui);
    const auto question = ui.state().crs_questions.front();
    const auto of_file = std::count_if(ui.state().crs_questions.begin(), ui.state().crs_questions.end(),
                                       [&](const auto& other) { return other.path == question.path; });
    // While somebody searches it stays as it is, so that nothing moves away when answers come.
    const bool searches = !ui.state().crs_search.typed.empty();
    const float height = searches ? ui.px(560) : natural_height(ui, "crs", 24, ui.px(300));
    const Panel panel(ui, "crs", dialog_rect(ui, 520, height), {.padding = 24, .over = true, .layer = 30});
    words(ui, tr("In which coordinate system is it?"), Style::heading, ui.t().ink, "crs/title");
    words(ui,
          base::say(base::text("“{layer}” does not say where on earth its coordinates are. These fit:",
                               {{"layer", question.layer}})),
          Style::normal, ui.t().ink, "crs/text");
    if (of_file > 1 && checkbox(ui, "crs/all",
                                base::say(base::text("The same for all {count} layers of this file that do not say it",
                                                     {{"count", std::to_string(of_file)}})),
                                ui.state().crs_for_all))
        ui.state().crs_for_all = !ui.state().crs_for_all;
    if (proposed(ui, question)) return;
    space(ui, 8);
    if (searched(ui)) return;
    space(ui, 8);
    if (button(ui, "crs/cancel", tr("Do not add it"), {.weight = Weight::quiet})) ui.desk.dispatch("layer-crs", "");
}

}  // namespace ui
