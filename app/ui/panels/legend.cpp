// SPDX-License-Identifier: EUPL-1.2
#include "app/core/layer_styles.hpp"
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>

namespace ui {
namespace {

Colour opaque(app::Colour colour) { return {static_cast<std::uint32_t>(colour.r << 16 | colour.g << 8 | colour.b)}; }

/// As it lies on the map's ground.
Colour on_ground(app::Colour colour, app::Theme theme) {
    return mixed(opaque(app::map_colours(theme).ground), opaque(colour), static_cast<float>(colour.a) / 255);
}

void dot_shape(ImVec2 m, float r, app::Dot dot, ImU32 colour) {
    auto* list = ImGui::GetWindowDrawList();
    switch (dot) {
        case app::Dot::disc:
            list->AddCircleFilled(m, r, colour);
            break;
        case app::Dot::square:
            list->AddRectFilled({m.x - r * 0.9F, m.y - r * 0.9F}, {m.x + r * 0.9F, m.y + r * 0.9F}, colour);
            break;
        case app::Dot::diamond:
            list->AddQuadFilled({m.x, m.y - r * 1.2F}, {m.x + r * 1.2F, m.y}, {m.x, m.y + r * 1.2F},
                                {m.x - r * 1.2F, m.y}, colour);
            break;
        case app::Dot::triangle:
            list->AddTriangleFilled({m.x, m.y - r * 1.1F}, {m.x + r * 1.1F, m.y + r * 0.8F},
                                    {m.x - r * 1.1F, m.y + r * 0.8F}, colour);
            break;
        case app::Dot::none:
            break;
    }
}

/// A piece of line with its dashes, as wide as on the map but no wider than the swatch.
void stroke_sample(Ui& ui, const Rect& rect, const app::Stroke& stroke, app::Theme theme) {
    if (!stroke.is_seen()) return;
    const float y = (rect.y0 + rect.y1) / 2;
    const float width = std::clamp(ui.px(stroke.width), ui.px(1), rect.height() * 0.6F);
    const float unit = width / std::max(stroke.width, 0.01F);
    const float dash = stroke.dash > 0 ? std::max(stroke.dash * unit, ui.px(1)) : rect.width();
    const float step = stroke.dash > 0 ? dash + std::max(stroke.gap * unit, ui.px(1)) : rect.width();
    for (float x = rect.x0; x < rect.x1; x += step)
        line({x, y}, {std::min(x + dash, rect.x1), y}, on_ground(stroke.colour, theme), width);
}

bool is_line(geo::Kind kind) { return kind == geo::Kind::line || kind == geo::Kind::multi_line; }
bool is_point(geo::Kind kind) { return kind == geo::Kind::point || kind == geo::Kind::multi_point; }

void swatch(Ui& ui, const Rect& rect, const app::LegendEntry& entry) {
    const auto theme = ui.state().settings.theme;
    const auto& style = entry.style;
    const Colour ground = opaque(app::map_colours(theme).ground);
    fill(rect, ground, ui.px(2));
    if (is_point(entry.kind)) {
        const ImVec2 middle{(rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2};
        const float r = std::clamp(ui.px(style.point.size) / 2, ui.px(3), rect.height() * 0.4F);
        dot_shape(middle, r, style.point.dot, paint(on_ground(style.point.fill, theme)));
    } else if (is_line(entry.kind) || !style.fill.is_seen()) {
        stroke_sample(ui, rect, style.casing, theme);
        stroke_sample(ui, rect, style.line, theme);
    } else {
        fill(rect, on_ground(style.fill, theme), ui.px(2));
    }
    outline(rect, ui.t().edge, ui.px(1), ui.px(2));
}

std::string heading_of(const app::ColouredLayer& coloured) {
    const bool dutch = base::language() == base::Language::dutch;
    if (coloured.as.figure) return figure_words(*coloured.as.figure);
    if (!coloured.known) return base::say(base::text("Coloured by {attribute}", {{"attribute", coloured.as.by}}));
    return base::say(
        base::text("By {kind}, as is known of such layers", {{"kind", dutch ? coloured.dutch : coloured.english}}));
}

/// A text beside how what it tells of is drawn.
void sample_line(Ui& ui, const app::LegendEntry& entry, const std::string& text, Colour ink, const std::string& name) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ui.px(26), side = ui.px(16), indent = width + ui.px(8);
    const ImVec2 size = text_size(ui.fonts.small, text, content_width() - indent);
    swatch(ui, {at.x, at.y + ui.px(1), at.x + width, at.y + ui.px(1) + side}, entry);
    draw_text({at.x + indent, at.y}, ui.fonts.small, ink, text, content_width() - indent);
    note(ui, name, {at.x, at.y, at.x + indent + size.x, at.y + size.y}, text);
    ImGui::Dummy({content_width(), std::max(size.y, side + ui.px(2))});
}

void entry_line(Ui& ui, const app::LegendEntry& entry, const std::string& name) {
    const std::string count = base::number_for_people(static_cast<double>(entry.count), 0, base::language());
    const std::string text = base::say(base::text("{class} ({count})", {{"class", entry.text}, {"count", count}}));
    sample_line(ui, entry, text, ui.t().ink, name);
}

}  // namespace

/// How a layer is, beside how it is drawn; that of one with classes its legend shows.
void layer_state(Ui& ui, const app::LoadedLayer& layer, const std::string& text) {
    const auto name = "layers/state/" + layer.source.uuid;
    const auto entries = app::legend_of(layer, ui.state().settings.theme, base::language());
    if (layer.coloured || entries.empty())
        words(ui, text, Style::small, ui.t().muted, name);
    else
        sample_line(ui, entries.front(), text, ui.t().muted, name);
}

/// Each class of a layer as it is drawn, with its words and how many there are.
void layer_legend(Ui& ui, const app::LoadedLayer& layer) {
    if (!layer.coloured) return;
    const auto& uuid = layer.source.uuid;
    if (layer.coloured->problem) {
        sign_and_words(ui, "warning", base::say(*layer.coloured->problem), Style::small, ui.t().blocking,
                       "layers/legend/" + uuid);
        return;
    }
    words(ui, heading_of(*layer.coloured), Style::small, ui.t().muted, "layers/legend/" + uuid);
    if (layer.coloured->as.figure) figure_lines(ui, layer);
    const auto entries = app::legend_of(layer, ui.state().settings.theme, base::language());
    for (std::size_t i = 0; i < entries.size(); ++i)
        entry_line(ui, entries[i], "layers/legend/" + uuid + "/" + std::to_string(i));
}

}  // namespace ui
