// SPDX-License-Identifier: EUPL-1.2
#include "app/core/keys.hpp"

#include "geo/base/letters.hpp"

#include <array>
#include <utility>

namespace app {
namespace {

struct NamedKey {
    std::string_view name;
    Key key;
};

constexpr std::array k_named{
    NamedKey{"Tab", Key::tab},       NamedKey{"Left", Key::left},
    NamedKey{"Right", Key::right},   NamedKey{"Up", Key::up},
    NamedKey{"Down", Key::down},     NamedKey{"PageUp", Key::page_up},
    NamedKey{"Home", Key::home},     NamedKey{"PageDown", Key::page_down},
    NamedKey{"End", Key::end},       NamedKey{"Insert", Key::insert},
    NamedKey{"Delete", Key::del},    NamedKey{"Backspace", Key::backspace},
    NamedKey{"Space", Key::space},   NamedKey{"Enter", Key::enter},
    NamedKey{"Escape", Key::escape}, NamedKey{"+", Key::equal},
    NamedKey{"-", Key::minus},       NamedKey{"F1", Key::f1},
    NamedKey{"F2", Key::f2},         NamedKey{"F3", Key::f3},
    NamedKey{"F4", Key::f4},         NamedKey{"F5", Key::f5},
    NamedKey{"F6", Key::f6},         NamedKey{"F7", Key::f7},
    NamedKey{"F8", Key::f8},         NamedKey{"F9", Key::f9},
    NamedKey{"F10", Key::f10},       NamedKey{"F11", Key::f11},
    NamedKey{"F12", Key::f12},
};

bool equal_without_case(std::string_view a, std::string_view b) {
    return base::small_letters(a) == base::small_letters(b);
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
    if (text.size() <= prefix.size() || !equal_without_case(text.substr(0, prefix.size()), prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

}  // namespace

Chord chord_of(const KeyChanged& event) {
    Chord chord{event.key, event.modifiers.control, event.modifiers.shift, event.modifiers.alt};
    if (chord.key == Key::pad_enter) chord.key = Key::enter;
    if (chord.key == Key::pad_plus) chord.key = Key::equal;
    if (chord.key == Key::pad_minus) chord.key = Key::minus;
    if (chord.key == Key::equal) chord.shift = false;
    return chord;
}

std::optional<Chord> parse_chord(std::string_view text) {
    Chord chord;
    for (bool more = true; more;) {
        more = false;
        if (take_prefix(text, "Ctrl+")) more = chord.ctrl = true;
        if (take_prefix(text, "Shift+")) more = chord.shift = true;
        if (take_prefix(text, "Alt+")) more = chord.alt = true;
    }
    for (const auto& named : k_named)
        if (equal_without_case(text, named.name)) {
            chord.key = named.key;
            return chord;
        }
    if (text.size() != 1 || !std::isalnum(static_cast<unsigned char>(text[0]))) return std::nullopt;
    chord.key = static_cast<Key>(std::toupper(static_cast<unsigned char>(text[0])));
    return chord;
}

std::string to_text(const Chord& chord) {
    std::string out;
    if (chord.ctrl) out += "Ctrl+";
    if (chord.shift) out += "Shift+";
    if (chord.alt) out += "Alt+";
    for (const auto& named : k_named)
        if (named.key == chord.key) return out += named.name;
    const int code = static_cast<int>(chord.key);
    if (code > 32 && code < 127) out += static_cast<char>(code);
    return out;
}

std::string keys_for_people(std::string_view shortcut) {
    using Sign = std::pair<std::string_view, std::string_view>;
    constexpr std::array signs{Sign{"Left", "←"}, Sign{"Right", "→"}, Sign{"Up", "↑"}, Sign{"Down", "↓"},
                               Sign{"-", "−"}};
    for (const auto& [word, sign] : signs)
        if (shortcut.ends_with(word))
            return std::string(shortcut.substr(0, shortcut.size() - word.size())) + std::string(sign);
    return std::string(shortcut);
}

}  // namespace app
