// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "app/core/drawing_hand.hpp"
#include "app/core/selecting.hpp"

#include <algorithm>
#include <utility>

namespace app {
namespace {

Action mode(std::string_view name, base::Text label, std::string_view icon, std::string_view shortcut, Mode wanted) {
    return {.name = name,
            .label = std::move(label),
            .icon = icon,
            .shortcut = shortcut,
            .apply = [wanted](Desk& desk, const std::string&) { desk.state().mode = wanted; }};
}

Action language(std::string_view name, base::Text label, base::Language wanted) {
    return {.name = name,
            .label = std::move(label),
            .icon = "language",
            .by_name = true,
            .apply = [wanted](Desk& desk, const std::string&) {
                base::set_language(wanted);
                desk.state().settings.language = wanted;
            }};
}

Action drawer(std::string_view name, base::Text label, std::string_view icon, std::string_view shortcut,
              Drawer wanted) {
    return {.name = name,
            .label = std::move(label),
            .icon = icon,
            .shortcut = shortcut,
            .by_name = true,
            .apply = [wanted, name](Desk& desk, const std::string&) {
                auto& open = desk.state().drawer;
                open = open == wanted ? Drawer::none : wanted;
                desk.state().focus_wanted = open == Drawer::none ? "map" : std::string(name) + "/close";
            }};
}

Action text_size(std::string_view name, base::Text label, std::string_view icon, double step) {
    return {.name = name,
            .label = std::move(label),
            .icon = icon,
            .by_name = true,
            .refuse = [step](const State& state) -> std::optional<base::Text> {
                if (step > 0 && state.settings.text_scale >= 2) return base::text("The text is as large as it can be.");
                if (step < 0 && state.settings.text_scale <= 1) return base::text("The text is as small as it can be.");
                return std::nullopt;
            },
            .apply =
                [step](Desk& desk, const std::string&) {
                    desk.state().settings.text_scale = std::clamp(desk.state().settings.text_scale + step, 1.0, 2.0);
                }};
}

/// One level back, and never loses what was typed: a form stays until it is saved or cancelled.
void back(Desk& desk, const std::string&) {
    auto& state = desk.state();
    if (state.browse)
        state.browse.reset();
    else if (!state.large_photo.empty())
        state.large_photo.clear();
    else if (!state.crs_questions.empty())
        desk.dispatch("layer-crs", "");
    else if (state.search)
        state.search.reset();
    else if (state.service_form)
        state.service_form.reset();
    else if (state.export_done)
        state.export_done.reset();
    else if (state.print_form)
        state.print_form.reset();
    else if (state.export_form)
        state.export_form.reset();
    else if (state.new_dossier)
        state.new_dossier.reset();
    else if (state.start_open && state.snapshot)
        state.start_open = false;
    else if (state.goals_open)
        state.goals_open = false;
    else if (state.new_facility)
        state.new_facility.reset();
    else if (state.under)
        state.under.reset();
    else if (state.tool != Tool::select)
        put_tool_away(state);
    else if (state.drawer != Drawer::none)
        state.drawer = Drawer::none;
    else if (state.notice)
        state.notice.reset();
    else if (!state.map_has_keyboard)
        state.focus_wanted = "map";
    else if (!state.selected.empty() || state.feature) {
        pick_only(state, {});
    } else
        state.goal.clear();
}

Action toggle(std::string_view name, base::Text label, std::string_view icon, bool Settings::*flag) {
    return {.name = name,
            .label = std::move(label),
            .icon = icon,
            .by_name = true,
            .apply = [flag](Desk& desk, const std::string&) {
                auto& settings = desk.state().settings;
                settings.*flag = !(settings.*flag);
            }};
}

void choose_goal(Desk& desk, const std::string& goal) {
    auto& state = desk.state();
    state.goal = state.goal == goal ? "" : goal;
    if (!state.draft) pick_only(state, {});
}

std::optional<base::Text> needs_goal(const State& state) {
    if (state.goal.empty()) return base::text("Choose a goal first.");
    return std::nullopt;
}

void keep_name(Desk& desk, const std::string& name) {
    if (name.find_first_not_of(' ') == std::string::npos) {
        desk.say_failed({.code = "name-empty", .message = base::text("Type your name first.")}, true);
        return;
    }
    if (std::exchange(desk.state().asks_name, false)) desk.state().focus_wanted = "map";
    desk.set_person(name);
}

void choose_theme(Desk& desk, const std::string& word) {
    if (const auto theme = parse_theme(word)) desk.state().settings.theme = *theme;
}

}  // namespace

std::vector<Action> view_actions() {
    return {
        mode("mode-inspect", base::text("Inspect"), "walk", "F2", Mode::inspect),
        mode("mode-review", base::text("Review"), "list", "F3", Mode::review),
        mode("mode-follow", base::text("Follow"), "goal", "F4", Mode::follow),
        drawer("layers", base::text("Layers"), "layers", "L", Drawer::layers),
        drawer("remarks", base::text("Remarks"), "warning", "", Drawer::remarks),
        drawer("jobs", base::text("Jobs"), "clock", "", Drawer::jobs),
        drawer("history", base::text("History of the dossier"), "history", "Ctrl+H", Drawer::history),
        drawer("settings", base::text("Settings"), "settings", "", Drawer::settings),
        drawer("help", base::text("Keys that work now"), "help", "F1", Drawer::help),
        toggle("reduce-motion", base::text("Reduce motion"), "settings", &Settings::reduce_motion),
        toggle("map-names", base::text("Show or hide names on the map"), "map", &Settings::map_names),
        toggle("heat-map", base::text("Findings as a heat map, or as symbols"), "map", &Settings::heat_map),
        toggle("single-letters", base::text("Single letters as keys"), "settings", &Settings::single_letters),
        {.name = "goal-choose", .label = base::text("Choose a goal"), .icon = "goal", .apply = choose_goal},
        {.name = "goal-review",
         .label = base::text("Show these findings in the list"),
         .icon = "list",
         .refuse = needs_goal,
         .apply =
             [](Desk& desk, const std::string&) {
                 desk.state().arrangement.filter = "goal:" + desk.state().goal;
                 desk.state().mode = Mode::review;
             }},
        {.name = "filter",
         .label = base::text("Filter the findings"),
         .icon = "search",
         .shortcut = "F",
         .apply = [](Desk& desk, const std::string&) { desk.state().focus_wanted = "list/filter"; }},
        {.name = "back", .label = base::text("One step back"), .icon = "left", .shortcut = "Escape", .apply = back},
        {.name = "notice-close",
         .label = base::text("Close the message"),
         .icon = "cross",
         .apply = [](Desk& desk, const std::string&) { desk.state().notice.reset(); }},
        {.name = "name-keep", .label = base::text("Start"), .icon = "check", .apply = keep_name},
        language("language-nl", base::text("Dutch"), base::Language::dutch),
        language("language-en", base::text("English"), base::Language::english),
        {.name = "theme", .label = base::text("Choose the colours"), .icon = "settings", .apply = choose_theme},
        text_size("text-larger", base::text("Larger text"), "plus", 0.25),
        text_size("text-smaller", base::text("Smaller text"), "minus", -0.25),
        {.name = "quit",
         .label = base::text("Close the program"),
         .icon = "cross",
         .shortcut = "Ctrl+Q",
         .apply = [](Desk& desk, const std::string&) { desk.state().wants_quit = true; }},
    };
}

}  // namespace app
