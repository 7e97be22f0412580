// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/heat.hpp"
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using base::tr;

/// A legend that hides more of the map explains nothing; the drawer of the layers has it too.
constexpr float k_most_of_map = 0.3F;

/// Limits are round figures: whole ones from one on.
std::string figure(double number) {
    const int decimals = number >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(number) - 1e-9));
    return base::number_for_people(number, decimals, base::language());
}

std::string band_words(const app::HeatScale& scale, std::size_t band) {
    if (band + 1 == app::k_heat_bands)
        return base::say(base::text("{from} and more", {{"from", figure(scale.limits[band])}}));
    return base::say(base::text("{from} to {below}",
                                {{"from", figure(scale.limits[band])}, {"below", figure(scale.limits[band + 1])}}));
}

Colour on_ground(app::Colour colour, app::Theme theme) {
    const auto ground = app::map_colours(theme).ground;
    const auto plain = [](app::Colour c) { return Colour{static_cast<std::uint32_t>(c.r << 16 | c.g << 8 | c.b)}; };
    return mixed(plain(ground), plain(colour), static_cast<float>(colour.a) / 255);
}

void band_line(Ui& ui, const app::HeatScale& scale, std::size_t band) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ui.px(26), side = ui.px(14), indent = width + ui.px(8);
    const std::string text = band_words(scale, band);
    const ImVec2 size = text_size(ui.fonts.small, text, content_width() - indent);
    const Rect swatch{at.x, at.y + ui.px(1), at.x + width, at.y + ui.px(1) + side};
    const auto theme = ui.state().settings.theme;
    fill(swatch, on_ground(app::heat_colour(band, theme), theme));
    auto edge = app::heat_colour(band, theme);
    edge.a = 255;
    outline(swatch, on_ground(edge, theme), ui.px(1));
    draw_text({at.x + indent, at.y}, ui.fonts.small, ui.t().ink, text, content_width() - indent);
    note(ui, "map/heat/" + std::to_string(band), {at.x, at.y, at.x + indent + size.x, at.y + size.y}, text);
    ImGui::Dummy({content_width(), std::max(size.y, side + ui.px(2))});
}

/// At the pointer, or where the keyboard points.
void here(Ui& ui, const app::Heat& heat) {
    const auto& state = ui.state();
    const auto at = state.pointer            ? state.pointer
                    : state.map_has_keyboard ? std::optional(state.camera.view.centre)
                                             : std::nullopt;
    std::string number = "–";
    if (at) {
        const double density = heat.at(*at);
        number = base::number_for_people(density, density >= 10 ? 0 : 1, base::language());
    }
    words(ui, base::say(base::text("At this place: {number}", {{"number", number}})), Style::small, ui.t().ink,
          "map/heat/here");
}

void lines(Ui& ui, const app::Heat& heat) {
    const auto& scale = heat.scale;
    words(ui, scale.per_hectare ? tr("Findings per hectare") : tr("Findings per km²"), Style::strong, ui.t().ink,
          "map/heat/title");
    if (scale.is_empty()) return words(ui, tr("There are no findings to count."), Style::small, ui.t().muted);
    for (std::size_t band = app::k_heat_bands; band-- > 0;) band_line(ui, scale, band);
    here(ui, heat);
    const auto count =
        base::number_for_people(static_cast<double>(heat.marks->place_index().size()), 0, base::language());
    words(ui,
          base::say(base::text("Counted within {metres} m of each place, near findings weigh more; {count} findings in "
                               "all.",
                               {{"metres", figure(scale.metres)}, {"count", count}})),
          Style::small, ui.t().muted, "map/heat/how");
}

}  // namespace

void heat_lines(Ui& ui) {
    const auto heat = ui.desk.views().scene().heat;
    if (!heat) return;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui.px(3)});
    lines(ui, *heat);
    ImGui::PopStyleVar();
}

namespace {

/// The areas whose figures are looked at: those that lie on top.
const app::LoadedLayer* layer_with_figures(const app::Layers& layers) {
    for (auto layer = layers.all().rbegin(); layer != layers.all().rend(); ++layer)
        if (layer->source.visible && layer->coloured && layer->coloured->as.figure) return &*layer;
    return nullptr;
}

void area_lines(Ui& ui, const app::LoadedLayer& areas) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui.px(3)});
    words(ui, areas.source.name, Style::strong, ui.t().ink, "map/legend/title");
    layer_legend(ui, areas);
    ImGui::PopStyleVar();
}

}  // namespace

void map_legend(Ui& ui, const Rect& map) {
    const bool is_heat = ui.desk.views().scene().heat != nullptr;
    const auto* areas = is_heat ? nullptr : layer_with_figures(ui.desk.layers());
    if ((!is_heat && !areas) || ui.state().drawer == app::Drawer::layers) return;
    const char* const name = is_heat ? "heat" : "figures";
    const float margin = ui.px(8), width = ui.px(220);
    const float height = natural_height(ui, name, 10, ui.px(190));
    const Rect rect{map.x0 + margin, map.y1 - margin - height, map.x0 + margin + width, map.y1 - margin};
    const float most = k_most_of_map * map.width() * map.height();
    if (rect.y0 < map.y0 || map.width() < width + 2 * margin + ui.px(60) || width * height > most) return;
    const Panel panel(ui, name, rect, {.padding = 10, .over = true, .scrolls = false});
    if (is_heat)
        heat_lines(ui);
    else
        area_lines(ui, *areas);
}

}  // namespace ui
