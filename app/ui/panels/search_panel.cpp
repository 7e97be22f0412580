// SPDX-License-Identifier: EUPL-1.2
#include "app/core/searching.hpp"
#include "app/ui/panels/panels.hpp"

#include <algorithm>

namespace ui {
namespace {

using base::tr;
using Kind = app::SearchHit::Kind;

std::string heading_of(Kind kind) {
    switch (kind) {
        case Kind::action:
            return tr("Commands");
        case Kind::place:
            return tr("Streets and places");
        case Kind::finding:
            return tr("Findings");
        case Kind::goal:
            return tr("Goals");
    }
    return {};
}

std::string_view icon_of(Kind kind) {
    switch (kind) {
        case Kind::action:
            return "closed";
        case Kind::place:
            return "map";
        case Kind::finding:
            return "marker";
        case Kind::goal:
            return "goal";
    }
    return {};
}

std::string below_of(const app::SearchHit& hit) {
    if (hit.reason.empty()) return hit.beside;
    return base::say(base::text("Not now: {reason}", {{"reason", hit.reason}}));
}

/// Arrows lead from the field into the list and through it. @returns the row they lead to, or -1
int row_by_keyboard(Ui& ui, int count) {
    const std::string row = "search/hit/";
    const auto& now = ui.focus.current();
    const int index = now.starts_with(row) ? std::stoi(now.substr(row.size())) : -1;
    if (count == 0 || (index < 0 && now != "search/text")) return -1;
    if (ui.take({.key = app::Key::down})) return std::min(count - 1, index + 1);
    if (!ui.take({.key = app::Key::up})) return -1;
    if (index <= 0) ui.focus.set("search/text");
    return index <= 0 ? -1 : index - 1;
}

void hits(Ui& ui, const app::Search& search) {
    if (search.hits.empty() && !search.text.empty() && search.answered == search.text)
        return words(ui, tr("Nothing has these words."), Style::normal, ui.t().muted, "search/none");
    std::optional<Kind> kind;
    for (std::size_t i = 0; i < search.hits.size(); ++i) {
        const auto& hit = search.hits[i];
        if (kind != hit.kind) {
            space(ui, 4);
            words(ui, heading_of(hit.kind), Style::small, ui.t().muted);
        }
        kind = hit.kind;
        const Row line = text_row(ui, "search/hit/" + std::to_string(i), hit.text,
                                  {.below = below_of(hit), .icon = icon_of(hit.kind), .group = "*hits"});
        if (line.pressed) return app::go_to_hit(ui.desk, hit);
    }
}

}  // namespace

/// Ctrl+K: findings, goals, commands, streets and places, by name.
void search_panel(Ui& ui) {
    app::follow_search(ui.desk);
    dim_everything(ui);
    const Panel panel(ui, "search", dialog_rect(ui, 640, ui.size.y * 0.8F), {.padding = 20, .over = true, .layer = 28});
    const int target = row_by_keyboard(ui, static_cast<int>(ui.state().search->hits.size()));
    if (target >= 0) ui.focus.set("search/hit/" + std::to_string(target));
    text_field(ui, "search/text", tr("Search everything"), ui.state().search->text,
               {.placeholder = tr("Street, finding, goal or command"), .icon = "search"});
    if (ui.state().places.reading)
        words(ui, tr("The names of streets and places are still being read."), Style::small, ui.t().muted);
    const app::Search search = *ui.state().search;
    if (ui.focus.activated("search/text") && !search.hits.empty() && search.answered == search.text)
        return app::go_to_hit(ui.desk, search.hits.front());
    if (search.text.empty())
        words(ui, tr("Type a few letters. Arrows choose, Enter goes there, Escape closes."), Style::normal,
              ui.t().muted, "search/help");
    hits(ui, search);
}

}  // namespace ui
