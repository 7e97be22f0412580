// SPDX-License-Identifier: EUPL-1.2
#include "app/core/keys.hpp"
#include "app/ui/panels/panels.hpp"

#include <algorithm>
#include <array>

namespace ui {
namespace {

using app::Tool;

struct ToolButton {
    const char* name;
    const char* action;
    Tool tool;
};
constexpr std::array k_tools{ToolButton{"tools/new", "finding-new", Tool::point},
                             ToolButton{"tools/line", "finding-line", Tool::line},
                             ToolButton{"tools/outline", "finding-outline", Tool::outline},
                             ToolButton{"tools/measure", "measure", Tool::measure}};

/// A short word where there is no room for the whole label, which is then the hint.
void short_button(Ui& ui, const ToolButton& tool, const std::string& word, float width, bool with_icon) {
    const auto* action = app::action(tool.action);
    const auto reason = app::refusal_of(*action, ui.state());
    ButtonLook look{
        .hint = base::say(base::text("{action} ({keys})", {{"action", base::say(action->label)},
                                                           {"keys", app::keys_for_people(action->shortcut)}})),
        .width = width,
        .chosen = ui.state().tool == tool.tool,
        .height = ui.px(std::max(36.0F, ui.t().control_height))};
    if (with_icon) look.icon = action->icon;
    if (reason) look.reason = base::say(*reason);
    if (button(ui, tool.name, word, look)) ui.desk.dispatch(tool.action);
}

}  // namespace

/// What an inspector begins with, large enough for a thumb.
void tool_buttons(Ui& ui) {
    const auto& state = ui.state();
    const float height = ui.px(std::max(44.0F, ui.t().control_height));
    const Weight weight = state.draft ? Weight::plain : Weight::primary;
    action_button(ui, "tools/new", "finding-new",
                  {.weight = weight, .width = -1, .chosen = state.tool == Tool::point, .height = height});
    const std::array short_words{base::tr("Line"), base::tr("Outline"), base::tr("Measure")};
    const float third = (content_width() - 2 * ui.px(8)) / 3;
    bool beside = true, icons_fit = true;
    for (std::size_t i = 0; i < short_words.size(); ++i) {
        const auto icon = app::action(k_tools[i + 1].action)->icon;
        beside = beside && button_width(ui, short_words[i]) <= third;
        icons_fit = icons_fit && button_width(ui, short_words[i], {.icon = icon}) <= third;
    }
    const float whole = content_width();
    for (std::size_t i = 0; i < short_words.size(); ++i) {
        if (beside && i > 0) same_line(ui);
        short_button(ui, k_tools[i + 1], short_words[i], beside ? third : whole, icons_fit || !beside);
    }
    if (!state.drawing.set_aside.empty() && !state.draft)
        action_button(ui, "tools/resume", "drawing-resume", {.width = -1});
    space(ui, 4);
}

/// The same as signs at the side of the map, where the right column took the place of the left one.
void map_tools(Ui& ui, const Rect& map) {
    const float size = ui.px(std::max(36.0F, ui.t().control_height)), margin = ui.px(6);
    const float height = (size + ui.px(4)) * static_cast<float>(k_tools.size()) + 2 * margin;
    const Panel panel(ui, "maptools", {map.x0, map.y0, map.x0 + size + 2 * margin, map.y0 + height},
                      {.padding = 6, .see_through = true, .scrolls = false});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui.px(4)});
    for (const auto& tool : k_tools)
        action_button(ui, tool.name, tool.action,
                      {.width = size, .icon_only = true, .chosen = ui.state().tool == tool.tool, .height = size});
    ImGui::PopStyleVar();
}

}  // namespace ui
