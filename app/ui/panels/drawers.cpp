// SPDX-License-Identifier: EUPL-1.2
#include "app/core/keys.hpp"
#include "app/ui/keyboard.hpp"
#include "app/ui/panels/panels.hpp"

#include <algorithm>

namespace ui {

using base::tr;

void drawer_head(Ui& ui, const std::string& name, const std::string& title) {
    const float size = ui.px(ui.t().control_height), width = content_width();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float room = width - size - ui.px(8);
    const float tall = std::max(size, text_size(ui.fonts.heading, title, room).y);
    draw_text({at.x, at.y + (size - ui.fonts.heading->FontSize) / 2}, ui.fonts.heading, ui.t().ink, title, room);
    note(ui, name + "/title", {at.x, at.y, at.x + room, at.y + tall}, title);
    ImGui::SetCursorScreenPos({at.x + width - size, at.y});
    if (button(ui, name + "/close", tr("Close"), {.weight = Weight::quiet, .icon = "cross", .icon_only = true})) {
        ui.state().drawer = app::Drawer::none;
        ui.state().focus_wanted = "map";
    }
    ImGui::SetCursorScreenPos({at.x, at.y + tall + ui.px(8)});
}

namespace {

void key_line(Ui& ui, const std::string& name, const std::string& keys, const std::string& label) {
    const float keys_width = ui.px(124), width = content_width() - keys_width;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float used =
        std::max(text_size(ui.fonts.normal, label, width).y, text_size(ui.fonts.strong, keys, keys_width - ui.px(8)).y);
    draw_text(at, ui.fonts.strong, ui.t().accent, keys, keys_width - ui.px(8));
    draw_text({at.x + keys_width, at.y}, ui.fonts.normal, ui.t().ink, label, width);
    ImGui::Dummy({content_width(), used});
    note(ui, name, {at.x, at.y, at.x + content_width(), at.y + used}, keys + "  " + label);
}

bool works_now(Ui& ui, const app::Action& action) {
    if (action.shortcut.empty() || app::refusal_of(action, ui.state())) return false;
    const auto chord = app::parse_chord(action.shortcut);
    return ui.state().settings.single_letters || !chord || !is_character(*chord);
}

}  // namespace

/// The keys that do something right now; those that do not are left out.
void help_drawer(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "help", rect, {.over = true, .layer = ui.drawer_layer});
    drawer_head(ui, "help", tr("Keys that work now"));
    key_line(ui, "help/tab", "Tab", tr("The next part of the window; with Shift the one before"));
    key_line(ui, "help/arrows", "↑ ↓ ← →", tr("Within a list, and over the map; with Shift in large steps"));
    key_line(ui, "help/enter", "Enter", tr("Does what has the keyboard; on the map what a click does there"));
    hairline(ui);
    words(ui,
          ui.state().settings.single_letters
              ? tr("Single letters work while the map has the keyboard: click on it, or press Escape.")
              : tr("Single letters are switched off in the settings."),
          Style::small, ui.t().muted, "help/letters");
    for (const auto& action : app::all_actions())
        if (works_now(ui, action))
            key_line(ui, "help/" + std::string(action.name), app::keys_for_people(action.shortcut),
                     base::say(action.label));
}

}  // namespace ui
