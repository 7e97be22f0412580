// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/search.hpp"

namespace app {

class Desk;

/// Asks for what is typed in the open search, unless that was asked already; the answer comes with a later tick.
void follow_search(Desk& desk);
/// Goes there: the map moves, the finding or goal opens, the action runs or says why not. Closes the search.
void go_to_hit(Desk& desk, const SearchHit& hit);

}  // namespace app
