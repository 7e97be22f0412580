// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"

namespace app {
namespace {

using Reason = std::optional<base::Text>;

Reason needs_facility_form(const State& state) {
    if (auto reason = needs_form(state)) return reason;
    if (!state.new_facility) return base::text("Choose “New facility here” first.");
    if (state.new_facility->saving) return base::text("It is being saved.");
    if (state.new_facility->name.find_first_not_of(' ') == std::string::npos)
        return base::text("Say what people call it.");
    return std::nullopt;
}

/// The name of what lies under the finding is a good guess for the name of the facility.
void begin(Desk& desk, const std::string&) {
    auto& state = desk.state();
    state.new_facility = NewFacility{};
    if (state.feature) state.new_facility->name = state.feature->text;
    state.focus_wanted = "facility/name";
}

void choose(Desk& desk, const std::string& uuid) {
    desk.state().draft->facility = uuid;
    desk.keep_draft();
}

void add(Desk& desk, const std::string&) {
    auto& state = desk.state();
    state.new_facility->saving = true;
    audit::AddFacility facility{.name = state.new_facility->name, .kind = state.new_facility->kind};
    if (!state.draft->shape.is_empty()) facility.shape = geo::Shape::point(state.draft->shape.box().centre());
    const auto done = [&desk, key = state.draft->key](const audit::Performed& performed) {
        auto& now = desk.state();
        now.new_facility.reset();
        if (!now.draft || now.draft->key != key) return;
        now.draft->facility = performed.uuid;
        now.focus_wanted = "form/facility";
        desk.keep_draft();
    };
    desk.perform(std::move(facility), done, [&desk] {
        if (desk.state().new_facility) desk.state().new_facility->saving = false;
    });
}

}  // namespace

std::vector<Action> facility_actions() {
    return {
        {.name = "facility-choose",
         .label = base::text("Choose the facility"),
         .icon = "home",
         .refuse = needs_form,
         .apply = choose},
        {.name = "facility-new",
         .label = base::text("New facility here"),
         .icon = "plus",
         .refuse = needs_form,
         .apply = begin},
        {.name = "facility-add",
         .label = base::text("Add the facility"),
         .icon = "check",
         .refuse = needs_facility_form,
         .apply = add},
        {.name = "facility-cancel",
         .label = base::text("Add none"),
         .icon = "cross",
         .refuse = needs_form,
         .apply = [](Desk& desk, const std::string&) { desk.state().new_facility.reset(); }},
    };
}

}  // namespace app
