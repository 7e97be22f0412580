// SPDX-License-Identifier: EUPL-1.2
#include "app/core/map_hand.hpp"
#include "app/ui/panels/panels.hpp"

#include <cmath>
#include <utility>

namespace ui {
namespace {

constexpr double k_wheel_step = 1.25;
/// A hand that shakes still clicks: the map moves only when the pointer went farther than this, in pixels at 100 %.
constexpr float k_drag_begins = 5;

app::Pixel pointer_on(const Rect& rect) {
    const auto& mouse = ImGui::GetIO().MousePos;
    return {mouse.x - rect.x0, mouse.y - rect.y0};
}

bool is_seen(const app::Camera& camera, geo::Point place, double margin) {
    const auto at = camera.to_screen(place);
    return at.x >= margin && at.y >= margin && at.x <= camera.width - margin && at.y <= camera.height - margin;
}

/// Where the selected finding is, when it is one that can be seen.
std::optional<geo::Point> chosen_place(Ui& ui) {
    const auto& scene = ui.desk.views().scene();
    if (!scene.marks || scene.selected.size() != 1 || scene.selected.front() >= scene.marks->size()) return {};
    const auto place = scene.marks->shapes().boxes[scene.selected.front()].centre();
    return is_seen(ui.state().camera, place, 0) ? std::optional(place) : std::nullopt;
}

/// The panel that opens for what was chosen must not push it out of sight.
void keep_in_sight(app::Camera& camera, geo::Point place, double margin) {
    if (is_seen(camera, place, margin)) return;
    const auto at = camera.to_screen(place);
    const auto back = [margin](double from, int size) {
        return std::clamp(from, margin, std::max(margin, size - margin)) - from;
    };
    camera = camera.panned(back(at.x, camera.width), back(at.y, camera.height));
}

void follow_size(Ui& ui, const Rect& rect) {
    auto& camera = ui.state().camera;
    const int width = static_cast<int>(rect.width()), height = static_cast<int>(rect.height());
    const double ratio = ui.scale;
    if (camera.width == width && camera.height == height && camera.pixel_ratio == ratio) return;
    const auto chosen = chosen_place(ui);
    camera = camera.resized(width, height, ratio);
    if (chosen) keep_in_sight(camera, *chosen, ui.px(40));
}

void use_drag(Ui& ui, const Rect& rect, bool held) {
    if (!held && ui.drag) app::end_drag(ui.desk, *std::exchange(ui.drag, std::nullopt));
    if (!held || !ImGui::IsMouseDragging(0, ui.px(k_drag_begins))) return;
    const auto& begin = ImGui::GetIO().MouseClickedPos[0];
    if (!ui.drag) ui.drag = app::begin_drag(ui.desk, {begin.x - rect.x0, begin.y - rect.y0}, ui.state().shift_held);
    if (*ui.drag == app::Drag::map) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    const ImVec2 moved = ImGui::GetMouseDragDelta(0, 0);
    if (ui.map_was_dragged && moved.x == 0 && moved.y == 0) return;  // held still
    app::drag_to(ui.desk, *ui.drag, pointer_on(rect), moved.x, moved.y);
    ImGui::ResetMouseDragDelta(0);
    ui.map_was_dragged = true;
}

void use_pointer(Ui& ui, const Rect& rect, bool hovered, bool held) {
    const auto at = pointer_on(rect);
    if (hovered)
        app::point_at(ui.desk, at);
    else if (!held)
        app::leave_map(ui.desk);
    if (hovered && ui.wheel != 0) {
        app::zoom_map(ui.desk, std::pow(k_wheel_step, ui.wheel), at);
        ui.state().camera_stepped = true;
    }
    use_drag(ui, rect, held);
    if (hovered && ui.double_clicked) {
        app::double_click_map(ui.desk, at);
        ui.map_was_dragged = true;  // the release that follows is no second click
    }
}

void zoom_buttons(Ui& ui, const Rect& rect) {
    const float size = ui.px(std::max(36.0F, ui.t().control_height)), margin = ui.px(12);
    const float x = rect.x1 - size - margin, y = rect.y1 - 3 * size - 2 * ui.px(4) - margin;
    if (y < rect.y0) return;
    const Panel panel(ui, "zoom", {x - ui.px(6), y - ui.px(6), rect.x1, rect.y1},
                      {.padding = 6, .see_through = true, .scrolls = false});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui.px(4)});
    for (const auto* name : {"map-closer", "map-farther", "map-fit"})
        action_button(ui, std::string("map/") + name, name, {.width = size, .icon_only = true, .height = size});
    ImGui::PopStyleVar();
}

void empty_words(Ui& ui, const Rect& rect) {
    const auto& state = ui.state();
    if (state.tool != app::Tool::select || !state.snapshot || !state.snapshot->layers.empty() ||
        !state.snapshot->findings.empty() || state.draft)
        return;
    if (rect.width() < ui.px(220)) return;  // the drawer of the layers says the same, where there is room
    const float width = std::min(ui.px(360), rect.width() - ui.px(16));
    const float height = std::min(natural_height(ui, "empty", 16, ui.px(150)), rect.height());
    // Above the cross-hair in the middle.
    const float x = rect.x0 + (rect.width() - width) / 2,
                y = rect.y0 + std::max(0.0F, rect.height() / 2 - height - ui.px(40));
    const Panel panel(ui, "empty", {x, y, x + width, y + height}, {.see_through = true});
    words(ui, base::tr("No layers yet"), Style::heading, ui.t().ink);
    words(ui, base::tr("Drop a file with city data here, or choose one."), Style::normal, ui.t().muted, "map/empty");
    action_button(ui, "map/browse", "layer-browse");
    action_button(ui, "map/service", "service-new");
}

}  // namespace

void map_panel(Ui& ui, const Rect& rect, const Rect& open) {
    follow_size(ui, rect);
    {
        const Panel panel(ui, "map", rect, {.padding = 0, .behind = true, .see_through = true, .scrolls = false});
        ImGui::SetCursorScreenPos({rect.x0, rect.y0});
        const auto state = pressable(ui, "map", {rect.width(), rect.height()}, base::tr("Map"), {});
        ui.state().map_has_keyboard = state.focused && !ui.focus.text_is_active;
        if (ImGui::IsItemActivated()) ui.map_was_dragged = false;
        const bool released = ImGui::IsItemDeactivated();
        use_pointer(ui, rect, state.hovered, state.held);
        if (ui.state().map_has_keyboard && !ui.state().pointer) {
            app::point_at(ui.desk, ui.state().camera.middle());
            ui.state().pointer.reset();
        }
        if (released && state.hovered && !ui.map_was_dragged) app::click_map(ui.desk, pointer_on(rect));
        map_marks(ui, rect);
        if (state.focused) {
            const float inset = ui.px(ui.t().focus_width);
            outline({rect.x0, rect.y0, rect.x1, rect.y1}, ui.t().focus, inset);
        }
    }
    attribution(ui, open);
    map_legend(ui, open);
    zoom_buttons(ui, open);
    if (!ui.left_shown && ui.state().mode == app::Mode::inspect) map_tools(ui, open);
    tool_panel(ui, open);
    empty_words(ui, open);
}

}  // namespace ui
