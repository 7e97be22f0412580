// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "app/core/service_adding.hpp"

namespace app {
namespace {

std::optional<base::Text> needs_form_of_service(const State& state) {
    if (auto reason = needs_dossier(state)) return reason;
    if (!state.service_form) return base::text("No form is open.");
    return std::nullopt;
}

std::optional<base::Text> needs_address(const State& state) {
    if (auto reason = needs_form_of_service(state)) return reason;
    if (state.service_form->asking != 0) return base::text("The server is being asked.");
    if (state.service_form->typed.find_first_not_of(' ') == std::string::npos)
        return base::text("Paste the address of a service first.");
    return std::nullopt;
}

std::optional<base::Text> needs_choice(const State& state) {
    if (auto reason = needs_form_of_service(state)) return reason;
    return why_not_addable(*state.service_form);
}

void choose(Desk& desk, const std::string& layer) {
    auto& chosen = desk.state().service_form->chosen;
    if (chosen.erase(layer) == 0) chosen.insert(layer);
}

}  // namespace

std::vector<Action> service_actions() {
    return {
        {.name = "service-new",
         .label = base::text("Add a service"),
         .icon = "globe",
         .by_name = true,
         .refuse = needs_dossier,
         .apply = [](Desk& desk, const std::string& typed) { open_service_form(desk, typed); }},
        {.name = "service-look",
         .label = base::text("See what it offers"),
         .icon = "search",
         .refuse = needs_address,
         .apply = [](Desk& desk, const std::string&) { ask_for_offer(desk); }},
        {.name = "service-choose",
         .label = base::text("Choose this layer"),
         .icon = "check",
         .refuse = needs_form_of_service,
         .apply = choose},
        {.name = "service-add",
         .label = base::text("Add"),
         .icon = "plus",
         .refuse = needs_choice,
         .apply = [](Desk& desk, const std::string&) { add_chosen(desk); }},
        {.name = "seen-forget",
         .label = base::text("Throw away what is kept of services"),
         .icon = "trash",
         .apply = [](Desk& desk, const std::string&) { forget_seen(desk); }},
    };
}

}  // namespace app
