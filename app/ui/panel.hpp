// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/ui/ui.hpp"

namespace ui {

struct PanelLook {
    float padding = 16;   ///< at 100 %
    bool over = false;    ///< lies over the others and has an edge
    bool behind = false;  ///< lies below all others: the map
    bool see_through = false;
    bool scrolls = true;
    int layer = 0;  ///< keyboard and Tab stay in the highest layer that is open
};

/// An ImGui window without anything of ImGui's to be seen, ended by scope.
class Panel {
public:
    Panel(Ui& ui, const char* id, const Rect& rect, const PanelLook& look = {});
    ~Panel();
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;

private:
    Ui& ui_;
    int layer_before_;
};

/// How high a panel of this name wants to be to show everything, as of its last frame; `otherwise` before its first.
/// @param padding at 100 % @param otherwise device pixels
float natural_height(const Ui& ui, const char* id, float padding, float otherwise);
/// Everything below the dialog is dimmed and takes no clicks.
void dim_everything(Ui& ui);
/// A dialog in the middle, as far as it fits. @param width at 100 % @param height device pixels
Rect dialog_rect(const Ui& ui, float width, float height);

}  // namespace ui
