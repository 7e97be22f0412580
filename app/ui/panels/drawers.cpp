// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"

namespace ui {

using base::tr;

void drawer_head(Ui& ui, const std::string& name, const std::string& title) {
    const float size = ui.px(ui.t().control_height), width = content_width();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_text_in({at.x, at.y, at.x + width - size, at.y + size}, ui.fonts.heading, ui.t().ink, title);
    note(ui, name + "/title", {at.x, at.y, at.x + width - size, at.y + size}, title);
    ImGui::SetCursorScreenPos({at.x + width - size, at.y});
    if (button(ui, name + "/close", tr("Close"), {.weight = Weight::quiet, .icon = "cross", .icon_only = true}))
        ui.state().drawer = app::Drawer::none;
}

/// Everything that sources said about themselves while they were read.
void remarks_drawer(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "remarks", rect, {.over = true});
    drawer_head(ui, "remarks", tr("Remarks"));
    bool any = false;
    for (const auto& layer : ui.desk.layers().all()) {
        const bool has = layer.problem || (layer.data && !layer.data->layer->report.problems.empty());
        if (!has) continue;
        any = true;
        words(ui, layer.source.name, Style::strong, ui.t().ink, "remarks/layer/" + layer.source.uuid);
        if (layer.problem) {
            sign_and_words(ui, "warning", base::say(*layer.problem), Style::normal, ui.t().blocking);
            words(ui, layer.problem->detail, Style::small, ui.t().muted);
            continue;
        }
        for (const auto& remark : layer.data->layer->report.problems.remarks()) {
            const std::string said = base::say(remark.problem);
            sign_and_words(ui, "info",
                           base::say(base::text("{count} times: {remark}",
                                                {{"count", std::to_string(remark.count)}, {"remark", said}})),
                           Style::normal, ui.t().ink);
        }
        space(ui, 4);
    }
    if (!any) words(ui, tr("No remarks: everything could be read as it is."), Style::normal, ui.t().muted);
}

void settings_drawer(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "settings", rect, {.over = true});
    drawer_head(ui, "settings", tr("Appearance"));
    words(ui, tr("Colours"), Style::small, ui.t().muted);
    const std::vector<Option> themes{{"light", tr("Light"), {}, {}},
                                     {"dark", tr("Dark"), {}, {}},
                                     {"contrast", tr("High contrast"), {}, {}},
                                     {"sunlight", tr("Sunlight"), {}, {}}};
    std::string chosen = themes[static_cast<std::size_t>(ui.state().settings.theme)].key;
    if (segments(ui, "settings/theme", themes, chosen)) ui.desk.dispatch("theme", chosen);
    space(ui, 8);
    words(ui,
          base::say(base::text("Size of text: {percent} %",
                               {{"percent", std::to_string(static_cast<int>(ui.state().settings.text_scale * 100 + 0.5))}})),
          Style::small, ui.t().muted, "settings/size");
    action_button(ui, "settings/smaller", "text-smaller");
    same_line(ui);
    action_button(ui, "settings/larger", "text-larger");
}

/// The keys that do something right now; those that do not are left out.
void help_drawer(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "help", rect, {.over = true});
    drawer_head(ui, "help", tr("Keys that work now"));
    words(ui,
          tr("Tab goes from part to part, arrows inside lists and over the map. Single letters work while the map has "
             "the keyboard: click on it, or press Escape."),
          Style::normal, ui.t().muted);
    for (const auto& action : app::all_actions()) {
        if (action.shortcut.empty() || app::refusal_of(action, ui.state())) continue;
        const std::string label = base::say(action.label);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float keys = ui.px(124), width = content_width() - keys;
        const ImVec2 size = text_size(ui.fonts.normal, label, width);
        draw_text(at, ui.fonts.strong, ui.t().accent, action.shortcut);
        draw_text({at.x + keys, at.y}, ui.fonts.normal, ui.t().ink, label, width);
        ImGui::Dummy({content_width(), size.y});
        note(ui, "help/" + std::string(action.name), {at.x, at.y, at.x + keys + size.x, at.y + size.y}, label);
    }
}

}  // namespace ui
