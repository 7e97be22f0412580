// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/events.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace app {

/// A key with what is held down beside it: "Ctrl+Z", "Shift+Tab", "N", "+".
struct Chord {
    Key key = Key::unknown;
    bool ctrl = false, shift = false, alt = false;

    bool operator==(const Chord&) const = default;
    bool is(Key wanted) const { return key == wanted && !ctrl && !alt && !shift; }
};

Chord chord_of(const KeyChanged& event);
/// Nothing when it names no key we know. "+" is the key that has it, with or without Shift.
std::optional<Chord> parse_chord(std::string_view text);
/// "Ctrl+Z", as people read it.
std::string to_text(const Chord& chord);
/// The shortcut of an action in any language: what stands on the keys, "Shift+←" and not "Shift+Left".
std::string keys_for_people(std::string_view shortcut);

}  // namespace app
