// SPDX-License-Identifier: EUPL-1.2
#include "app/core/keys.hpp"
#include "app/ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace ui {
namespace {

struct Ink {
    Colour ground, edge, text;
    bool has_ground = true, has_edge = true;
};

Ink ink_of(const Tokens& t, const ButtonLook& look, const Pressable& state) {
    if (!look.reason.empty()) return {t.panel, t.off, t.off, false, look.weight != Weight::quiet};
    if (look.weight == Weight::primary) {
        const Colour ground = state.held      ? mixed(t.accent, t.ink, 0.25F)
                              : state.hovered ? mixed(t.accent, t.ink, 0.12F)
                                              : t.accent;
        return {ground, ground, t.on_accent};
    }
    if (look.chosen) return {t.chosen, t.accent, t.accent};
    const Colour ground = state.held ? mixed(t.hover, t.edge, 0.2F) : state.hovered ? t.hover : t.panel;
    return {ground, t.edge, t.ink, look.weight != Weight::quiet || state.hovered, look.weight != Weight::quiet};
}

float icon_room(Ui& ui, const ButtonLook& look) {
    return std::max(ui.px(16), text_size(ui.fonts.normal, icon(look.icon)).x) + ui.px(8);
}

}  // namespace

float content_width() { return ImGui::GetContentRegionAvail().x; }

Widget& note(Ui& ui, const std::string& name, const Rect& rect, std::string_view text) {
    const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
    const float middle = (rect.y0 + rect.y1) / 2;
    Widget widget{.name = name, .rect = rect, .text = std::string(text)};
    widget.in_view = middle > clip.Min.y && middle < clip.Max.y;
    widget.layer = ui.layer;
    return ui.registry.add(std::move(widget));
}

Pressable pressable(Ui& ui, const std::string& name, ImVec2 size, std::string_view text, const std::string& reason,
                    const std::string& group) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    Pressable out{.rect = {at.x, at.y, at.x + size.x, at.y + size.y}};
    ImGui::PushID(name.c_str());
    const bool clicked = ImGui::InvisibleButton("##", size);
    out.hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_None);
    out.held = ImGui::IsItemActive();
    if (ImGui::IsItemActivated()) {
        ui.focus.set(name);
        ui.focus.just_moved = false;  // scrolling between press and release would pull it away from under the pointer
    }
    ImGui::PopID();
    auto& widget = note(ui, name, out.rect, text);
    widget.focusable = true;  // also when it cannot be used: its reason must be found with the keyboard
    widget.group = group;
    widget.reason = reason;
    out.focused = ui.focus.is_on(name);
    if ((out.focused && ui.focus.just_moved) || ui.scroll_wanted == name) {
        if (size.y < ImGui::GetWindowHeight())
            ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
        else  // too high to be seen whole
            ImGui::SetScrollFromPosY(at.y + size.y / 2 - ImGui::GetWindowPos().y, 0.5F);
    }
    if (out.focused) ui.focus.text_is_wanted = false;
    out.pressed = (clicked || ui.focus.activated(name)) && reason.empty();
    if (!reason.empty()) tip(ui, out, reason, true);
    return out;
}

float button_width(Ui& ui, const std::string& label, const ButtonLook& look) {
    ImFont* font = look.weight == Weight::primary ? ui.fonts.strong : ui.fonts.normal;
    const float icon_space = look.icon.empty() ? 0 : icon_room(ui, look);
    return look.icon_only ? ui.px(ui.t().control_height) : text_size(font, label).x + icon_space + ui.px(24);
}

bool button(Ui& ui, const std::string& name, const std::string& label, const ButtonLook& look) {
    ImFont* font = look.weight == Weight::primary ? ui.fonts.strong : ui.fonts.normal;
    const float least_height = look.height > 0 ? look.height : ui.px(ui.t().control_height), padding = ui.px(12);
    const float icon_space = look.icon.empty() || look.icon_only ? 0 : icon_room(ui, look);
    float width = look.icon_only ? least_height : std::min(button_width(ui, label, look), content_width());
    if (look.width > 0) width = look.width;
    if (look.width < 0) width = content_width();
    // Words that do not fit beside each other stand below each other.
    const float room = std::max(ui.px(24), width - icon_space - padding);
    const ImVec2 text = look.icon_only ? ImVec2{} : text_size(font, label, room);
    const float height = std::max(least_height, text.y > font->FontSize * 1.5F ? text.y + ui.px(10) : 0);
    const auto state = pressable(ui, name, {width, height}, label, look.reason, look.group);
    const auto ink = ink_of(ui.t(), look, state);
    const float rounding = ui.px(6), middle = (state.rect.y0 + state.rect.y1) / 2;
    if (ink.has_ground) fill(state.rect, ink.ground, rounding);
    if (ink.has_edge) outline(state.rect, ink.edge, std::max(1.0F, ui.px(1)), rounding);
    if (look.icon_only) {
        draw_icon({(state.rect.x0 + state.rect.x1) / 2, middle}, ui.fonts.normal, ink.text, look.icon);
        if (look.reason.empty()) tip(ui, state, look.hint.empty() ? label : look.hint);
    } else {
        float x = state.rect.x0 + std::max(padding / 2, (state.rect.width() - text.x - icon_space) / 2);
        if (!look.icon.empty())
            draw_icon({x + (icon_space - ui.px(8)) / 2, middle}, ui.fonts.normal, ink.text, look.icon);
        draw_text({x + icon_space, middle - text.y / 2}, font, ink.text, label, room + 1);
        if (state.hovered && !look.hint.empty() && look.reason.empty()) tip(ui, state, look.hint);
    }
    if (state.focused) focus_ring(ui, state.rect);
    return state.pressed;
}

bool action_button(Ui& ui, const std::string& name, std::string_view action_name, ButtonLook look,
                   const std::string& argument) {
    const auto* action = app::action(action_name);
    if (!action) return false;
    const std::string label = base::say(action->label);
    if (const auto reason = app::refusal_of(*action, ui.state())) look.reason = base::say(*reason);
    if (look.icon.empty()) look.icon = action->icon;
    if (look.hint.empty())
        look.hint = action->shortcut.empty()
                        ? label
                        : base::say(base::text("{action} ({keys})",
                                               {{"action", label}, {"keys", app::keys_for_people(action->shortcut)}}));
    if (!button(ui, name, label, look)) return false;
    ui.desk.dispatch(action_name, argument);
    return true;
}

bool fold(Ui& ui, const std::string& name, const std::string& label, bool open) {
    ImFont* font = ui.fonts.strong;
    const float room = content_width() - ui.px(24), text = text_size(font, label, room).y;
    const float height = std::max(ui.px(ui.t().control_height), text + ui.px(8));
    const auto state = pressable(ui, name, {content_width(), height}, label, {});
    if (state.hovered) fill(state.rect, ui.t().hover, ui.px(6));
    const float middle = (state.rect.y0 + state.rect.y1) / 2;
    draw_icon({state.rect.x0 + ui.px(8), middle}, ui.fonts.small, ui.t().accent, open ? "open" : "closed");
    draw_text({state.rect.x0 + ui.px(24), middle - text / 2}, font, ui.t().accent, label, room);
    if (state.focused) focus_ring(ui, state.rect);
    return state.pressed;
}

Row row(Ui& ui, const std::string& name, std::string_view text, float height, bool chosen, const std::string& group,
        float width) {
    const auto state = pressable(ui, name, {width > 0 ? width : content_width(), height}, text, {}, group);
    if (chosen) {
        fill(state.rect, ui.t().chosen, ui.px(6));
        fill({state.rect.x0, state.rect.y0 + ui.px(6), state.rect.x0 + ui.px(3), state.rect.y1 - ui.px(6)},
             ui.t().accent, ui.px(2));
    } else if (state.hovered) {
        fill(state.rect, ui.t().hover, ui.px(6));
    }
    if (state.focused) {
        const float inset = ui.px(ui.t().focus_width + ui.t().focus_gap);
        focus_ring(ui, {state.rect.x0 + inset, state.rect.y0 + inset, state.rect.x1 - inset, state.rect.y1 - inset});
    }
    return {state.rect, state.pressed, state.hovered};
}

void same_line(Ui& ui, float gap) { ImGui::SameLine(0, ui.px(gap)); }

void space(Ui& ui, float height) { ImGui::Dummy({0, ui.px(height)}); }

void hairline(Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    line(at, {at.x + content_width(), at.y}, ui.t().line, 1);
    ImGui::Dummy({0, 1});
}

}  // namespace ui
