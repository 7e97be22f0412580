// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace ui {
namespace {

using app::Key;

/// The two things an inspector begins with, large enough for a thumb.
void tools(Ui& ui) {
    const auto& state = ui.state();
    const float height = ui.px(std::max(44.0F, ui.t().control_height));
    const Weight weight = state.draft ? Weight::plain : Weight::primary;
    action_button(ui, "tools/new", "finding-new", {.weight = weight, .width = -1, .height = height});
    action_button(ui, "tools/outline", "finding-outline",
                  {.width = -1, .chosen = state.tool == app::Tool::outline, .height = height});
    space(ui, 4);
}

void left_drafts(Ui& ui) {
    for (const auto& draft : std::vector<app::FindingDraft>(ui.state().left_drafts)) {
        const auto* category = ui.state().snapshot->catalogue->category(draft.category);
        const std::string what = !draft.title.empty() ? draft.title
                                 : category           ? category->label.in(base::language())
                                                      : base::tr("Finding without category");
        words(ui, base::say(base::text("Not saved yet: {finding}", {{"finding", what}})), Style::strong, ui.t().ink,
              "drafts/text/" + draft.key);
        action_button(ui, "drafts/take/" + draft.key, "draft-take", {}, draft.key);
        same_line(ui);
        action_button(ui, "drafts/drop/" + draft.key, "draft-drop", {.weight = Weight::quiet}, draft.key);
        space(ui, 4);
    }
}

void draw_row(Ui& ui, const app::FindingRow& finding, float height) {
    const bool chosen = finding.uuid == ui.state().selected;
    const Row line =
        row(ui, "list/row/" + finding.uuid, finding.title + "\n" + finding.place_and_date, height, chosen, "*list");
    const float middle = (line.rect.y0 + line.rect.y1) / 2, x = line.rect.x0 + ui.px(44);
    draw_severity(ui, {line.rect.x0 + ui.px(24), middle}, ui.px(22), finding.severity, finding.letter);
    const bool done = audit::Status::solved == finding.status || audit::Status::verified == finding.status;
    const Rect first{x, line.rect.y0 + ui.px(7), line.rect.x1 - ui.px(8), middle + ui.px(2)};
    const Rect second{x + (done ? ui.px(18) : 0), middle + ui.px(1), line.rect.x1 - ui.px(8), line.rect.y1 - ui.px(7)};
    const bool fits = draw_text_in(first, ui.fonts.strong, ui.t().ink, finding.title);
    if (done) draw_icon({x + ui.px(6), (second.y0 + second.y1) / 2}, ui.fonts.small, ui.t().good, "check");
    draw_text_in(second, ui.fonts.small, ui.t().muted, finding.place_and_date);
    if (!fits && line.hovered) tooltip(ui, finding.title);
    if (line.pressed) ui.desk.dispatch("finding-show", finding.uuid);
}

/// @returns the place of the row with this widget's name, or -1
int row_named(const std::string& name, const std::vector<app::FindingRow>& all) {
    if (!name.starts_with("list/row/")) return -1;
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const auto& candidate) { return name.compare(9, name.npos, candidate.uuid) == 0; });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

/// Arrows go through all rows, also those that are not drawn. @returns the row they lead to, or -1
int row_by_keyboard(Ui& ui, const std::vector<app::FindingRow>& all) {
    const int index = row_named(ui.focus.current(), all), last = static_cast<int>(all.size()) - 1;
    if (index < 0) return -1;
    constexpr int page = 8;
    if (ui.take({.key = Key::down})) return std::min(last, index + 1);
    if (ui.take({.key = Key::up})) return std::max(0, index - 1);
    if (ui.take({.key = Key::page_down})) return std::min(last, index + page);
    if (ui.take({.key = Key::page_up})) return std::max(0, index - page);
    if (ui.take({.key = Key::home})) return 0;
    if (ui.take({.key = Key::end})) return last;
    return -1;
}

void rows(Ui& ui) {
    const auto& all = ui.desk.views().findings().rows;
    const float height = ui.px(60);
    const int target = row_by_keyboard(ui, all);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    // With large text and a small window the whole panel scrolls, so that the list never shrinks to nothing.
    constexpr float least_rows = 3;
    ImGui::BeginChild("rows", {0, std::max(ImGui::GetContentRegionAvail().y, least_rows * height)}, false,
                      ImGuiWindowFlags_NoNav);
    if (target >= 0) ui.focus.set("list/row/" + all[static_cast<std::size_t>(target)].uuid);
    const int shown = target >= 0 ? target : row_named(ui.scroll_wanted, all);
    if (shown >= 0) {
        const float top = static_cast<float>(shown) * height, seen = ImGui::GetWindowHeight();
        ImGui::SetScrollY(std::clamp(ImGui::GetScrollY(), top + height - seen, top));
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(all.size()), height);
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_row(ui, all[static_cast<std::size_t>(i)], height);
    ImGui::EndChild();
    if (shown >= 0) ImGui::ScrollToItem(ImGuiScrollFlags_KeepVisibleEdgeY);
    ImGui::PopStyleVar();
}

void head(Ui& ui) {
    const auto& list = ui.desk.views().findings();
    const auto all = ui.state().snapshot->findings.size();
    const auto number = [](std::size_t n) {
        return base::number_for_people(static_cast<double>(n), 0, base::language());
    };
    const base::Text text =
        list.rows.size() == all
            ? base::text("Findings: {count}", {{"count", number(all)}})
            : base::text("Findings: {count} of {all}", {{"count", number(list.rows.size())}, {"all", number(all)}});
    words(ui, base::say(text), Style::heading, ui.t().ink, "list/count");
    text_field(ui, "list/filter", base::tr("Filter"), ui.state().filter,
               {.placeholder = base::tr("Words, or status:open"),
                .problem = list.filter_problem ? base::say(*list.filter_problem) : "",
                .icon = "search",
                .label_shown = false});
}

}  // namespace

void findings_panel(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "left", rect);
    line({rect.x1 - 1, rect.y0}, {rect.x1 - 1, rect.y1}, ui.t().line);
    if (!ui.state().snapshot) return;
    if (ui.state().mode == app::Mode::inspect) tools(ui);
    left_drafts(ui);
    head(ui);
    if (!ui.desk.views().findings().rows.empty()) return rows(ui);
    space(ui, 8);
    const bool none = ui.state().snapshot->findings.empty();
    words(ui,
          none ? base::tr("No findings yet. Go to the place on the map and press N, or choose “New finding”.")
               : base::tr("No finding passes the filter. Take a word away to see more."),
          Style::normal, ui.t().muted, "list/empty");
}

}  // namespace ui
