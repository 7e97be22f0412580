// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panel.hpp"

#include "app/ui/draw.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

Panel::Panel(Ui& ui, const char* id, const Rect& rect, const PanelLook& look)
    : ui_(ui), layer_before_(std::exchange(ui.layer, look.layer)) {
    ImGui::SetNextWindowPos({rect.x0, rect.y0});
    ImGui::SetNextWindowSize({std::max(1.0F, rect.width()), std::max(1.0F, rect.height())});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(look.padding), ui.px(look.padding)});
    int flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoFocusOnAppearing;
    if (look.scrolls)
        flags &= ~ImGuiWindowFlags_NoScrollbar;
    else
        flags |= ImGuiWindowFlags_NoScrollWithMouse;
    if (look.behind) flags |= ImGuiWindowFlags_NoBringToFrontOnFocus;
    if (look.see_through) flags |= ImGuiWindowFlags_NoBackground;
    ImGui::Begin(id, nullptr, flags);
    ImGui::PopStyleVar();
    ImGui::PushFont(ui.fonts.normal);
    if (!look.over) return;
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    auto* list = ImGui::GetWindowDrawList();
    list->PushClipRectFullScreen();
    outline({rect.x0 - 1, rect.y0 - 1, rect.x1 + 1, rect.y1 + 1}, ui.t().edge, std::max(1.0F, ui.px(1)), 0);
    list->PopClipRect();
}

Panel::~Panel() {
    ImGui::PopFont();
    ImGui::End();
    ui_.layer = layer_before_;
}

float natural_height(const Ui& ui, const char* id, float padding, float otherwise) {
    const ImGuiWindow* window = ImGui::FindWindowByName(id);
    if (!window || window->ContentSize.y <= 0) return otherwise;
    return std::ceil(window->ContentSize.y + 2 * ui.px(padding));
}

void dim_everything(Ui& ui) {
    const Rect all{0, 0, ui.size.x, ui.size.y};
    const Panel veil(ui, "veil", all, {.padding = 0, .over = true, .see_through = true, .scrolls = false});
    ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, ui.size, IM_COL32(0, 0, 0, 110));
    ImGui::InvisibleButton("veil", ui.size);
}

Rect dialog_rect(const Ui& ui, float width, float height) {
    const float margin = ui.px(16);
    const float w = std::min(ui.px(width), ui.size.x - 2 * margin), h = std::min(height, ui.size.y - 2 * margin);
    const float x = (ui.size.x - w) / 2, y = std::max(margin, (ui.size.y - h) * 0.4F);
    return {x, y, x + w, y + h};
}

}  // namespace ui
