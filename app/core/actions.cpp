// SPDX-License-Identifier: EUPL-1.2
#include "app/core/actions.hpp"

#include <iterator>

namespace app {

const std::vector<Action>& all_actions() {
    static const std::vector<Action> table = [] {
        std::vector<Action> all;
        for (auto* part :
             {&finding_actions, &form_actions, &drawing_actions, &many_actions, &photo_actions, &facility_actions,
              &map_actions, &layer_actions, &look_actions, &service_actions, &search_actions, &exchange_actions,
              &print_actions, &scratch_actions, &dossier_actions, &view_actions}) {
            auto some = part();
            std::move(some.begin(), some.end(), std::back_inserter(all));
        }
        return all;
    }();
    return table;
}

const Action* action(std::string_view name) {
    for (const auto& candidate : all_actions())
        if (candidate.name == name) return &candidate;
    return nullptr;
}

std::optional<base::Text> refusal_of(const Action& action, const State& state) {
    return action.refuse ? action.refuse(state) : std::nullopt;
}

std::optional<base::Text> needs_dossier(const State& state) {
    if (!state.snapshot) return base::text("No dossier is open yet.");
    return std::nullopt;
}

std::optional<base::Text> needs_no_form(const State& state) {
    if (auto reason = needs_dossier(state)) return reason;
    if (state.draft) return base::text("Save or cancel the open form first.");
    return std::nullopt;
}

std::optional<base::Text> needs_form(const State& state) {
    if (!state.draft) return base::text("No form is open.");
    if (state.saving) return base::text("It is being saved.");
    return std::nullopt;
}

}  // namespace app
