// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/input.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using app::Key;

constexpr double k_double_click_seconds = 0.4;

/// Keys that a text field uses itself.
bool edits_text(const app::Chord& chord, bool many_lines) {
    switch (chord.key) {
        case Key::left:
        case Key::right:
        case Key::home:
        case Key::end:
        case Key::del:
        case Key::backspace:
            return !chord.alt && !(chord.ctrl && chord.key == Key::del);
        case Key::up:
        case Key::down:
        case Key::page_up:
        case Key::page_down:
            return many_lines;
        case Key::enter:
            return many_lines && !chord.ctrl;
        case Key::space:
            return !chord.ctrl && !chord.alt;
        default:
            break;
    }
    static constexpr std::array shortcuts{'A', 'C', 'V', 'X', 'Y', 'Z'};
    const int code = static_cast<int>(chord.key);
    if (chord.ctrl) return std::find(shortcuts.begin(), shortcuts.end(), code) != shortcuts.end();
    return code > 32 && code < 127 && !chord.alt;
}

}  // namespace

void Input::bind_keys() {
    auto& map = ImGui::GetIO().KeyMap;
    const auto bind = [&](ImGuiKey_ theirs, Key ours) { map[theirs] = static_cast<int>(ours); };
    bind(ImGuiKey_LeftArrow, Key::left);
    bind(ImGuiKey_RightArrow, Key::right);
    bind(ImGuiKey_UpArrow, Key::up);
    bind(ImGuiKey_DownArrow, Key::down);
    bind(ImGuiKey_PageUp, Key::page_up);
    bind(ImGuiKey_PageDown, Key::page_down);
    bind(ImGuiKey_Home, Key::home);
    bind(ImGuiKey_End, Key::end);
    bind(ImGuiKey_Delete, Key::del);
    bind(ImGuiKey_Backspace, Key::backspace);
    bind(ImGuiKey_Enter, Key::enter);
    bind(ImGuiKey_A, Key::a);
    bind(ImGuiKey_C, static_cast<Key>('C'));
    bind(ImGuiKey_V, static_cast<Key>('V'));
    bind(ImGuiKey_X, static_cast<Key>('X'));
    bind(ImGuiKey_Y, static_cast<Key>('Y'));
    bind(ImGuiKey_Z, Key::z);
    // Tab and Escape stay ours: ImGui's would undo what was typed.
}

void Input::send(const app::Event& event) {
    if (std::holds_alternative<app::PointerMoved>(event) && !waiting_.empty() &&
        std::holds_alternative<app::PointerMoved>(waiting_.back())) {
        waiting_.back() = event;
        return;
    }
    waiting_.push_back(event);
}

void Input::release_keys() {
    auto& io = ImGui::GetIO();
    std::fill(std::begin(io.KeysDown), std::end(io.KeysDown), false);
    io.KeyCtrl = io.KeyShift = io.KeyAlt = false;
    took_key_ = key_is_down_;  // ImGui must see it up before it can go down again
    key_is_down_ = false;
}

void Input::feed(Ui& ui) {
    took_move_ = took_button_ = took_text_ = false;
    ui.keys.clear();
    ui.wheel = 0;
    ui.double_clicked = false;
    ImGui::GetIO().MouseWheel = 0;
    release_keys();
    while (!waiting_.empty() && feed_one(ui, waiting_.front())) waiting_.pop_front();
}

bool Input::feed_one(Ui& ui, const app::Event& event) {
    auto& io = ImGui::GetIO();
    if (const auto* moved = std::get_if<app::PointerMoved>(&event)) {
        if (took_button_) return false;
        took_move_ = took_move_ || io.MousePos.x != static_cast<float>(moved->x) ||
                     io.MousePos.y != static_cast<float>(moved->y);
        io.MousePos = {static_cast<float>(moved->x), static_cast<float>(moved->y)};
        pointer_is_here_ = true;
    } else if (std::holds_alternative<app::PointerLeft>(event)) {
        if (took_button_) return false;
        if (!io.MouseDown[0]) io.MousePos = {-FLT_MAX, -FLT_MAX};
        pointer_is_here_ = false;
    } else if (const auto* button = std::get_if<app::ButtonChanged>(&event)) {
        if (took_move_ || took_button_) return false;
        took_button_ = true;
        ui.state().shift_held = button->modifiers.shift;
        ui.state().ctrl_held = button->modifiers.control;
        if (button->button < 3) io.MouseDown[button->button] = button->pressed;
        if (button->button == 0 && button->pressed) {
            const bool near = std::hypot(io.MousePos.x - pressed_place_.x, io.MousePos.y - pressed_place_.y) < ui.px(6);
            ui.double_clicked = near && ui.seconds - pressed_at_ < k_double_click_seconds;
            pressed_at_ = ui.double_clicked ? -1 : ui.seconds;
            pressed_place_ = io.MousePos;
        }
    } else if (const auto* scrolled = std::get_if<app::Scrolled>(&event)) {
        io.MouseWheel += static_cast<float>(scrolled->dy);
        ui.wheel += scrolled->dy;
    } else if (const auto* key = std::get_if<app::KeyChanged>(&event)) {
        return feed_key(ui, *key);
    } else if (const auto* typed = std::get_if<app::Typed>(&event)) {
        if (took_key_ || (ui.focus.text_is_wanted && !ui.focus.text_is_active)) return false;
        if (!std::exchange(swallows_, false) && ui.focus.text_is_active) {
            io.AddInputCharacter(typed->character);
            took_text_ = true;
        }
    } else if (std::holds_alternative<app::FocusChanged>(event)) {
        ui.state().shift_held = false;
    } else if (const auto* dropped = std::get_if<app::Dropped>(&event)) {
        dropped_.insert(dropped_.end(), dropped->paths.begin(), dropped->paths.end());
    }
    return true;
}

bool Input::feed_key(Ui& ui, const app::KeyChanged& event) {
    if (event.key == Key::left_shift || event.key == Key::right_shift) ui.state().shift_held = event.pressed;
    if (!event.pressed) {
        swallows_ = false;
        return true;
    }
    if (event.key >= Key::left_shift) return true;
    const bool text_waits = ui.focus.text_is_wanted && !ui.focus.text_is_active;
    if (took_key_ || took_text_ || text_waits) return false;
    const auto chord = app::chord_of(event);
    took_key_ = true;
    const int code = static_cast<int>(chord.key);
    swallows_ = !ui.focus.text_is_active && !chord.ctrl && code >= 32 && code < 127;
    if (ui.focus.text_is_active && edits_text(chord, ui.focus.many_lines)) {
        auto& io = ImGui::GetIO();
        io.KeysDown[static_cast<int>(chord.key)] = true;
        io.KeyCtrl = chord.ctrl;
        io.KeyShift = chord.shift;
        io.KeyAlt = chord.alt;
        key_is_down_ = true;
    } else {
        ui.keys.push_back(chord);
    }
    return true;
}

}  // namespace ui
