// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/keyboard.hpp"

#include "app/core/map_hand.hpp"

#include <utility>

namespace ui {
namespace {

using app::Key;

bool is_for_map(const app::Chord& chord) {
    if (chord.ctrl || chord.alt) return false;
    return is_character(chord) || chord.key == Key::home || chord.key == Key::left || chord.key == Key::right ||
           chord.key == Key::up || chord.key == Key::down || chord.key == Key::backspace;
}

/// Enter and Space at the cross-hair do what a click there does; in an outline Enter ends it.
bool use_on_map(Ui& ui, const app::Chord& chord) {
    auto& state = ui.state();
    if (!state.map_has_keyboard) return false;
    if (chord.is(Key::enter) && state.tool == app::Tool::outline) {
        ui.desk.dispatch("outline-close");
        return true;
    }
    if (!chord.is(Key::enter) && !chord.is(Key::space)) return false;
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
