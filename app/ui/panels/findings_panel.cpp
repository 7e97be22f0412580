// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace ui {
namespace {

using app::Key;

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

/// Until another one is thrown away, the last one can be brought back.
void thrown_away(Ui& ui) {
    if (!ui.state().thrown_away) return;
    words(ui, base::tr("The draft was thrown away."), Style::normal, ui.t().muted, "drafts/thrown");
    action_button(ui, "drafts/restore", "draft-restore", {.weight = Weight::quiet});
    space(ui, 4);
}

/// The list as it is drawn: findings, and headings where it is grouped.
class Lines {
public:
    explicit Lines(Ui& ui)
        : ui_(ui), listing_(ui.desk.views().listing()), list_(listing_->list), snapshot_(*listing_->snapshot) {}
    std::size_t count() const { return list_.groups.empty() ? list_.rows.size() : list_.items.size(); }
    app::FindingsList::Item at(std::size_t line) const {
        return list_.groups.empty() ? app::FindingsList::Item{.index = list_.rows[line]} : list_.items[line];
    }
    const audit::Finding& finding(std::size_t line) const { return *snapshot_.findings[at(line).index]; }
    const audit::Group& group(std::size_t line) const { return list_.groups[at(line).index]; }

    /// A finding may stand below several headings.
    std::string name(std::size_t line) const {
        const auto item = at(line);
        if (item.heading) return "list/group/" + group(line).key;
        const std::string plain = "list/row/" + finding(line).uuid;
        return item.group == 0 || ui_.state().arrangement.group != audit::GroupKey::goal
                   ? plain
                   : plain + "/" + list_.groups[item.group].key;
    }
    float height(std::size_t line, std::uint64_t layout) const {
        if (at(line).heading) return text_row_height(ui_, heading(line), {.strong = true});
        const auto& shown = snapshot_.findings[at(line).index];
        return ui_.list_heights.of(at(line).index, shown, layout, [&] {
            const auto texts = app::texts_of(*snapshot_.catalogue, *shown, base::language());
            return text_row_height(ui_, texts.title, look(line, texts)) + ui_.px(2);
        });
    }
    float known_height(std::size_t line, std::uint64_t layout) const {
        if (at(line).heading) return 0;
        return ui_.list_heights.known(at(line).index, snapshot_.findings[at(line).index], layout);
    }
    void draw(std::size_t line) const {
        if (at(line).heading) {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            const float width = content_width(), x = at.x + ui_.px(12),
                        tall = text_row_height(ui_, heading(line), {.strong = true});
            draw_text({x, at.y + ui_.px(7)}, ui_.fonts.strong, ui_.t().muted, heading(line), width - ui_.px(20));
            note(ui_, name(line), {at.x, at.y, at.x + width, at.y + tall}, heading(line));
            ImGui::Dummy({width, tall});
            return;
        }
        const auto& found = finding(line);
        const auto texts = app::texts_of(*snapshot_.catalogue, found, base::language());
        if (text_row(ui_, name(line), texts.title, look(line, texts)).pressed) choose(found.uuid);
        space(ui_, 2);
    }

private:
    /// Ctrl takes it in or leaves it out, Shift takes all up to it.
    void choose(const std::string& uuid) const {
        const auto& state = ui_.state();
        const bool by_hand = !ui_.focus.activated("list/row/" + uuid);
        const char* action = by_hand && state.shift_held  ? "select-through"
                             : by_hand && state.ctrl_held ? "select-also"
                                                          : "finding-show";
        ui_.desk.dispatch(action, uuid);
    }
    std::string heading(std::size_t line) const {
        const auto& of = group(line);
        return base::say(
            base::text("{group}: {count}", {{"group", of.label}, {"count", std::to_string(of.count.all)}}));
    }
    RowLook look(std::size_t line, const app::FindingTexts& texts) const {
        const auto& found = finding(line);
        return {.below = texts.beside,
                .severity = found.severity,
                .group = "*list",
                .strong = true,
                .chosen = ui_.desk.views().is_picked(found.uuid),
                .done = audit::is_solved(found.status)};
    }

    Ui& ui_;
    std::shared_ptr<const app::Listing> listing_;  ///< held: a row that is pressed may bring another one
    const app::FindingsList& list_;
    const audit::Snapshot& snapshot_;
};

/// @returns the line with this widget's name, or -1
int line_named(Ui& ui, const std::string& name, const Lines& lines) {
    constexpr std::string_view row = "list/row/";
    if (!name.starts_with(row)) return -1;
    const auto rest = std::string_view(name).substr(row.size());
    const auto place = app::place_of(*ui.desk.views().listing()->snapshot, rest.substr(0, rest.find('/')));
    for (std::size_t i = 0; place && i < lines.count(); ++i)
        if (!lines.at(i).heading && lines.at(i).index == *place && lines.name(i) == name) return static_cast<int>(i);
    return -1;
}

/// The next line that is a finding, from `line` on in steps of `by`; `line` itself stays when there is none.
int next_finding(const Lines& lines, int line, int by, int from) {
    const int last = static_cast<int>(lines.count()) - 1;
    line = std::clamp(line, 0, last);
    const int step = by < 0 ? -1 : 1;
    while (line >= 0 && line <= last && lines.at(static_cast<std::size_t>(line)).heading) line += step;
    return line < 0 || line > last ? from : line;
}

/// Arrows go through all rows, also those that are not drawn. @returns the line they lead to, or -1
int line_by_keyboard(Ui& ui, const Lines& lines) {
    if (!ui.focus.current().starts_with("list/row/") || ui.keys.empty()) return -1;
    const int now = line_named(ui, ui.focus.current(), lines), last = static_cast<int>(lines.count()) - 1;
    if (now < 0) return -1;
    constexpr int page = 8;
    if (ui.take({.key = Key::space, .ctrl = true}))
        ui.desk.dispatch("select-also", lines.finding(static_cast<std::size_t>(now)).uuid);
    for (const auto& [key, by] : {std::pair{Key::down, 1}, std::pair{Key::up, -1}}) {
        if (!ui.take({.key = key, .shift = true})) continue;
        const int next = next_finding(lines, now + by, by, now);
        if (ui.state().selected.empty())
            ui.desk.dispatch("finding-show", lines.finding(static_cast<std::size_t>(now)).uuid);
        ui.desk.dispatch("select-through", lines.finding(static_cast<std::size_t>(next)).uuid);
        return next;
    }
    if (ui.take({.key = Key::down})) return next_finding(lines, now + 1, 1, now);
    if (ui.take({.key = Key::up})) return next_finding(lines, now - 1, -1, now);
    if (ui.take({.key = Key::page_down})) return next_finding(lines, now + page, 1, now);
    if (ui.take({.key = Key::page_up})) return next_finding(lines, now - page, -1, now);
    if (ui.take({.key = Key::home})) return next_finding(lines, 0, 1, now);
    if (ui.take({.key = Key::end})) return next_finding(lines, last, -1, now);
    return -1;
}

/// Everything but the contents that decides how high rows are.
std::uint64_t layout_of_rows(Ui& ui) {
    const auto width = static_cast<std::uint64_t>(content_width());
    const auto scale = static_cast<std::uint64_t>(ui.scale * 1000);
    return width << 32U ^ scale << 2U ^ (base::language() == base::Language::dutch ? 1U : 0U);
}

/// Rows that fill any view, around one that is brought into it.
constexpr std::size_t k_around = 40;

void draw_lines_in_view(Ui& ui, const Lines& lines, float top, const RowTops::Height& measure) {
    auto& tops = ui.list_tops;
    const double from = static_cast<double>(ImGui::GetScrollY()), to = from + ImGui::GetWindowHeight();
    for (std::size_t i = tops.at(from); i < lines.count() && tops.top(i) < to; ++i) tops.measure(i, i, measure);
    for (std::size_t i = tops.at(from); i < lines.count() && tops.top(i) < to; ++i) {
        ImGui::SetCursorPosY(top + static_cast<float>(tops.top(i)));
        lines.draw(i);
    }
    ImGui::SetCursorPosY(top + static_cast<float>(tops.total()));
    ImGui::Dummy({1, 1});
}

void rows(Ui& ui) {
    const Lines lines(ui);
    const int target = line_by_keyboard(ui, lines);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    // With large text and a small window the whole panel scrolls, so that the list never shrinks to nothing.
    const float least_height = ui.px(180);
    ImGui::BeginChild("rows", {0, std::max(ImGui::GetContentRegionAvail().y, least_height)}, false,
                      ImGuiWindowFlags_NoNav);
    const auto layout = layout_of_rows(ui);
    const auto measure = [&](std::size_t line) { return lines.height(line, layout); };
    ui.list_tops.update(
        ui.desk.views().findings_version(), layout, lines.count(),
        [&](std::size_t line) { return lines.known_height(line, layout); }, measure);
    if (target >= 0) ui.focus.set(lines.name(static_cast<std::size_t>(target)));
    const int shown = target >= 0 ? target : line_named(ui, ui.scroll_wanted, lines);
    if (shown >= 0) {
        const auto line = static_cast<std::size_t>(shown);
        ui.list_tops.measure(line > k_around ? line - k_around : 0, line + k_around, measure);
        const auto top = static_cast<float>(ui.list_tops.top(line));
        const float least = top + ui.list_tops.height(line) - ImGui::GetWindowHeight();
        ImGui::SetScrollY(std::clamp(ImGui::GetScrollY(), std::min(least, top), top));
    }
    draw_lines_in_view(ui, lines, ImGui::GetCursorPosY(), measure);
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
    text_field(ui, "list/filter", base::tr("Filter"), ui.state().arrangement.filter,
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
    if (ui.state().mode == app::Mode::inspect) tool_buttons(ui);
    left_drafts(ui);
    thrown_away(ui);
    head(ui);
    if (ui.state().mode == app::Mode::review) review_head(ui);
    if (!ui.desk.views().findings().rows.empty()) return rows(ui);
    space(ui, 8);
    if (ui.desk.views().is_listing())
        return words(ui, base::tr("The list is being made …"), Style::normal, ui.t().muted, "list/coming");
    const bool none = ui.state().snapshot->findings.empty();
    words(ui,
          none ? base::tr("No findings yet. Go to the place on the map and press N, or choose “New finding”.")
               : base::tr("No finding passes the filter. Take a word away to see more."),
          Style::normal, ui.t().muted, "list/empty");
}

}  // namespace ui
