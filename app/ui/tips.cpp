// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/widgets.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace ui {
namespace {

bool overlap(const Rect& a, const Rect& b) { return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1; }

bool is_same(const Rect& a, const Rect& b) { return a.x0 == b.x0 && a.y0 == b.y0 && a.x1 == b.x1 && a.y1 == b.y1; }

/// How many things that can be pressed would be hidden; the map is the ground of everything.
std::ptrdiff_t hidden_by(const Ui& ui, const Rect& place, const Rect& by) {
    const auto& all = ui.registry.all();
    return std::count_if(all.begin(), all.end(), [&](const Widget& widget) {
        return widget.focusable && widget.in_view && widget.name != "map" && !is_same(widget.rect, by) &&
               overlap(widget.rect, place);
    });
}

bool is_inside(const Ui& ui, const Rect& place) { return place.y0 >= 0 && place.y1 <= ui.size.y; }

/// Below it, above it, or at a side: the first place that hides nothing, else the one that hides least.
Rect place_of(const Ui& ui, const Rect& by, ImVec2 size) {
    const float gap = ui.px(ui.t().focus_gap + ui.t().focus_width + 2);
    const float x = std::clamp(by.x0, 0.0F, std::max(0.0F, ui.size.x - size.x));
    const float y = std::clamp((by.y0 + by.y1 - size.y) / 2, 0.0F, std::max(0.0F, ui.size.y - size.y));
    const std::array<ImVec2, 4> corners{
        {{x, by.y1 + gap}, {x, by.y0 - gap - size.y}, {by.x1 + gap, y}, {by.x0 - gap - size.x, y}}};
    std::optional<Rect> best;
    std::ptrdiff_t fewest = 0;
    for (const auto& corner : corners) {
        const Rect place{corner.x, corner.y, corner.x + size.x, corner.y + size.y};
        if (!is_inside(ui, place) || place.x0 < 0 || place.x1 > ui.size.x) continue;
        const auto hidden = hidden_by(ui, place, by);
        if (best && hidden >= fewest) continue;
        best = place;
        fewest = hidden;
    }
    return best.value_or(Rect{x, 0, x + size.x, size.y});
}

}  // namespace

void tip(Ui& ui, const Pressable& by, std::string_view text, bool always) {
    const bool pointed_at = by.hovered && (always || !ui.hush);
    if (!pointed_at && !by.focused) return;
    if (ui.tip && ui.tip->pointed_at) return;
    ui.tip = Ui::Tip{by.rect, std::string(text), pointed_at};
}

void draw_tip(Ui& ui) {
    const ImVec2 at = ImGui::GetIO().MousePos;
    if (ImGui::IsMouseClicked(0)) ui.hush = at;
    if (ui.hush && std::hypot(at.x - ui.hush->x, at.y - ui.hush->y) > ui.px(8)) ui.hush.reset();
    const auto shown = std::exchange(ui.tip, std::nullopt);
    if (!shown) return;
    const ImVec2 padding{ui.px(10), ui.px(8)};
    const float width = std::min(ui.px(320), ui.size.x - 2 * padding.x);
    const ImVec2 text = text_size(ui.fonts.normal, shown->text, width);
    const Rect place = place_of(ui, shown->by, {text.x + 2 * padding.x, text.y + 2 * padding.y});
    ImGui::SetNextWindowPos({place.x0, place.y0});
    ImGui::SetNextWindowSize({place.width(), place.height()});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
    ImGui::BeginTooltip();
    draw_text({place.x0 + padding.x, place.y0 + padding.y}, ui.fonts.normal, ui.t().ink, shown->text, width);
    note(ui, "tip", place, shown->text);
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

}  // namespace ui
