// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "app/core/drawing_hand.hpp"
#include "app/core/map_hand.hpp"
#include "geo/geometry/measure.hpp"

#include <algorithm>
#include <utility>

namespace app {
namespace {

using Reason = std::optional<base::Text>;

Reason needs_selected(const State& state) {
    if (auto reason = needs_no_form(state)) return reason;
    if (state.selected.empty()) return base::text("Select a finding first.");
    return std::nullopt;
}

Reason needs_undo(const State& state) {
    if (can_take_back(state)) return std::nullopt;
    if (auto reason = needs_dossier(state)) return reason;
    if (!state.snapshot->undo) return base::text("There is nothing to undo.");
    return std::nullopt;
}

Reason needs_redo(const State& state) {
    if (auto reason = needs_dossier(state)) return reason;
    if (!state.snapshot->redo) return base::text("There is nothing to redo.");
    return std::nullopt;
}

void edit_selected(Desk& desk, const std::string&) {
    auto& state = desk.state();
    const auto* finding = state.snapshot->find(state.selected);
    if (!finding) return;
    state.draft = draft_of("finding-" + finding->uuid, *finding);
    offer_fields(*state.draft, *state.snapshot->catalogue);
    put_tool_away(state);
    state.focus_wanted = "form/first";
    desk.keep_draft();
}

void set_status(Desk& desk, const std::string& word) {
    auto& state = desk.state();
    const auto status = audit::parse_status(word);
    if (!status) return;
    if (*status == audit::Status::dropped && state.status_reason.empty()) state.focus_wanted = "finding/reason";
    desk.perform(audit::SetStatus{.uuid = state.selected, .status = *status, .reason = state.status_reason},
                 [&desk](const auto&) { desk.state().status_reason.clear(); });
}

/// While something is drawn, undo is about its corners.
void undo(Desk& desk, const std::string&) {
    if (!take_back(desk)) desk.perform(audit::Undo{});
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
    auto& draft = *desk.state().draft;
    if (!draft.is_new() && !desk.state().snapshot->find(draft.uuid)) draft = as_new(draft);
    offer_fields(*desk.state().draft, *desk.state().snapshot->catalogue);
    put_tool_away(desk.state());
    desk.state().focus_wanted = "form/first";
}

/// Gone from the dossier, and here until the next one is thrown away.
void drop_left_draft(Desk& desk, const std::string& key) {
    auto& left = desk.state().left_drafts;
    const auto found = std::find_if(left.begin(), left.end(), [&](const auto& draft) { return draft.key == key; });
    if (found == left.end()) return;
    desk.state().thrown_away = *found;
    left.erase(found);
    desk.store().drop_draft(key);
}

void restore_draft(Desk& desk, const std::string&) {
    auto& state = desk.state();
    const auto draft = *std::exchange(state.thrown_away, std::nullopt);
    desk.store().save_draft(draft.key, to_json(draft));
    state.left_drafts.push_back(draft);
}

/// The form waits with the drafts, and the finding that it may repeat is shown.
void open_duplicate(Desk& desk, const std::string& uuid) {
    auto& state = desk.state();
    state.left_drafts.push_back(*std::exchange(state.draft, std::nullopt));
    put_tool_away(state);
    desk.dispatch("finding-show", uuid);
}

Reason needs_feature(const State& state) {
    if (auto reason = needs_no_form(state)) return reason;
    if (!state.feature) return base::text("Click on something on the map first.");
    return std::nullopt;
}

/// On the feature itself: where it was clicked, or in its middle.
void begin_about(Desk& desk, const std::string&) {
    const auto thing = *desk.state().feature;
    if (!thing.shape || thing.shape->is_empty()) return;
    begin_finding(desk, geo::Shape::point(geo::point_on(*thing.shape)));
}

/// Straight to the corners of the selected finding, in its form.
void reshape_selected(Desk& desk, const std::string&) {
    edit_selected(desk, {});
    if (desk.state().draft) desk.dispatch("shape-change");
}

Reason needs_thrown_away(const State& state) {
    if (auto reason = needs_dossier(state)) return reason;
    if (!state.thrown_away) return base::text("No draft was thrown away.");
    return std::nullopt;
}

}  // namespace

std::vector<Action> finding_actions() {
    return {
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
        {.name = "finding-reshape",
         .label = base::text("Change the place"),
         .icon = "outline",
         .refuse = needs_selected,
         .apply = reshape_selected},
        {.name = "finding-about",
         .label = base::text("Record a finding about this"),
         .icon = "marker",
         .refuse = needs_feature,
         .apply = begin_about},
        {.name = "duplicate-open",
         .label = base::text("Open that one"),
         .icon = "marker",
         .refuse = needs_form,
         .apply = open_duplicate},
        {.name = "duplicate-pass",
         .label = base::text("Record this one anyway"),
         .icon = "check",
         .refuse = needs_form,
         .apply = [](Desk& desk, const std::string&) { desk.state().duplicates_passed = desk.state().draft->key; }},
        {.name = "draft-restore",
         .label = base::text("Bring it back"),
         .icon = "undo",
         .refuse = needs_thrown_away,
         .apply = restore_draft},
        {.name = "draft-drop",
         .label = base::text("Throw it away"),
         .icon = "trash",
         .refuse = needs_dossier,
         .apply = drop_left_draft},
        {.name = "undo",
         .label = base::text("Undo"),
         .icon = "undo",
         .shortcut = "Ctrl+Z",
         .refuse = needs_undo,
         .apply = undo},
        {.name = "redo",
         .label = base::text("Redo"),
         .icon = "redo",
         .shortcut = "Ctrl+Y",
         .refuse = needs_redo,
         .apply = [](Desk& desk, const std::string&) { desk.perform(audit::Redo{}); }},
    };
}

}  // namespace app
