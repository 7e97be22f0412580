// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/keys.hpp"
#include "app/ui/registry.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ui {

/// Which widget has the keyboard, by name, so that it survives every change of language, order and contents.
class Focus {
public:
    const std::string& current() const { return current_; }
    bool is_on(std::string_view name) const { return name == current_; }
    void set(std::string name);

    /// Moves by Tab, Shift+Tab and, inside a group, by arrows, over the widgets of the last frame. Uses those keys up.
    void move(const Registry& last, std::vector<app::Chord>& keys);
    /// Enter or Space was pressed on it in this frame.
    bool activated(std::string_view name) const { return activated_ && is_on(name); }
    /// Nothing of what had the keyboard is left: the top layer's first widget gets it.
    void mend(const Registry& last);

    bool just_moved = false;      ///< scroll it into view
    bool text_is_active = false;  ///< a text field takes what is typed
    bool text_is_wanted = false;  ///< it will, as soon as it is drawn
    int waited_frames = 0;        ///< for what is wanted to be drawn
    bool many_lines = false;      ///< Enter belongs to the text

private:
    void step(const Registry& last, int by, bool in_group);

    std::string current_ = "map";
    bool activated_ = false;
};

/// The layer that has the keyboard: the highest that holds something focusable.
int top_layer(const Registry& registry);

}  // namespace ui
