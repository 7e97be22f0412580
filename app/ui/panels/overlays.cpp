// SPDX-License-Identifier: EUPL-1.2
#include "app/core/map_hand.hpp"
#include "app/ui/panels/panels.hpp"

#include <algorithm>

namespace ui {

using base::tr;

/// What lies under the place that was clicked, when it is more than one thing.
void under_list(Ui& ui) {
    const auto under = *ui.state().under;
    const auto at = ui.state().camera.to_screen(under.at);
    const float row_height = ui.px(ui.t().control_height + 4), width = ui.px(300);
    const std::size_t shown = std::min<std::size_t>(under.things.size(), 8);
    const float height = ui.px(56) + static_cast<float>(shown) * row_height;
    const float x =
        std::clamp(ui.map.x0 + static_cast<float>(at.x) + ui.px(12), ui.map.x0, std::max(ui.map.x0, ui.map.x1 - width));
    const float y =
        std::clamp(ui.map.y0 + static_cast<float>(at.y), ui.map.y0, std::max(ui.map.y0, ui.map.y1 - height));
    const Panel panel(ui, "under", {x, y, x + width, y + height}, {.padding = 12, .over = true, .layer = 20});
    words(ui, tr("What do you mean?"), Style::strong, ui.t().ink, "under/title");
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (std::size_t i = 0; i < under.things.size(); ++i) {
        const auto& thing = under.things[i];
        const Row line = row(ui, "under/row/" + std::to_string(i), thing.text, row_height, false, "under");
        draw_icon({line.rect.x0 + ui.px(14), (line.rect.y0 + line.rect.y1) / 2}, ui.fonts.small, ui.t().muted,
                  thing.finding.empty() ? "layers" : "marker");
        draw_text_in({line.rect.x0 + ui.px(30), line.rect.y0, line.rect.x1 - ui.px(4), line.rect.y1}, ui.fonts.normal,
                     ui.t().ink, thing.text);
        if (line.pressed) ui.desk.dispatch("under-choose", std::to_string(i));
    }
    ImGui::PopStyleVar();
}

/// All goals by theme, to be searched and ticked, over the form.
void goals_picker(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "picker", rect, {.over = true, .layer = 15});
    words(ui, tr("Goals this belongs to"), Style::heading, ui.t().ink, "goals/title");
    if (button(ui, "goals/done", tr("Done"), {.weight = Weight::primary, .icon = "check", .width = -1})) {
        ui.desk.dispatch("form-goals");
        return;
    }
    text_field(ui, "goals/search", tr("Search in goals"), ui.state().goal_search,
               {.placeholder = tr("Search in goals"), .icon = "search", .label_shown = false});
    const auto rows = app::matching(ui.desk.views().goals(), ui.state().goal_search);
    for (const auto& goal : rows) {
        if (goal.level == app::GoalRow::Level::agenda) {
            space(ui, 4);
            words(ui, goal.text, Style::strong, ui.t().ink);
        } else if (goal.level == app::GoalRow::Level::theme) {
            words(ui, goal.text, Style::small, ui.t().muted);
        } else {
            const auto& chosen = ui.state().draft->goals;
            const bool checked = std::find(chosen.begin(), chosen.end(), goal.id) != chosen.end();
            if (checkbox(ui, "goals/pick/" + goal.id, goal.text, checked, "pick"))
                ui.desk.dispatch("form-goal", goal.id);
        }
    }
    if (rows.empty()) words(ui, tr("No goal has these words."), Style::normal, ui.t().muted);
}

/// What just happened, at the bottom of the map, until the next thing or until it is closed.
void notice_bar(Ui& ui, const Rect& map) {
    if (!ui.state().notice) return;
    const auto notice = *ui.state().notice;
    const bool done = notice.kind == app::Notice::Kind::done;
    const std::string text = done ? base::say(notice.message) : base::say(notice.problem);
    const float control = ui.px(ui.t().control_height);
    const float beside = std::max(ui.px(36), control) + ui.px(24);  // the buttons that zoom stay free
    const float width = std::min(ui.px(560), map.width() - beside - ui.px(16));
    const float undo = done && notice.offers_undo ? text_size(ui.fonts.normal, tr("Undo")).x + ui.px(56) : 0;
    const float text_width = width - ui.px(24 + 30) - control - undo - ui.px(8);
    const ImVec2 size = text_size(ui.fonts.normal, text, text_width);
    const float detail =
        notice.problem.detail.empty() ? 0 : text_size(ui.fonts.small, notice.problem.detail, text_width).y + ui.px(4);
    const float height = std::max(control, size.y + detail) + ui.px(24);
    const float x = map.x0 + ui.px(16) + (map.width() - beside - ui.px(16) - width) / 2,
                y = map.y1 - height - ui.px(16);
    const Panel panel(ui, "notice", {x, y, x + width, y + height}, {.padding = 12, .over = true, .scrolls = false});
    const Colour colour = done                                        ? ui.t().good
                          : notice.kind == app::Notice::Kind::refused ? ui.t().hindering
                                                                      : ui.t().blocking;
    const float top = y + (height - size.y - detail) / 2;
    draw_icon({x + ui.px(24), top + size.y / 2}, ui.fonts.normal, colour, done ? "check" : "warning");
    draw_text({x + ui.px(42), top}, ui.fonts.normal, ui.t().ink, text, text_width);
    draw_text({x + ui.px(42), top + size.y + ui.px(4)}, ui.fonts.small, ui.t().muted, notice.problem.detail,
              text_width);
    note(ui, "notice/text", {x + ui.px(42), top, x + ui.px(42) + size.x, top + size.y}, text);
    ImGui::SetCursorScreenPos({x + width - control - undo - ui.px(12), y + (height - control) / 2});
    if (undo > 0) {
        action_button(ui, "notice/undo", "undo", {.width = undo - ui.px(8)});
        same_line(ui);
    }
    action_button(ui, "notice/close", "notice-close", {.weight = Weight::quiet, .icon_only = true});
}

}  // namespace ui
