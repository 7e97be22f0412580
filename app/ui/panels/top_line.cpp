// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"

#include <algorithm>
#include <filesystem>

namespace ui {
namespace {

std::string dossier_name(const app::State& state) {
    if (!state.snapshot) return base::tr("Opening …");
    if (state.scratch) return base::tr("Scratch dossier");
    return std::filesystem::path(state.snapshot->info.path).stem().string();
}

/// Every edit is committed when it is made; the only thing under way is what the store has not answered yet.
std::string saved_words(Ui& ui) {
    if (!ui.state().snapshot) return "";
    return ui.desk.store().idle() ? base::tr("Everything is saved") : base::tr("Saving …");
}

void name_and_state(Ui& ui, const Rect& rect, float width) {
    const auto& t = ui.t();
    const std::string name = dossier_name(ui.state()), saved = saved_words(ui);
    const float x = rect.x0 + ui.px(16), top = rect.y0 + (rect.height() - ui.px(40)) / 2;
    const Rect first{x, top, x + width, top + ui.px(22)}, second{x, top + ui.px(21), x + width, top + ui.px(40)};
    const bool name_fits = draw_text_in(first, ui.fonts.strong, t.ink, name);
    const bool saved_fits =
        draw_text_in({second.x0 + ui.px(18), second.y0, second.x1, second.y1}, ui.fonts.small, t.good, saved);
    draw_icon({second.x0 + ui.px(6), (second.y0 + second.y1) / 2}, ui.fonts.small, t.good, "check");
    note(ui, "top/name", first, name).cut = !name_fits;
    note(ui, "top/saved", second, saved).cut = !saved_fits;
}

void mode_switch(Ui& ui, bool narrow) {
    const std::vector<Option> modes{{"inspect", base::tr("Inspect"), "walk", {}},
                                    {"review", base::tr("Review"), "list", {}},
                                    {"follow", base::tr("Follow"), "goal", {}}};
    std::string chosen = modes[static_cast<std::size_t>(ui.state().mode)].key;
    if (segments(ui, "top/mode", modes, chosen, narrow)) ui.desk.dispatch("mode-" + chosen);
}

void language_switch(Ui& ui) {
    const std::vector<Option> languages{{"nl", "NL", {}, {}}, {"en", "EN", {}, {}}};
    std::string chosen(base::code_of(base::language()));
    if (segments(ui, "top/language", languages, chosen)) ui.desk.dispatch("language-" + chosen);
}

std::string undo_hint(const std::optional<base::Text>& what, bool undo) {
    if (!what) return {};
    return undo ? base::say(base::text("Undo: {action} (Ctrl+Z)", {{"action", base::say(*what)}}))
                : base::say(base::text("Redo: {action} (Ctrl+Y)", {{"action", base::say(*what)}}));
}

void right_buttons(Ui& ui, bool narrow) {
    const auto& snapshot = ui.state().snapshot;
    action_button(
        ui, "top/undo", "undo",
        {.weight = Weight::quiet, .hint = snapshot ? undo_hint(snapshot->undo, true) : "", .icon_only = true});
    same_line(ui, 4);
    action_button(
        ui, "top/redo", "redo",
        {.weight = Weight::quiet, .hint = snapshot ? undo_hint(snapshot->redo, false) : "", .icon_only = true});
    same_line(ui, 12);
    action_button(ui, "top/layers", "layers",
                  {.icon_only = narrow, .chosen = ui.state().drawer == app::Drawer::layers});
    same_line(ui, 12);
    language_switch(ui);
    same_line(ui, 12);
    action_button(ui, "top/settings", "settings", {.weight = Weight::quiet, .icon_only = true});
    same_line(ui, 4);
    action_button(ui, "top/help", "help", {.weight = Weight::quiet, .icon_only = true});
}

float right_width(Ui& ui, bool narrow) {
    const float control = ui.px(ui.t().control_height);
    const float layers = narrow ? control : text_size(ui.fonts.normal, base::tr("Layers")).x + ui.px(48);
    const float language = text_size(ui.fonts.normal, "NL").x + text_size(ui.fonts.normal, "EN").x + ui.px(68);
    return 4 * control + layers + language + ui.px(4 + 12 + 12 + 12 + 4 + 16);
}

float mode_width(Ui& ui) {
    float width = ui.px(8);
    for (const auto& label : {base::tr("Inspect"), base::tr("Review"), base::tr("Follow")})
        width += text_size(ui.fonts.normal, label).x + ui.px(24 + 24 + 8);
    return width;
}

}  // namespace

void top_line(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "top", rect, {.padding = 0, .scrolls = false});
    line({rect.x0, rect.y1 - 1}, {rect.x1, rect.y1 - 1}, ui.t().line);
    const float y = rect.y0 + (rect.height() - ui.px(ui.t().control_height)) / 2;
    const float name_room = ui.px(180);
    float modes = mode_width(ui);
    const bool narrow = name_room + modes + ui.px(16) > rect.x1 - right_width(ui, false);
    const float right = rect.x1 - right_width(ui, narrow);
    if (narrow) modes = 3 * ui.px(ui.t().control_height + 8) + ui.px(8);
    const float mode_x =
        narrow ? right - modes - ui.px(12)
               : std::clamp((rect.x0 + rect.x1 - modes) / 2, rect.x0 + name_room, right - modes - ui.px(12));
    name_and_state(ui, rect, std::max(ui.px(40), mode_x - rect.x0 - ui.px(32)));
    ImGui::SetCursorScreenPos({mode_x, y});
    mode_switch(ui, narrow);
    ImGui::SetCursorScreenPos({right, y});
    right_buttons(ui, narrow);
}

}  // namespace ui
