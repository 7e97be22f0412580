// SPDX-License-Identifier: EUPL-1.2
#include "app/core/selecting.hpp"

#include <algorithm>

namespace app {
namespace {

std::vector<std::string> listed(Desk& desk) {
    std::vector<std::string> uuids;
    const auto& shown = *desk.views().listing();
    for (const auto row : shown.list.rows) uuids.push_back(shown.snapshot->findings[row]->uuid);
    return uuids;
}

/// One is no several.
void settle(State& state) {
    ++state.picks;
    state.feature.reset();
    state.under.reset();
    if (!state.picked.empty() && !is_picked(state, state.selected)) state.selected = state.picked.back();
    if (state.picked.size() == 1) state.selected = state.picked.front();
    if (state.picked.size() < 2) state.picked.clear();
}

}  // namespace

void pick_only(State& state, const std::string& uuid) {
    state.picked.clear();
    state.selected = uuid;
    settle(state);
}

void pick_also(State& state, const std::string& uuid) {
    if (state.picked.empty() && !state.selected.empty()) state.picked = {state.selected};
    if (std::erase(state.picked, uuid) == 0) {
        state.picked.push_back(uuid);
        state.selected = uuid;
    } else if (state.picked.empty()) {
        state.selected.clear();
    }
    settle(state);
}

void pick_through(Desk& desk, const std::string& uuid) {
    auto& state = desk.state();
    const auto uuids = listed(desk);
    const auto from = std::find(uuids.begin(), uuids.end(), state.selected),
               to = std::find(uuids.begin(), uuids.end(), uuid);
    if (to == uuids.end()) return;
    if (from == uuids.end()) return pick_only(state, uuid);
    state.picked.assign(std::min(from, to), std::max(from, to) + 1);
    settle(state);
}

void pick_all(Desk& desk) {
    desk.state().picked = listed(desk);
    settle(desk.state());
}

void pick_box(Desk& desk, const geo::Box& box) {
    auto& state = desk.state();
    const auto uuids = listed(desk);
    state.picked.clear();
    state.selected.clear();
    for (const auto item : marks_in(desk.views().scene(), box))
        if (item < uuids.size()) state.picked.push_back(uuids[item]);
    settle(state);
}

bool is_picked(const State& state, const std::string& uuid) {
    if (state.picked.empty()) return !uuid.empty() && state.selected == uuid;
    return std::find(state.picked.begin(), state.picked.end(), uuid) != state.picked.end();
}

std::vector<std::string> all_picked(const State& state) {
    if (!state.picked.empty()) return state.picked;
    return state.selected.empty() ? std::vector<std::string>{} : std::vector<std::string>{state.selected};
}

}  // namespace app
