// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "app/core/selecting.hpp"

#include <algorithm>
#include <utility>

namespace app {
namespace {

using Reason = std::optional<base::Text>;

Reason needs_list(const State& state) {
    if (auto reason = needs_no_form(state)) return reason;
    if (state.snapshot->findings.empty()) return base::text("There are no findings yet.");
    return std::nullopt;
}

Reason needs_several(const State& state) {
    if (auto reason = needs_no_form(state)) return reason;
    if (state.picked.size() < 2) return base::text("Select several findings first.");
    return std::nullopt;
}

std::string count_of(std::size_t count) { return std::to_string(count); }

/// One action for each selected finding, as one step to undo.
template <class Make>
void for_all(Desk& desk, std::string command, Make make) {
    std::vector<audit::DossierAction> actions;
    for (const auto& uuid : all_picked(desk.state())) actions.push_back(make(uuid));
    const auto count = count_of(actions.size());
    desk.perform_many(std::move(command), std::move(actions),
                      base::text("Changed: {count} findings.", {{"count", count}}));
}

void set_field(Desk& desk, const char* field, const std::string& value) {
    for_all(desk, "edit", [&](const std::string& uuid) {
        return audit::EditFinding{.uuid = uuid, .fields = {{field, value}}};
    });
}

Action field(std::string_view name, base::Text label, const char* field_name) {
    return {.name = name,
            .label = std::move(label),
            .icon = "pencil",
            .refuse = needs_several,
            .apply = [field_name](Desk& desk, const std::string& value) { set_field(desk, field_name, value); }};
}

void set_status_of_all(Desk& desk, const std::string& word) {
    const auto status = audit::parse_status(word);
    if (!status) return;
    auto& state = desk.state();
    if (*status == audit::Status::dropped && state.status_reason.empty()) state.focus_wanted = "many/reason";
    std::vector<audit::DossierAction> actions;
    const auto all = all_picked(state);
    for (const auto& uuid : all) {
        const auto* finding = state.snapshot->find(uuid);
        if (finding && audit::may_follow(finding->status, *status))
            actions.push_back(audit::SetStatus{.uuid = uuid, .status = *status, .reason = state.status_reason});
    }
    const auto changed = count_of(actions.size()), left = count_of(all.size() - actions.size());
    if (actions.empty())
        return desk.say_failed(
            {.code = "status-order", .message = base::text("None of them can become that from what it is now.")}, true);
    auto message = changed == count_of(all.size())
                       ? base::text("Changed: {count} findings.", {{"count", changed}})
                       : base::text("Changed: {count} findings. {left} stay as they are: they cannot become that yet.",
                                    {{"count", changed}, {"left", left}});
    desk.perform_many("status", std::move(actions), std::move(message),
                      [&desk] { desk.state().status_reason.clear(); });
}

void delete_all(Desk& desk, const std::string&) {
    std::vector<audit::DossierAction> actions;
    for (const auto& uuid : all_picked(desk.state()))
        actions.push_back(audit::DeleteFinding{.uuid = uuid, .reason = {}});
    const auto count = count_of(actions.size());
    desk.perform_many("delete", std::move(actions),
                      base::text("Deleted: {count} findings; “undo” brings them back.", {{"count", count}}));
}

/// All get the goal; when all have it already, all lose it.
void toggle_goal_of_all(Desk& desk, const std::string& goal) {
    const auto& snapshot = *desk.state().snapshot;
    std::vector<audit::DossierAction> links, unlinks;
    for (const auto& uuid : all_picked(desk.state())) {
        const auto* finding = snapshot.find(uuid);
        if (!finding) continue;
        const bool has = std::find(finding->goals.begin(), finding->goals.end(), goal) != finding->goals.end();
        if (has)
            unlinks.push_back(audit::UnlinkGoal{uuid, goal});
        else
            links.push_back(audit::LinkGoal{uuid, goal});
    }
    const bool adds = !links.empty();
    auto& actions = adds ? links : unlinks;
    const auto count = count_of(actions.size());
    desk.perform_many(adds ? "link" : "unlink", std::move(actions),
                      adds ? base::text("Linked to the goal: {count} findings.", {{"count", count}})
                           : base::text("No longer linked to the goal: {count} findings.", {{"count", count}}));
}

}  // namespace

std::vector<Action> many_actions() {
    return {
        {.name = "select-all",
         .label = base::text("Select all of the list"),
         .icon = "list",
         .shortcut = "Ctrl+A",
         .refuse = needs_list,
         .apply = [](Desk& desk, const std::string&) { pick_all(desk); }},
        {.name = "select-also",
         .label = base::text("Add to the selection, or leave out"),
         .icon = "list",
         .refuse = needs_list,
         .apply = [](Desk& desk, const std::string& uuid) { pick_also(desk.state(), uuid); }},
        {.name = "select-through",
         .label = base::text("Select up to here"),
         .icon = "list",
         .refuse = needs_list,
         .apply = [](Desk& desk, const std::string& uuid) { pick_through(desk, uuid); }},
        {.name = "select-none",
         .label = base::text("Select nothing"),
         .icon = "cross",
         .refuse = needs_no_form,
         .apply = [](Desk& desk, const std::string&) { pick_only(desk.state(), {}); }},
        {.name = "many-status",
         .label = base::text("Change the status of all"),
         .icon = "flag",
         .refuse = needs_several,
         .apply = set_status_of_all},
        field("many-severity", base::text("Change the severity of all"), "severity"),
        field("many-responsible", base::text("Change who must act for all"), "responsible"),
        field("many-due", base::text("Change the date to be done by for all"), "due"),
        {.name = "many-goal",
         .label = base::text("Link or unlink a goal for all"),
         .icon = "goal",
         .refuse = needs_several,
         .apply = toggle_goal_of_all},
        {.name = "many-goals",
         .label = base::text("Goals of all"),
         .icon = "goal",
         .refuse = needs_several,
         .apply =
             [](Desk& desk, const std::string&) {
                 auto& state = desk.state();
                 state.goals_open = !state.goals_open;
                 state.focus_wanted = state.goals_open ? "goals/search" : "many/goals";
             }},
        {.name = "many-delete",
         .label = base::text("Delete all of them"),
         .icon = "trash",
         .refuse = needs_several,
         .apply = delete_all},
    };
}

}  // namespace app
