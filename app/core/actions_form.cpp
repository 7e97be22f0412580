// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "app/core/drawing_hand.hpp"
#include "app/core/measuring.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>
#include <utility>

namespace app {
namespace {

using Reason = std::optional<base::Text>;

Reason needs_complete_form(const State& state) {
    if (auto reason = needs_form(state)) return reason;
    if (auto reason = fault_of_drawing(state)) return reason;
    return finding_form(*state.snapshot->catalogue, *state.draft, base::language()).why_not_save;
}

Reason needs_length(const State& state) {
    if (auto reason = needs_form(state)) return reason;
    const bool length = state.tool == Tool::measure && state.drawing.measures == MeasureKind::distance;
    if (!length || state.drawing.corners.size() < 2) return base::text("Measure a distance on the map first.");
    return std::nullopt;
}

void close_form(Desk& desk) {
    auto& state = desk.state();
    if (!state.draft) return;
    desk.store().drop_draft(state.draft->key);
    state.draft.reset();
    state.goals_open = false;
    state.duplicates_passed.clear();
    if (state.tool == Tool::reshape) put_tool_away(state);
    state.focus_wanted = "map";
}

/// What was typed between asking and answer stays in the form, as an edit of what was saved.
void saved(Desk& desk, const FindingDraft& sent, const std::string& uuid) {
    auto& state = desk.state();
    state.saving = false;
    state.selected = uuid;
    if (!state.draft || state.draft->key != sent.key) return;
    const auto* finding = state.snapshot->find(uuid);
    if (!finding || *state.draft == sent) return close_form(desk);
    state.draft = gone_on(*state.draft, sent, *finding);
    offer_fields(*state.draft, *state.snapshot->catalogue);
    state.notice = Notice{.message = base::text("Saved. What you typed since is still in the form: save it too."),
                          .offers_undo = false};
    desk.keep_draft();
}

void save_form(Desk& desk, const std::string&) {
    auto& state = desk.state();
    const FindingDraft sent = *state.draft;
    const auto* now = sent.is_new() ? nullptr : state.snapshot->find(sent.uuid);
    auto action = action_of(*state.snapshot->catalogue, sent, now);
    if (changes_nothing(action)) return close_form(desk);
    state.saving = true;
    desk.perform(
        std::move(action), [&desk, sent](const audit::Performed& performed) { saved(desk, sent, performed.uuid); },
        [&desk] { desk.state().saving = false; });
}

void choose_category_of_form(Desk& desk, const std::string& category) {
    choose_category(*desk.state().draft, *desk.state().snapshot->catalogue, category);
    desk.state().focus_wanted = "form/first";
    desk.keep_draft();
}

void toggle_goal(Desk& desk, const std::string& goal) {
    auto& goals = desk.state().draft->goals;
    if (const auto found = std::find(goals.begin(), goals.end(), goal); found != goals.end())
        goals.erase(found);
    else
        goals.push_back(goal);
    desk.keep_draft();
}

void open_goals(Desk& desk, const std::string&) {
    auto& state = desk.state();
    state.goals_open = !state.goals_open;
    state.focus_wanted = state.goals_open ? "goals/search" : "form/goals";
}

void another_measurement(Desk& desk, const std::string& quantity) {
    auto& state = desk.state();
    offer_another(*state.draft, *state.snapshot->catalogue, quantity);
    const auto count = std::count_if(state.draft->fields.begin(), state.draft->fields.end(),
                                     [&](const FieldDraft& field) { return field.quantity == quantity; });
    state.focus_wanted = "form/value/" + quantity + (count > 1 ? "/" + std::to_string(count) : "");
    desk.keep_draft();
}

/// The field of a form that takes the length measured on the map: the first empty one of the quantity, or another.
void use_measure(Desk& desk, const std::string& quantity) {
    auto& state = desk.state();
    const auto& catalogue = *state.snapshot->catalogue;
    const auto& crs = state.snapshot->info.crs;
    const double pixel = metres_per_pixel(crs, state.camera.view.centre, state.camera.view.units_per_pixel);
    const auto reading = read_measure(crs, MeasureKind::distance, state.drawing.corners, pixel, base::language());
    if (!reading) return;
    auto& fields = state.draft->fields;
    const auto empty = [&](const FieldDraft& field) { return field.quantity == quantity && field.is_empty(); };
    if (std::none_of(fields.begin(), fields.end(), empty)) offer_another(*state.draft, catalogue, quantity);
    const auto field = std::find_if(fields.begin(), fields.end(), empty);
    if (field == fields.end()) return;
    field->value = base::number_for_files(reading->value, 2);
    field->unit = "m";
    field->accuracy = base::number_for_files(*reading->accuracy, 1);
    field->method = "map";
    desk.keep_draft();
    put_tool_away(state);
    state.focus_wanted = "form/value/" + quantity;
}

}  // namespace

std::vector<Action> form_actions() {
    return {
        {.name = "finding-save",
         .label = base::text("Save"),
         .icon = "check",
         .shortcut = "Ctrl+Enter",
         .refuse = needs_complete_form,
         .apply = save_form},
        {.name = "finding-cancel",
         .label = base::text("Cancel"),
         .icon = "cross",
         .refuse = needs_form,
         .apply = [](Desk& desk, const std::string&) { close_form(desk); }},
        {.name = "form-category",
         .label = base::text("What is wrong"),
         .icon = "list",
         .refuse = needs_form,
         .apply = choose_category_of_form},
        {.name = "form-goal",
         .label = base::text("Link or unlink a goal"),
         .icon = "goal",
         .refuse = needs_form,
         .apply = toggle_goal},
        {.name = "form-goals",
         .label = base::text("Choose goals"),
         .icon = "goal",
         .refuse = needs_form,
         .apply = open_goals},
        {.name = "form-another",
         .label = base::text("Another measurement"),
         .icon = "plus",
         .refuse = needs_form,
         .apply = another_measurement},
        {.name = "form-measured",
         .label = base::text("Use the measured length"),
         .icon = "measure",
         .refuse = needs_length,
         .apply = use_measure},
    };
}

}  // namespace app
