// SPDX-License-Identifier: EUPL-1.2
#include "app/core/filter_chips.hpp"
#include "app/ui/panels/panels.hpp"

#include <algorithm>

namespace ui {
namespace {

using audit::GroupKey;
using base::tr;

std::string word_of(GroupKey key) {
    switch (key) {
        case GroupKey::status:
            return "status";
        case GroupKey::severity:
            return "severity";
        case GroupKey::category:
            return "category";
        case GroupKey::goal:
            return "goal";
        case GroupKey::district:
            return "district";
    }
    return {};
}

/// "Status", or "Status: open" for one value, or how many for more.
std::string chip_words(Ui& ui, GroupKey key) {
    const std::string field = base::say(audit::label_of(key));
    const auto chosen = app::chosen_labels(*ui.state().snapshot, ui.state().arrangement.filter, key, base::language());
    if (chosen.empty()) return field;
    if (chosen.size() == 1) return base::say(base::text("{field}: {value}", {{"field", field}, {"value", chosen[0]}}));
    return base::say(
        base::text("{field}: {count} chosen", {{"field", field}, {"count", std::to_string(chosen.size())}}));
}

std::vector<Option> chip_options(Ui& ui, GroupKey key, std::vector<std::string>& chosen) {
    std::vector<Option> options;
    for (const auto& each : ui.desk.views().choices(key)) {
        options.push_back(
            {each.key,
             base::say(base::text("{group}: {count}", {{"group", each.label}, {"count", std::to_string(each.count)}})),
             {},
             {}});
        if (each.chosen) chosen.push_back(each.key);
    }
    return options;
}

/// Chips beside each other as far as they fit.
void chips(Ui& ui) {
    const float right = ImGui::GetCursorScreenPos().x + content_width();
    for (const auto key : audit::k_group_keys) {
        const std::string name = "list/chip/" + word_of(key), text = chip_words(ui, key);
        const float width = std::min(chip_width(ui, text), content_width());
        if (key != audit::k_group_keys.front()) {
            ImGui::SameLine(0, ui.px(8));
            if (ImGui::GetCursorScreenPos().x + width > right) ImGui::NewLine();
        }
        const auto toggled = chip(ui, name, text, text != base::say(audit::label_of(key)),
                                  [&](std::vector<std::string>& chosen) { return chip_options(ui, key, chosen); });
        if (!toggled) continue;
        ui.state().arrangement.filter = app::toggled(ui.state().arrangement.filter, key, *toggled);
    }
}

void order(Ui& ui) {
    auto& arrangement = ui.state().arrangement;
    std::vector<Option> sorts{{"", tr("What was recorded last comes first"), {}, {}}};
    std::string sort;
    for (const auto key : audit::k_sort_keys) {
        const std::string word = std::to_string(static_cast<int>(key));
        sorts.push_back({word, base::say(audit::label_of(key)), {}, {}});
        if (arrangement.sort && arrangement.sort->key == key) sort = word;
    }
    if (choice(ui, "list/sort", tr("Order by"), sorts, sort))
        arrangement.sort = sort.empty()
                               ? std::nullopt
                               : std::optional(audit::Sort{static_cast<audit::SortKey>(std::stoi(sort)), true});
    if (arrangement.sort && checkbox(ui, "list/ascending", tr("The other way round"), !arrangement.sort->descending))
        arrangement.sort->descending = !arrangement.sort->descending;
    std::vector<Option> groups{{"", tr("No headings"), {}, {}}};
    std::string group = arrangement.group ? word_of(*arrangement.group) : "";
    for (const auto key : audit::k_group_keys)
        groups.push_back({word_of(key), base::say(audit::label_of(key)), {}, {}});
    if (!choice(ui, "list/group", tr("Headings by"), groups, group)) return;
    arrangement.group.reset();
    for (const auto key : audit::k_group_keys)
        if (word_of(key) == group) arrangement.group = key;
}

}  // namespace

void review_head(Ui& ui) {
    chips(ui);
    if (!ui.state().arrangement.filter.empty() &&
        button(ui, "list/clear", tr("Show all findings"), {.weight = Weight::quiet, .icon = "cross"}))
        ui.state().arrangement.filter.clear();
    bool& open = ui.state().order_open;
    if (fold(ui, "list/order", tr("Order and headings"), open)) open = !open;
    if (open) order(ui);
    action_button(ui, "list/export", "export", {.weight = Weight::quiet});
    action_button(ui, "list/print", "print", {.weight = Weight::quiet});
}

}  // namespace ui
