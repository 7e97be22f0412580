// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace ui {
namespace {

float natural_width(const Ui& ui, const Option& option, bool icons_only) {
    if (icons_only) return ui.px(ui.t().control_height + 8);
    return text_size(ui.fonts.normal, option.label).x + ui.px(24) + (option.icon.empty() ? 0 : ui.px(24));
}

void draw_segment(Ui& ui, const Pressable& state, const Option& option, bool chosen, bool icons_only) {
    const auto& t = ui.t();
    const float rounding = ui.px(6);
    const Colour ink = chosen ? t.accent : option.reason.empty() ? t.ink : t.muted;
    fill(state.rect, chosen ? t.chosen : state.hovered ? t.hover : t.panel, rounding);
    outline(state.rect, chosen ? t.accent : t.edge, std::max(1.0F, ui.px(chosen ? 2 : 1)), rounding);
    const float middle = (state.rect.y0 + state.rect.y1) / 2;
    if (icons_only) {
        draw_icon({(state.rect.x0 + state.rect.x1) / 2, middle}, ui.fonts.normal, ink, option.icon);
        tip(ui, state, option.label);
        return;
    }
    ImFont* font = chosen ? ui.fonts.strong : ui.fonts.normal;
    const float icon_space = option.icon.empty() ? 0 : ui.px(24), used = text_size(font, option.label).x + icon_space;
    float x = state.rect.x0 + std::max(ui.px(6), (state.rect.width() - used) / 2);
    if (!option.icon.empty()) draw_icon({x + ui.px(8), middle}, ui.fonts.normal, ink, option.icon);
    x += icon_space;
    const float room = state.rect.x1 - ui.px(4) - x;
    const float text_height = text_size(font, option.label, room).y;
    draw_text({x, middle - text_height / 2}, font, ink, option.label, room);
}

float tick_space(Ui& ui) { return ui.px(32); }

float checkbox_height(Ui& ui, const std::string& label, float width) {
    return std::max(ui.px(ui.t().control_height),
                    text_size(ui.fonts.normal, label, width - tick_space(ui)).y + ui.px(8));
}

float options_height(Ui& ui, std::span<const Option> options, float width, bool ticks) {
    float height = ui.px(16);
    for (const auto& option : options)
        height += ticks ? checkbox_height(ui, option.label, width - ui.px(16))
                        : text_row_height(ui, option.label, {.strong = true, .width = width - ui.px(16)});
    return height;
}

/// The place below `rect`, or above it, where a list of this height is seen whole if that can be.
Rect unfold_at(Ui& ui, const Rect& rect, float width, float height) {
    const float most = std::min(ui.px(420), ui.size.y - ui.px(16));
    const float tall = std::min(height, most), below = rect.y1 + ui.px(4);
    const float y = below + tall <= ui.size.y ? below : std::max(0.0F, ui.size.y - tall - ui.px(4));
    const float x = std::clamp(rect.x0, 0.0F, std::max(0.0F, ui.size.x - width));
    return {x, y, x + width, y + tall};
}

/// A list in a window that lies over everything; `draw` draws the rows. Escape closes it.
void unfolded(Ui& ui, const std::string& name, const Rect& place, const std::function<void()>& draw) {
    ImGui::SetNextWindowPos({place.x0, place.y0});
    ImGui::SetNextWindowSize({place.width(), place.height()});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(8), ui.px(8)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    if (ImGui::BeginPopup(name.c_str(), ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav)) {
        ImGui::PushFont(ui.fonts.normal);
        const int before = std::exchange(ui.layer, ui.layer + 10);
        draw();
        if (ui.take({.key = app::Key::escape})) {
            ui.focus.set(name);
            ui.registry.close_layer(ui.layer);
            ImGui::CloseCurrentPopup();
        }
        ui.layer = before;
        ImGui::PopFont();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(2);
}

float widest_option(Ui& ui, std::span<const Option> options, float least) {
    float widest = least;
    for (const auto& option : options)
        widest = std::max(widest, text_size(ui.fonts.strong, option.label).x + ui.px(48));
    return std::min({widest, ui.px(420), ui.size.x});
}

/// The list that unfolds. @returns whether another was chosen
bool choose_from_list(Ui& ui, const std::string& name, const Rect& below, std::span<const Option> options,
                      std::string& chosen, float least_width) {
    const float list_width = widest_option(ui, options, least_width);
    const Rect place = unfold_at(ui, below, list_width, options_height(ui, options, list_width, false));
    bool changed = false;
    unfolded(ui, name, place, [&] {
        bool closes = false;
        for (const auto& option : options) {
            const bool is_chosen = option.key == chosen;
            const Row line = text_row(ui, name + "/" + option.key, option.label,
                                      {.group = name, .strong = is_chosen, .chosen = is_chosen});
            if (!line.pressed) continue;
            changed = changed || chosen != option.key;
            chosen = option.key;
            closes = true;
        }
        if (!closes) return;
        ui.focus.set(name);
        ui.registry.close_layer(ui.layer);
        ImGui::CloseCurrentPopup();
    });
    return changed;
}

}  // namespace

bool segments(Ui& ui, const std::string& name, std::span<const Option> options, std::string& chosen, bool icons_only) {
    const float gap = ui.px(4), height = ui.px(ui.t().control_height), available = content_width();
    float total = 0, widest = 0;
    for (const auto& option : options) {
        widest = std::max(widest, natural_width(ui, option, icons_only) + (icons_only ? 0 : ui.px(8)));
        total += natural_width(ui, option, icons_only) + (icons_only ? 0 : ui.px(8)) + gap;
    }
    const bool below = total - gap > available;
    bool changed = false;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {gap, gap});
    for (std::size_t i = 0; i < options.size(); ++i) {
        const auto& option = options[i];
        if (i > 0 && !below) ImGui::SameLine();
        const float width = below ? available : natural_width(ui, option, icons_only) + (icons_only ? 0 : ui.px(8));
        const float icon_space = option.icon.empty() ? 0 : ui.px(24);
        const float words = icons_only ? 0 : text_size(ui.fonts.strong, option.label, width - icon_space - ui.px(10)).y;
        const float tall = words > ui.fonts.strong->FontSize * 1.5F ? words + ui.px(10) : height;
        const auto state = pressable(ui, name + "/" + option.key, {width, tall}, option.label, option.reason, name);
        draw_segment(ui, state, option, option.key == chosen, icons_only);
        if (state.focused) focus_ring(ui, state.rect);
        if (state.pressed && chosen != option.key) {
            chosen = option.key;
            changed = true;
        }
    }
    ImGui::PopStyleVar();
    return changed;
}

bool choice(Ui& ui, const std::string& name, const std::string& label, std::span<const Option> options,
            std::string& chosen, float width) {
    const auto& t = ui.t();
    if (width <= 0) width = content_width();
    ImGui::BeginGroup();
    if (!label.empty()) ui::label(ui, label, width);
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const auto& option) { return option.key == chosen; });
    const std::string shown = found == options.end() ? "" : found->label;
    const float arrow = ui.px(24), room = width - arrow - ui.px(10);
    const float words = text_size(ui.fonts.normal, shown, room).y;
    const auto state = pressable(ui, name, {width, std::max(ui.px(t.control_height), words + ui.px(10))}, shown, {});
    const float middle = (state.rect.y0 + state.rect.y1) / 2;
    fill(state.rect, state.hovered ? t.hover : t.panel, ui.px(6));
    outline(state.rect, t.edge, std::max(1.0F, ui.px(1)), ui.px(6));
    draw_text({state.rect.x0 + ui.px(10), middle - words / 2}, ui.fonts.normal, t.ink, shown, room);
    draw_icon({state.rect.x1 - ui.px(14), middle}, ui.fonts.small, t.muted, "open");
    if (state.focused) focus_ring(ui, state.rect);
    if (state.pressed) ImGui::OpenPopup(name.c_str());
    const bool changed =
        ImGui::IsPopupOpen(name.c_str()) && choose_from_list(ui, name, state.rect, options, chosen, width);
    ImGui::EndGroup();
    return changed;
}

float chip_width(Ui& ui, const std::string& text) { return text_size(ui.fonts.normal, text).x + ui.px(44); }

std::optional<std::string> chip(Ui& ui, const std::string& name, const std::string& text, bool active,
                                const std::function<std::vector<Option>(std::vector<std::string>& ticked)>& ask) {
    const auto& t = ui.t();
    const float width = std::min(chip_width(ui, text), content_width()), room = width - ui.px(36);
    const float words = text_size(ui.fonts.normal, text, room + 1).y;
    const auto state = pressable(ui, name, {width, std::max(ui.px(t.control_height), words + ui.px(10))}, text, {});
    const float middle = (state.rect.y0 + state.rect.y1) / 2, rounding = ui.px(t.control_height) / 2;
    fill(state.rect, active ? t.chosen : state.hovered ? t.hover : t.panel, rounding);
    outline(state.rect, active ? t.accent : t.edge, std::max(1.0F, ui.px(active ? 2 : 1)), rounding);
    draw_text({state.rect.x0 + ui.px(12), middle - words / 2}, ui.fonts.normal, active ? t.accent : t.ink, text,
              room + 1);
    draw_icon({state.rect.x1 - ui.px(14), middle}, ui.fonts.small, t.muted, "open");
    if (state.focused) focus_ring(ui, state.rect);
    if (state.pressed) ImGui::OpenPopup(name.c_str());
    std::optional<std::string> pressed;
    if (!ImGui::IsPopupOpen(name.c_str())) return pressed;
    std::vector<std::string> ticked;
    const auto options = ask(ticked);
    const float list_width = widest_option(ui, options, ui.px(240));
    const Rect place = unfold_at(ui, state.rect, list_width, options_height(ui, options, list_width, true));
    unfolded(ui, name, place, [&] {
        for (const auto& option : options) {
            const bool on = std::find(ticked.begin(), ticked.end(), option.key) != ticked.end();
            if (checkbox(ui, name + "/" + option.key, option.label, on, name)) pressed = option.key;
        }
    });
    return pressed;
}

bool checkbox(Ui& ui, const std::string& name, const std::string& label, bool checked, const std::string& group) {
    const auto& t = ui.t();
    const float width = content_width(), box = ui.px(20), indent = tick_space(ui);
    const ImVec2 text = text_size(ui.fonts.normal, label, width - indent);
    const float height = checkbox_height(ui, label, width);
    const auto state = pressable(ui, name, {width, height}, label, {}, group);
    if (state.hovered) fill(state.rect, t.hover, ui.px(6));
    const float top = state.rect.y0 + (std::min(height, ui.px(t.control_height)) - box) / 2;
    const Rect square{state.rect.x0 + ui.px(4), top, state.rect.x0 + ui.px(4) + box, top + box};
    fill(square, checked ? t.accent : t.panel, ui.px(4));
    outline(square, checked ? t.accent : t.edge, std::max(1.0F, ui.px(1.5F)), ui.px(4));
    if (checked)
        draw_icon({(square.x0 + square.x1) / 2, (square.y0 + square.y1) / 2}, ui.fonts.small, t.on_accent, "check");
    draw_text({state.rect.x0 + indent, state.rect.y0 + (height - text.y) / 2}, ui.fonts.normal, t.ink, label,
              width - indent);
    if (state.focused) focus_ring(ui, state.rect);
    return state.pressed;
}

}  // namespace ui
