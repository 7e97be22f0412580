// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/widgets.hpp"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>

namespace ui {
namespace {

/// ImGui's field without its looks: ours are drawn around it.
struct BareField {
    BareField(const Ui& ui, float padding_y, float padding_x) {
        const auto& t = ui.t();
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {padding_x, padding_y});
        ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
        for (const int colour : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive})
            ImGui::PushStyleColor(colour, IM_COL32(0, 0, 0, 0));
        ImGui::PushStyleColor(ImGuiCol_Text, paint(t.ink));
        ImGui::PushStyleColor(ImGuiCol_TextDisabled, paint(t.muted));
        ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, paint(t.accent, 0.3F));
        ImGui::PushFont(ui.fonts.normal);
    }
    ~BareField() {
        ImGui::PopFont();
        ImGui::PopStyleColor(6);
        ImGui::PopStyleVar(2);
    }
    BareField(const BareField&) = delete;
    BareField& operator=(const BareField&) = delete;
};

void draw_label(Ui& ui, const std::string& name, const std::string& label, bool required, float width) {
    const std::string shown = required ? base::say(base::text("{field} (needed)", {{"field", label}})) : label;
    ui::label(ui, shown, width, name + "/label");
}

/// Gives ImGui's field the keyboard when ours has it, and takes over when it was clicked.
void follow_focus(Ui& ui, const std::string& name, ImGuiID id, bool many_lines) {
    if (!ui.focus.is_on(name)) return;
    auto& g = *ImGui::GetCurrentContext();
    if (g.ActiveId != id && (ui.focus.text_is_wanted || ui.focus.just_moved)) g.NavActivateInputId = id;
    ui.focus.many_lines = many_lines;
}

bool input(const std::string& placeholder, std::string& value, ImVec2 size, bool many_lines) {
    if (many_lines) return ImGui::InputTextMultiline("##text", &value, size);
    ImGui::SetNextItemWidth(size.x);
    return placeholder.empty() ? ImGui::InputText("##text", &value)
                               : ImGui::InputTextWithHint("##text", placeholder.c_str(), &value);
}

}  // namespace

ImFont* font_of(const Ui& ui, Style style) {
    switch (style) {
        case Style::normal:
            return ui.fonts.normal;
        case Style::strong:
            return ui.fonts.strong;
        case Style::small:
            return ui.fonts.small;
        case Style::heading:
            return ui.fonts.heading;
        case Style::title:
            return ui.fonts.title;
    }
    return ui.fonts.normal;
}

void words(Ui& ui, std::string_view text, Style style, Colour colour, const std::string& name, float spare) {
    ImFont* font = font_of(ui, style);
    const float width = content_width() - spare;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = text_size(font, text, width);
    draw_text(at, font, colour, text, width);
    ImGui::Dummy({width, size.y});
    if (name.empty()) return;
    auto& widget = note(ui, name, {at.x, at.y, at.x + size.x, at.y + size.y}, text);
    widget.cut = size.x > width + 1;
}

void label(Ui& ui, std::string_view text, float width, const std::string& name) {
    if (width <= 0) width = content_width();
    const float above = ui.px(4), below = ui.px(k_label_gap) - ImGui::GetStyle().ItemSpacing.y;
    const ImVec2 at = ImGui::GetCursorScreenPos(), size = text_size(ui.fonts.small, text, width);
    draw_text({at.x, at.y + above}, ui.fonts.small, ui.t().muted, text, width);
    if (!name.empty()) note(ui, name, {at.x, at.y + above, at.x + size.x, at.y + above + size.y}, text);
    ImGui::Dummy({width, above + size.y});
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + below);
}

void sign_and_words(Ui& ui, std::string_view sign, std::string_view text, Style style, Colour colour,
                    const std::string& name) {
    ImFont* font = font_of(ui, style);
    const float indent = ui.px(22), width = content_width() - indent;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = text_size(font, text, width);
    draw_icon({at.x + ui.px(8), at.y + font->FontSize / 2}, ui.fonts.small, colour, sign);
    draw_text({at.x + indent, at.y}, font, colour, text, width);
    ImGui::Dummy({content_width(), size.y});
    if (!name.empty()) note(ui, name, {at.x, at.y, at.x + indent + size.x, at.y + size.y}, text);
}

bool text_field(Ui& ui, const std::string& name, const std::string& label, std::string& value, const FieldLook& look) {
    const auto& t = ui.t();
    const float width = look.width > 0 ? look.width : content_width();
    ImGui::BeginGroup();
    if (look.label_shown) draw_label(ui, name, label, look.required, width);
    const float line_height = ui.fonts.normal->FontSize;
    const float padding_y = (ui.px(t.control_height) - line_height) / 2;
    const float height = ui.px(t.control_height) + static_cast<float>(look.lines - 1) * line_height;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Rect rect{at.x, at.y, at.x + width, at.y + height};
    const float icon_space = look.icon.empty() ? 0 : ui.px(24);
    const float unit_space = look.unit.empty() ? 0 : text_size(ui.fonts.normal, look.unit).x + ui.px(10);
    fill(rect, t.panel, ui.px(6));
    outline(rect, look.problem.empty() ? t.edge : t.blocking, std::max(1.0F, ui.px(look.problem.empty() ? 1 : 2)),
            ui.px(6));
    if (!look.icon.empty())
        draw_icon({rect.x0 + ui.px(16), (rect.y0 + rect.y1) / 2}, ui.fonts.small, t.muted, look.icon);
    if (!look.unit.empty()) draw_text({rect.x1 - unit_space, rect.y0 + padding_y}, ui.fonts.normal, t.muted, look.unit);

    ImGui::PushID(name.c_str());
    ImGui::SetCursorScreenPos({rect.x0 + icon_space, rect.y0});
    const ImGuiID id = ImGui::GetID("##text");
    follow_focus(ui, name, id, look.lines > 1);
    bool changed = false;
    {
        const BareField bare(ui, padding_y, ui.px(10));
        changed = input(look.placeholder, value, {rect.width() - icon_space - unit_space, height}, look.lines > 1);
    }
    if (ImGui::IsItemActivated()) ui.focus.set(name);
    const bool active = ImGui::GetCurrentContext()->ActiveId == id;
    ImGui::PopID();
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, height});

    auto& widget = note(ui, name, rect, value);
    widget.focusable = true;
    if (ui.scroll_wanted == name) ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
    if (ui.focus.is_on(name)) {
        if (ui.focus.just_moved) ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
        ui.focus.text_is_active = active;
        if (active) ui.focus.text_is_wanted = false;
        focus_ring(ui, rect);
    }
    if (!look.problem.empty()) {
        ImGui::PushID(name.c_str());
        const ImVec2 below = ImGui::GetCursorScreenPos();
        const ImVec2 size = text_size(ui.fonts.small, look.problem, width - ui.px(22));
        draw_icon({below.x + ui.px(8), below.y + ui.fonts.small->FontSize / 2}, ui.fonts.small, t.blocking, "warning");
        draw_text({below.x + ui.px(22), below.y}, ui.fonts.small, t.blocking, look.problem, width - ui.px(22));
        ImGui::Dummy({width, size.y});
        note(ui, name + "/problem", {below.x, below.y, below.x + width, below.y + size.y}, look.problem);
        ImGui::PopID();
    }
    ImGui::EndGroup();
    return changed;
}

}  // namespace ui
