// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/keyboard.hpp"

#include "app/core/drawing_hand.hpp"
#include "app/core/map_hand.hpp"

#include <utility>

namespace ui {
namespace {

using app::Key;

bool is_for_map(const app::Chord& chord) {
    if (chord.ctrl || chord.alt) return false;
    return is_character(chord) || chord.key == Key::home || chord.key == Key::left || chord.key == Key::right ||
           chord.key == Key::up || chord.key == Key::down || chord.key == Key::backspace || chord.key == Key::page_up ||
           chord.key == Key::page_down || chord.key == Key::insert || chord.key == Key::del;
}

/// Arrows move the corner that is chosen; with Shift in larger steps.
bool nudge(Ui& ui, const app::Chord& chord) {
    if (chord.ctrl || chord.alt) return false;
    const double step = chord.shift ? 20 : 2;
    const double dx = chord.key == Key::left ? -step : chord.key == Key::right ? step : 0;
    const double dy = chord.key == Key::up ? -step : chord.key == Key::down ? step : 0;
    if (dx == 0 && dy == 0) return false;
    app::nudge_chosen(ui.desk, dx, dy);
    return true;
}

/// Enter and Space at the cross-hair do what a click there does; in a drawing Enter ends it.
bool use_on_map(Ui& ui, const app::Chord& chord) {
    auto& state = ui.state();
    if (!state.map_has_keyboard) return false;
    const bool enter = chord.is(Key::enter);
    if (enter && app::takes_corners(state.tool)) {
        ui.desk.dispatch("drawing-finish");
        return true;
    }
    if (state.tool == app::Tool::reshape) {
        if (enter) ui.desk.dispatch("back");
        return enter || nudge(ui, chord);
    }
    const bool space = chord.key == Key::space && !chord.ctrl && !chord.alt;
    if (!enter && !space) return false;
    app::click_map(ui.desk, state.camera.middle());
    return true;
}

}  // namespace

bool is_character(const app::Chord& chord) {
    const int code = static_cast<int>(chord.key);
    return !chord.ctrl && !chord.alt && code > 32 && code < 127;
}

void use_keys(Ui& ui) {
    const bool modal = app::dialog_is_open(ui.state());
    for (auto chord : std::exchange(ui.keys, {})) {
        if (use_on_map(ui, chord)) continue;
        if (is_for_map(chord) && !ui.state().map_has_keyboard) continue;
        if (is_character(chord) && !ui.state().settings.single_letters) continue;
        const bool large = chord.shift && is_for_map(chord);
        if (large) chord.shift = false;
        for (const auto& action : app::all_actions()) {
            if (action.shortcut.empty() || app::parse_chord(action.shortcut) != chord) continue;
            if (modal && action.name != "back" && action.name != "quit") continue;
            // The first start cannot be escaped from: somebody must have a name.
            if (ui.state().asks_name && action.name == "back") continue;
            ui.desk.dispatch(action.name, large ? "large" : "");
            break;
        }
    }
}

}  // namespace ui
