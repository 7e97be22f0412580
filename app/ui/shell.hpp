// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/ui/ui.hpp"

namespace ui {

/// Where the panels stand in a window of this size.
struct Layout {
    Rect top, bottom, left, right, map, drawer;
    Rect open_map;  ///< the part of the map that nothing lies over
    bool has_left = true, has_right = false, has_map = true;
    bool right_lies_over = false;  ///< in a small window: over the map, with a way back
    bool drawer_covers_all = false;
};
Layout layout_of(Ui& ui);

/// Lays out and draws every panel that is open, in reading order.
void draw_shell(Ui& ui);

}  // namespace ui
