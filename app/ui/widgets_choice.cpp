// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/widgets.hpp"

#include <imgui_internal.h>

#include <algorithm>

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
        if (state.hovered) tooltip(ui, option.label);
        return;
    }
    ImFont* font = chosen ? ui.fonts.strong : ui.fonts.normal;
    const float icon_space = option.icon.empty() ? 0 : ui.px(24), used = text_size(font, option.label).x + icon_space;
    float x = state.rect.x0 + std::max(ui.px(6), (state.rect.width() - used) / 2);
    if (!option.icon.empty()) draw_icon({x + ui.px(8), middle}, ui.fonts.normal, ink, option.icon);
    x += icon_space;
    if (!draw_text_in({x, state.rect.y0, state.rect.x1 - ui.px(4), state.rect.y1}, font, ink, option.label))
        ui.registry.last().cut = true;
}

/// Options below each other in a window that lies over everything.
void unfolded(Ui& ui, const std::string& name, std::span<const Option> options, std::string& chosen, float width,
              bool& changed) {
    const float height = ui.px(ui.t().control_height + 4);
    const float wanted = static_cast<float>(options.size()) * height + ui.px(16);
    ImGui::SetNextWindowSize({width, std::min(wanted, ui.px(360))});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(8), ui.px(8)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    if (ImGui::BeginPopup(name.c_str(), ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav)) {
        const int before = std::exchange(ui.layer, ui.layer + 10);
        for (const auto& option : options) {
            const std::string own = name + "/" + option.key;
            const bool is_chosen = option.key == chosen;
            const Row line = row(ui, own, option.label, height, is_chosen, name);
            if (!draw_text_in({line.rect.x0 + ui.px(10), line.rect.y0, line.rect.x1 - ui.px(4), line.rect.y1},
                              is_chosen ? ui.fonts.strong : ui.fonts.normal, ui.t().ink, option.label))
                ui.registry.last().cut = true;
            if (!line.pressed) continue;
            changed = changed || chosen != option.key;
            chosen = option.key;
            ui.focus.set(name);
            ImGui::CloseCurrentPopup();
        }
        if (ui.take({.key = app::Key::escape})) {
            ui.focus.set(name);
            ImGui::CloseCurrentPopup();
        }
        ui.layer = before;
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(2);
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
        const auto state = pressable(ui, name + "/" + option.key, {width, height}, option.label, option.reason, name);
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
    if (!label.empty()) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ImVec2 size = text_size(ui.fonts.small, label, width);
        draw_text(at, ui.fonts.small, t.muted, label, width);
        ImGui::Dummy({width, size.y});
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ui.px(6));
    }
    const auto found =
        std::find_if(options.begin(), options.end(), [&](const auto& option) { return option.key == chosen; });
    const std::string shown = found == options.end() ? "" : found->label;
    const auto state = pressable(ui, name, {width, ui.px(t.control_height)}, shown, {});
    fill(state.rect, state.hovered ? t.hover : t.panel, ui.px(6));
    outline(state.rect, t.edge, std::max(1.0F, ui.px(1)), ui.px(6));
    const float arrow = ui.px(24);
    if (!draw_text_in({state.rect.x0 + ui.px(10), state.rect.y0, state.rect.x1 - arrow, state.rect.y1}, ui.fonts.normal,
                      t.ink, shown))
        ui.registry.last().cut = true;
    draw_icon({state.rect.x1 - ui.px(14), (state.rect.y0 + state.rect.y1) / 2}, ui.fonts.small, t.muted, "open");
    if (state.focused) focus_ring(ui, state.rect);
    bool changed = false;
    if (state.pressed) ImGui::OpenPopup(name.c_str());
    float widest = width;
    for (const auto& option : options)
        widest = std::max(widest, text_size(ui.fonts.strong, option.label).x + ui.px(48));
    ImGui::SetNextWindowPos({std::min(state.rect.x0, ui.size.x - widest - ui.px(8)), state.rect.y1 + ui.px(4)});
    unfolded(ui, name, options, chosen, std::min(widest, ui.size.x), changed);
    ImGui::EndGroup();
    return changed;
}

bool checkbox(Ui& ui, const std::string& name, const std::string& label, bool checked, const std::string& group) {
    const auto& t = ui.t();
    const float width = content_width(), box = ui.px(20), indent = ui.px(32);
    const ImVec2 text = text_size(ui.fonts.normal, label, width - indent);
    const float height = std::max(ui.px(t.control_height), text.y + ui.px(8));
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
