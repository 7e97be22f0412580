// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/draw.hpp"

#include "app/ui/wrap.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

ImVec2 low(const Rect& r) { return {r.x0, r.y0}; }
ImVec2 high(const Rect& r) { return {r.x1, r.y1}; }
ImDrawList* list() { return ImGui::GetWindowDrawList(); }
const char* end_of(std::string_view text) { return text.data() + text.size(); }

/// Whoever looks at what is drawn; nullptr when nobody does.
Registry* watcher() {
    auto* registry = static_cast<Registry*>(ImGui::GetIO().UserData);
    return registry && registry->keeps_drawn ? registry : nullptr;
}

Rect rect_of(const ImRect& r) { return {r.Min.x, r.Min.y, r.Max.x, r.Max.y}; }

Drawn drawn_here() {
    const auto* window = ImGui::GetCurrentWindow();
    Drawn drawn{.panel = rect_of(window->InnerRect), .window = window};
    drawn.panel_scrolls = (window->Flags & (ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse)) == 0;
    return drawn;
}

void note_fill(const Rect& rect, Colour colour) {
    auto* registry = watcher();
    if (!registry) return;
    Drawn drawn = drawn_here();
    drawn.rect = rect;
    drawn.ground = colour.rgb;
    drawn.has_ground = true;
    registry->drawn().push_back(std::move(drawn));
}

bool breaks_a_word(ImFont* font, std::string_view text, float wrap) {
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto end = std::min(text.find_first_of(" \n", begin), text.size());
        if (text_size(font, text.substr(begin, end - begin)).x > wrap + 1) return true;
        begin = end + 1;
    }
    return false;
}

void note_text(ImVec2 at, ImFont* font, Colour colour, std::string_view text, float wrap, bool shortened) {
    auto* registry = watcher();
    if (!registry || text.empty()) return;
    Drawn drawn = drawn_here();
    const ImVec2 size = text_size(font, text, wrap);
    drawn.text = text;
    drawn.rect = {at.x, at.y, at.x + size.x, at.y + size.y};
    drawn.colour = colour.rgb;
    drawn.shortened = shortened;
    drawn.broken = wrap > 0 && breaks_a_word(font, text, wrap);
    // What was filled last below its middle is its ground.
    const float x = (drawn.rect.x0 + drawn.rect.x1) / 2, y = (drawn.rect.y0 + drawn.rect.y1) / 2;
    for (auto earlier = registry->drawn().rbegin(); earlier != registry->drawn().rend(); ++earlier)
        if (earlier->text.empty() && earlier->window == drawn.window && earlier->rect.contains(x, y)) {
            drawn.ground = earlier->ground;
            drawn.has_ground = true;
            break;
        }
    registry->drawn().push_back(std::move(drawn));
}

}  // namespace

ImU32 paint(Colour colour, float alpha) {
    return IM_COL32(colour.rgb >> 16 & 255U, colour.rgb >> 8 & 255U, colour.rgb & 255U, static_cast<int>(alpha * 255));
}

Colour mixed(Colour ground, Colour over, float part) {
    std::uint32_t out = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        const auto a = static_cast<float>(ground.rgb >> shift & 255U), b = static_cast<float>(over.rgb >> shift & 255U);
        out |= static_cast<std::uint32_t>(std::lround(a + (b - a) * part)) << shift;
    }
    return {out};
}

ImVec2 text_size(ImFont* font, std::string_view text, float wrap) {
    if (wrap <= 0) return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.data(), end_of(text));
    ImVec2 size{0, 0};
    for (const auto line : lines_of(font, text, wrap)) {
        const ImVec2 part = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, line.data(), end_of(line));
        size = {std::max(size.x, part.x), size.y + font->FontSize};
    }
    return size;
}

void draw_text(ImVec2 at, ImFont* font, Colour colour, std::string_view text, float wrap) {
    note_text(at, font, colour, text, wrap, false);
    const ImVec2 begin{std::floor(at.x), std::floor(at.y)};
    float y = begin.y;
    for (const auto line : lines_of(font, text, wrap)) {
        list()->AddText(font, font->FontSize, {begin.x, y}, paint(colour), line.data(), end_of(line));
        y += font->FontSize;
    }
}

bool draw_text_in(const Rect& rect, ImFont* font, Colour colour, std::string_view text) {
    const ImVec2 size = text_size(font, text);
    const float y = std::floor(rect.y0 + (rect.height() - size.y) / 2);
    if (size.x <= rect.width() + 1) {
        draw_text({rect.x0, y}, font, colour, text);
        return true;
    }
    note_text({rect.x0, y}, font, colour, text, 0, true);
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_Text, paint(colour));
    ImGui::RenderTextEllipsis(list(), {rect.x0, y}, {rect.x1, y + size.y}, rect.x1, rect.x1, text.data(), end_of(text),
                              &size);
    ImGui::PopStyleColor();
    ImGui::PopFont();
    return false;
}

void draw_icon(ImVec2 middle, ImFont* font, Colour colour, std::string_view name) {
    const char* sign = icon(name);
    if (*sign == 0) return;
    const ImVec2 size = text_size(font, sign);
    draw_text({middle.x - size.x / 2, middle.y - size.y / 2}, font, colour, sign);
}

void fill(const Rect& rect, Colour colour, float rounding) {
    note_fill(rect, colour);
    list()->AddRectFilled(low(rect), high(rect), paint(colour), rounding);
}

void outline(const Rect& rect, Colour colour, float width, float rounding) {
    const float half = width / 2;
    list()->AddRect({rect.x0 + half, rect.y0 + half}, {rect.x1 - half, rect.y1 - half}, paint(colour), rounding, 0,
                    width);
}

void line(ImVec2 from, ImVec2 to, Colour colour, float width) { list()->AddLine(from, to, paint(colour), width); }

void focus_ring(Ui& ui, const Rect& rect) {
    const auto& t = ui.t();
    const float gap = ui.px(t.focus_gap), width = ui.px(t.focus_width);
    const float out = gap + width;
    const Rect ring{rect.x0 - out, rect.y0 - out, rect.x1 + out, rect.y1 + out};
    // The gap has the ground's colour, so that the ring is seen on any neighbour.
    outline({rect.x0 - gap, rect.y0 - gap, rect.x1 + gap, rect.y1 + gap}, t.panel, gap, ui.px(6) + gap);
    outline(ring, t.focus, width, ui.px(6) + out);
}

Colour colour_of(const Tokens& tokens, const std::optional<audit::Severity>& severity) {
    if (!severity) return tokens.muted;
    switch (*severity) {
        case audit::Severity::blocking:
            return tokens.blocking;
        case audit::Severity::hindering:
            return tokens.hindering;
        case audit::Severity::attention:
            return tokens.attention;
    }
    return tokens.muted;
}

void draw_severity(Ui& ui, ImVec2 m, float size, const std::optional<audit::Severity>& severity) {
    const auto colour = paint(colour_of(ui.t(), severity));
    const float r = size / 2;
    float drop = 0;
    if (!severity) {
        list()->AddRectFilled({m.x - r * 0.8F, m.y - r * 0.8F}, {m.x + r * 0.8F, m.y + r * 0.8F}, colour, ui.px(3));
    } else if (*severity == audit::Severity::blocking) {
        list()->AddTriangleFilled({m.x, m.y - r * 1.05F}, {m.x + r * 1.1F, m.y + r * 0.9F},
                                  {m.x - r * 1.1F, m.y + r * 0.9F}, colour);
        drop = r * 0.25F;
    } else if (*severity == audit::Severity::hindering) {
        list()->AddQuadFilled({m.x, m.y - r * 1.1F}, {m.x + r * 1.1F, m.y}, {m.x, m.y + r * 1.1F},
                              {m.x - r * 1.1F, m.y}, colour);
    } else {
        list()->AddCircleFilled(m, r * 0.95F, colour);
    }
    if (!severity) return;
    ImFont* font = ui.fonts.small;
    const std::string digit = std::to_string(static_cast<int>(*severity));
    const ImVec2 text = text_size(font, digit);
    note_fill({m.x - r, m.y - r, m.x + r, m.y + r}, colour_of(ui.t(), severity));
    draw_text({m.x - text.x / 2, m.y - text.y / 2 + drop}, font, ui.t().panel, digit);
}

}  // namespace ui
