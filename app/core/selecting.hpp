// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/desk.hpp"

namespace app {

/// Several findings selected at once: State::picked holds two or more of them or nothing, and State::selected is the
/// one that was chosen last.

void pick_only(State& state, const std::string& uuid);
/// Takes it in or leaves it out.
void pick_also(State& state, const std::string& uuid);
/// Everything in the list from the one chosen last to this one.
void pick_through(Desk& desk, const std::string& uuid);
/// Everything that passes the filter.
void pick_all(Desk& desk);
/// Every finding of the list whose symbol or shape touches the box, in the dossier's CRS.
void pick_box(Desk& desk, const geo::Box& box);
bool is_picked(const State& state, const std::string& uuid);
/// All that are selected: several, one or none.
std::vector<std::string> all_picked(const State& state);

}  // namespace app
