// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "app/core/map_hand.hpp"

#include <algorithm>

namespace app {
namespace {

using Reason = std::optional<base::Text>;

Reason needs_no_form(const State& state) {
    if (auto reason = needs_dossier(state)) return reason;
    if (state.draft) return base::text("Save or cancel the open form first.");
    return std::nullopt;
}

Reason needs_form(const State& state) {
    if (!state.draft) return base::text("No form is open.");
    if (state.saving) return base::text("It is being saved.");
    return std::nullopt;
}

Reason needs_selected(const State& state) {
    if (auto reason = needs_no_form(state)) return reason;
    if (state.selected.empty()) return base::text("Select a finding first.");
    return std::nullopt;
}

Reason needs_undo(const State& state) {
    if (auto reason = needs_dossier(state)) return reason;
    if (!state.snapshot->undo) return base::text("There is nothing to undo.");
    return std::nullopt;
}

Reason needs_redo(const State& state) {
    if (auto reason = needs_dossier(state)) return reason;
    if (!state.snapshot->redo) return base::text("There is nothing to redo.");
    return std::nullopt;
}

Reason needs_complete_form(const State& state) {
    if (auto reason = needs_form(state)) return reason;
    return finding_form(*state.snapshot->catalogue, *state.draft, base::language()).why_not_save;
}

void close_form(Desk& desk) {
    if (!desk.state().draft) return;
    desk.store().drop_draft(desk.state().draft->key);
    desk.state().draft.reset();
    desk.state().goals_open = false;
    desk.state().focus_wanted = "map";
}

bool changes_nothing(const audit::DossierAction& action) {
    const auto* edit = std::get_if<audit::EditFinding>(&action);
    return edit && edit->fields.empty() && edit->measurements.empty() && edit->removed_quantities.empty() &&
           !edit->shape && !edit->goals;
}

void save_form(Desk& desk, const std::string&) {
    auto& state = desk.state();
    const auto& draft = *state.draft;
    const auto* now = draft.is_new() ? nullptr : state.snapshot->find(draft.uuid);
    auto action = action_of(*state.snapshot->catalogue, draft, now);
    if (changes_nothing(action)) return close_form(desk);
    state.saving = true;
    const auto done = [&desk, key = draft.key](const audit::Performed& performed) {
        desk.state().saving = false;
        if (desk.state().draft && desk.state().draft->key == key) close_form(desk);
        desk.state().selected = performed.uuid;
    };
    desk.perform(std::move(action), done, [&desk] { desk.state().saving = false; });
}

void begin_point(Desk& desk, const std::string&) {
    auto& state = desk.state();
    if (state.map_has_keyboard) return begin_finding(desk, geo::Shape::point(state.camera.view.centre));
    state.tool = Tool::point;
    state.focus_wanted = "map";
}

void begin_outline(Desk& desk, const std::string&) {
    desk.state().tool = Tool::outline;
    desk.state().outline.clear();
    desk.state().focus_wanted = "map";
}

/// A click beside an open form must not begin another finding.
void stop_drawing(State& state) {
    state.tool = Tool::select;
    state.outline.clear();
}

void edit_selected(Desk& desk, const std::string&) {
    auto& state = desk.state();
    const auto* finding = state.snapshot->find(state.selected);
    if (!finding) return;
    state.draft = draft_of("finding-" + finding->uuid, *finding);
    offer_fields(*state.draft, *state.snapshot->catalogue);
    stop_drawing(state);
    state.focus_wanted = "form/first";
    desk.keep_draft();
}

void set_status(Desk& desk, const std::string& word) {
    auto& state = desk.state();
    const auto status = audit::parse_status(word);
    if (!status) return;
    desk.perform(audit::SetStatus{.uuid = state.selected, .status = *status, .reason = state.status_reason},
                 [&desk](const auto&) { desk.state().status_reason.clear(); });
}

void delete_selected(Desk& desk, const std::string&) {
    desk.perform(audit::DeleteFinding{.uuid = desk.state().selected, .reason = {}});
}

void take_left_draft(Desk& desk, const std::string& key) {
    auto& left = desk.state().left_drafts;
    const auto found = std::find_if(left.begin(), left.end(), [&](const auto& draft) { return draft.key == key; });
    if (found == left.end()) return;
    desk.state().draft = *found;
    left.erase(found);
    stop_drawing(desk.state());
    desk.state().focus_wanted = "form/first";
}

void drop_left_draft(Desk& desk, const std::string& key) {
    std::erase_if(desk.state().left_drafts, [&](const auto& draft) { return draft.key == key; });
    desk.store().drop_draft(key);
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

}  // namespace

std::vector<Action> finding_actions() {
    return {
        {.name = "finding-new",
         .label = base::text("New finding"),
         .icon = "marker",
         .shortcut = "N",
         .refuse = needs_no_form,
         .apply = begin_point},
        {.name = "finding-outline",
         .label = base::text("Draw an outline"),
         .icon = "outline",
         .shortcut = "T",
         .refuse = needs_no_form,
         .apply = begin_outline},
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
        {.name = "finding-edit",
         .label = base::text("Edit"),
         .icon = "pencil",
         .shortcut = "Ctrl+E",
         .refuse = needs_selected,
         .apply = edit_selected},
        {.name = "finding-status",
         .label = base::text("Change the status"),
         .icon = "flag",
         .refuse = needs_selected,
         .apply = set_status},
        {.name = "finding-delete",
         .label = base::text("Delete"),
         .icon = "trash",
         .shortcut = "Ctrl+Delete",
         .refuse = needs_selected,
         .apply = delete_selected},
        {.name = "draft-take",
         .label = base::text("Go on with it"),
         .icon = "pencil",
         .refuse = needs_no_form,
         .apply = take_left_draft},
        {.name = "draft-drop",
         .label = base::text("Throw it away"),
         .icon = "trash",
         .refuse = needs_dossier,
         .apply = drop_left_draft},
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
         .apply =
             [](Desk& desk, const std::string&) {
                 desk.state().goals_open = !desk.state().goals_open;
                 desk.state().focus_wanted = desk.state().goals_open ? "goals/search" : "form/goals";
             }},
        {.name = "undo",
         .label = base::text("Undo"),
         .icon = "undo",
         .shortcut = "Ctrl+Z",
         .refuse = needs_undo,
         .apply = [](Desk& desk, const std::string&) { desk.perform(audit::Undo{}); }},
        {.name = "redo",
         .label = base::text("Redo"),
         .icon = "redo",
         .shortcut = "Ctrl+Y",
         .refuse = needs_redo,
         .apply = [](Desk& desk, const std::string&) { desk.perform(audit::Redo{}); }},
    };
}

}  // namespace app
