// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/ui/ui.hpp"

namespace ui {

/// Where the panels stand in a window of this size.
struct Layout {
    Rect top, bottom, left, right, map, drawer;
    bool has_left = true, has_right = false;
};
Layout layout_of(const Ui& ui);

/// Lays out and draws every panel that is open, in reading order.
void draw_shell(Ui& ui);

}  // namespace ui
