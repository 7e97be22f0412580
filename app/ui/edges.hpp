// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/ui/ui.hpp"

#include <string>

namespace ui {

/// The edge of a side panel: dragged, or moved with the arrow keys, it makes the panel wider. Kept in the settings.
/// @param is_left the panel stands at the left, so its right edge is meant
void panel_edge(Ui& ui, const std::string& name, const Rect& panel, bool is_left);

}  // namespace ui
