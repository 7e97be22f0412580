// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/state.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

class Desk;

/// Something a person can do, whatever asks for it: a button, a key, a script.
struct Action {
    std::string_view name;        ///< "finding-new"; stable, for scripts
    base::Text label;             ///< a verb, for buttons and help
    std::string_view icon{};      ///< name of a sign in the icon table of the user interface
    std::string_view shortcut{};  ///< "Ctrl+Z"; single letters work only while the map has the keyboard
    bool by_name = false;  ///< makes sense without an argument, so the search offers it; so it does all shortcuts
    std::function<std::optional<base::Text>(const State&)> refuse{};  ///< why not now; no function: always allowed
    std::function<void(Desk&, const std::string& argument)> apply;
};

/// The one table of everything that can be done, in the order in which help shows it.
const std::vector<Action>& all_actions();
/// nullptr when there is none.
const Action* action(std::string_view name);
std::optional<base::Text> refusal_of(const Action& action, const State& state);

/// Reasons that several actions share.
std::optional<base::Text> needs_dossier(const State& state);
std::optional<base::Text> needs_no_form(const State& state);
/// A form is open and not on its way into the dossier.
std::optional<base::Text> needs_form(const State& state);

/// The parts of the table, each in a file of its own.
std::vector<Action> view_actions();
std::vector<Action> map_actions();
std::vector<Action> finding_actions();
std::vector<Action> form_actions();
std::vector<Action> drawing_actions();
std::vector<Action> many_actions();
std::vector<Action> photo_actions();
std::vector<Action> facility_actions();
std::vector<Action> layer_actions();
std::vector<Action> look_actions();
std::vector<Action> service_actions();
std::vector<Action> dossier_actions();
std::vector<Action> scratch_actions();
std::vector<Action> exchange_actions();
std::vector<Action> print_actions();
std::vector<Action> search_actions();

}  // namespace app
