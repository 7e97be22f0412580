// SPDX-License-Identifier: EUPL-1.2
#include "app/core/figures.hpp"
#include "app/ui/panels/panels.hpp"

namespace ui {
namespace {

using base::tr;

std::string label_of(const app::NearFacility& near) {
    const std::string& name = near.facility->name;
    if (!(near.metres < 10000)) return name;
    return base::say(
        base::text("{facility}, at {distance}",
                   {{"facility", name}, {"distance", app::with_unit(near.metres, 0, "m", base::language())}}));
}

void new_facility(Ui& ui) {
    auto& fresh = *ui.state().new_facility;
    text_field(ui, "facility/name", tr("Name of the facility"), fresh.name, {.required = true});
    const bool enter = ui.focus.activated("facility/name") || ui.focus.activated("facility/kind");
    text_field(ui, "facility/kind", tr("What it is"), fresh.kind, {.placeholder = tr("sports hall, library, …")});
    if (enter) return ui.desk.dispatch("facility-add");
    action_button(ui, "facility/add", "facility-add");
    same_line(ui);
    action_button(ui, "facility/cancel", "facility-cancel", {.weight = Weight::quiet});
}

}  // namespace

void facility_part(Ui& ui) {
    std::string chosen = ui.state().draft->facility;
    std::vector<Option> options{{"", tr("No facility"), {}, {}}};
    for (const auto& near : ui.desk.views().facilities())
        options.push_back({near.facility->uuid, label_of(near), {}, {}});
    if (choice(ui, "form/facility", tr("Facility"), options, chosen)) ui.desk.dispatch("facility-choose", chosen);
    if (ui.state().new_facility) return new_facility(ui);
    action_button(ui, "form/facility-new", "facility-new", {.weight = Weight::quiet});
}

}  // namespace ui
