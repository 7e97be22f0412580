// SPDX-License-Identifier: EUPL-1.2
#include "app/core/figures.hpp"
#include "app/core/map_hand.hpp"
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>

namespace ui {

using base::tr;

/// What lies under the place that was clicked, when it is more than one thing.
void under_list(Ui& ui) {
    const auto under = *ui.state().under;
    const auto at = ui.state().camera.to_screen(under.at);
    const float width = std::min(ui.px(300), ui.size.x - ui.px(16));
    float height = ui.px(32) + ui.px(ui.t().control_height);
    for (const auto& thing : under.things)
        height += text_row_height(ui, thing.text, {.icon = "marker", .width = width - ui.px(24)});
    const auto more =
        under.left_out == 0
            ? std::string()
            : base::say(base::text(
                  "Not in this list: {count}. All of them are in the list of findings.",
                  {{"count", base::number_for_people(static_cast<double>(under.left_out), 0, base::language())}}));
    if (!more.empty()) height += ui.px(ui.t().control_height);
    height = std::min({height, ui.px(420), ui.map.height()});
    const float x =
        std::clamp(ui.map.x0 + static_cast<float>(at.x) + ui.px(12), 0.0F, std::max(0.0F, ui.map.x1 - width));
    const float y =
        std::clamp(ui.map.y0 + static_cast<float>(at.y), ui.map.y0, std::max(ui.map.y0, ui.map.y1 - height));
    const Panel panel(ui, "under", {x, y, x + width, y + height}, {.padding = 12, .over = true, .layer = 20});
    words(ui, tr("What do you mean?"), Style::strong, ui.t().ink, "under/title");
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    for (std::size_t i = 0; i < under.things.size(); ++i) {
        const auto& thing = under.things[i];
        const Row line = text_row(ui, "under/row/" + std::to_string(i), thing.text,
                                  {.icon = thing.finding.empty() ? "layers" : "marker", .group = "under"});
        if (line.pressed) ui.desk.dispatch("under-choose", std::to_string(i));
    }
    ImGui::PopStyleVar();
    if (!more.empty()) words(ui, more, Style::small, ui.t().muted, "under/more");
}

namespace {

/// How many of the selected findings have the goal; of a form: one or none.
std::size_t having(Ui& ui, const std::string& goal) {
    if (const auto& draft = ui.state().draft)
        return std::find(draft->goals.begin(), draft->goals.end(), goal) != draft->goals.end() ? 1 : 0;
    const auto& goals = ui.desk.views().picked().goals;
    const auto found = goals.find(goal);
    return found == goals.end() ? 0 : found->second;
}

void goal_choice(Ui& ui, const app::GoalRow& goal) {
    const auto& state = ui.state();
    const std::size_t all = state.draft ? 1 : state.picked.size(), count = having(ui, goal.id);
    std::string label = goal.text;
    if (count > 0 && count < all)
        label += app::k_dot + base::say(base::text("{count} of {all}",
                                                   {{"count", std::to_string(count)}, {"all", std::to_string(all)}}));
    if (checkbox(ui, "goals/pick/" + goal.id, label, count == all, "pick"))
        ui.desk.dispatch(state.draft ? "form-goal" : "many-goal", goal.id);
}

}  // namespace

/// All goals by theme, to be searched and ticked, over the form or over what is selected.
void goals_picker(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "picker", rect, {.over = true, .layer = 15});
    words(ui, tr("Goals this belongs to"), Style::heading, ui.t().ink, "goals/title");
    if (button(ui, "goals/done", tr("Done"), {.weight = Weight::primary, .icon = "check", .width = -1})) {
        ui.desk.dispatch(ui.state().draft ? "form-goals" : "many-goals");
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
            goal_choice(ui, goal);
        }
    }
    if (rows.empty()) words(ui, tr("No goal has these words."), Style::normal, ui.t().muted);
}

namespace {

Colour colour_of_notice(const Tokens& t, app::Notice::Kind kind) {
    if (kind == app::Notice::Kind::done) return t.good;
    return kind == app::Notice::Kind::refused ? t.hindering : t.blocking;
}

void notice_words(Ui& ui, const app::Notice& notice, float width) {
    const bool done = notice.kind == app::Notice::Kind::done;
    const std::string text = done ? base::say(notice.message) : base::say(notice.problem);
    const float indent = ui.px(26), room = width - indent;
    const ImVec2 at = ImGui::GetCursorScreenPos(), size = text_size(ui.fonts.normal, text, room);
    draw_icon({at.x + ui.px(8), at.y + ui.fonts.normal->FontSize / 2}, ui.fonts.normal,
              colour_of_notice(ui.t(), notice.kind), done ? "check" : "warning");
    draw_text({at.x + indent, at.y}, ui.fonts.normal, ui.t().ink, text, room);
    note(ui, "notice/text", {at.x, at.y, at.x + width, at.y + size.y}, text);
    const auto& detail = notice.problem.detail;
    const float more = detail.empty() ? 0 : text_size(ui.fonts.small, detail, room).y + ui.px(4);
    draw_text({at.x + indent, at.y + size.y + ui.px(4)}, ui.fonts.small, ui.t().muted, detail, room);
    ImGui::Dummy({width, size.y + more});
}

}  // namespace

Rect notice_place(Ui& ui, const Rect& map, bool at_top) {
    const float control = ui.px(ui.t().control_height), margin = ui.px(8);
    const float zoom =
        map.width() > ui.px(420) ? std::max(ui.px(36), control) + ui.px(24) : 0;  // its buttons stay free
    const float width = std::min(ui.px(560), map.width() - zoom - 2 * margin);
    const float height =
        std::min(natural_height(ui, "notice", 12, control + ui.px(24)), std::max(control, map.height() - 2 * margin));
    const float x = map.x0 + margin + (map.width() - zoom - 2 * margin - width) / 2,
                y = at_top ? map.y0 + margin : map.y1 - height - margin;
    return {x, y, x + width, y + height};
}

/// What just happened, until the next thing or until it is closed.
void notice_bar(Ui& ui, const Rect& place, int layer) {
    if (!ui.state().notice) return;
    const auto notice = *ui.state().notice;
    const bool undo = notice.kind == app::Notice::Kind::done && notice.offers_undo;
    const float control = ui.px(ui.t().control_height);
    const float undo_width = undo ? button_width(ui, tr("Undo"), {.icon = "undo"}) + ui.px(8) : 0;
    const bool beside = place.width() - control - undo_width > ui.px(240);
    const bool remarks = notice.offers_remarks && ui.state().drawer != app::Drawer::remarks;
    const Panel panel(ui, "notice", place, {.padding = 12, .over = true, .layer = layer});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float inner = content_width();
    notice_words(ui, notice, beside ? inner - control - undo_width - ui.px(8) : inner - control - ui.px(8));
    const float below = ImGui::GetCursorScreenPos().y;
    if (undo) {
        if (beside) ImGui::SetCursorScreenPos({at.x + inner - control - undo_width, at.y});
        action_button(ui, "notice/undo", "undo");
    }
    ImGui::SetCursorScreenPos({at.x + inner - control, at.y});
    action_button(ui, "notice/close", "notice-close", {.weight = Weight::quiet, .icon_only = true});
    if (undo && !beside) ImGui::SetCursorScreenPos({at.x, below + control});
    if (!remarks) return;
    const float next = undo && !beside ? ImGui::GetCursorScreenPos().y : std::max(below, at.y + control + ui.px(8));
    ImGui::SetCursorScreenPos({at.x, next});
    if (button(ui, "notice/remarks", tr("Show the remarks"), {.icon = "warning"})) ui.desk.dispatch("remarks");
}

}  // namespace ui
