// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <vector>

namespace ui {
namespace {

constexpr float k_margin = 16, k_gap = 8;

std::string dossier_name(const app::State& state) {
    if (!state.snapshot) return state.start_open ? base::tr("No dossier is open") : base::tr("Opening …");
    if (state.scratch) return base::tr("Scratch dossier");
    return std::filesystem::path(state.snapshot->info.path).stem().string();
}

/// Every edit is committed when it is made; the only thing under way is what the store has not answered yet.
std::string saved_words(Ui& ui) {
    if (!ui.state().snapshot) return "";
    return ui.desk.store().idle() ? base::tr("Everything is saved") : base::tr("Saving …");
}

/// The name leads to other dossiers.
void name_and_state(Ui& ui, float width) {
    const auto& t = ui.t();
    const std::string name = dossier_name(ui.state()), saved = saved_words(ui);
    const auto state = pressable(ui, "top/start", {width, ui.px(std::max(40.0F, t.control_height))},
                                 base::tr("Open another dossier"), {});
    if (state.hovered) fill(state.rect, t.hover, ui.px(6));
    const float top = (state.rect.y0 + state.rect.y1) / 2 - ui.px(20), x = state.rect.x0 + ui.px(8);
    const Rect first{x, top, state.rect.x1 - ui.px(4), top + ui.px(22)};
    const Rect second{x + ui.px(18), top + ui.px(21), state.rect.x1, top + ui.px(40)};
    const bool fits = draw_text_in(first, ui.fonts.strong, t.ink, name);
    draw_text_in(second, ui.fonts.small, t.good, saved);
    draw_icon({x + ui.px(6), (second.y0 + second.y1) / 2}, ui.fonts.small, t.good, "check");
    note(ui, "top/name", first, name);
    note(ui, "top/saved", second, saved);
    const std::string hint = base::tr("Open another dossier (Ctrl+O)");
    tip(ui, state, fits ? hint : name + "\n" + hint);
    if (state.focused) focus_ring(ui, state.rect);
    if (state.pressed) ui.desk.dispatch("start");
}

void mode_switch(Ui& ui, bool icons) {
    const std::vector<Option> modes{{"inspect", base::tr("Inspect"), "walk", {}},
                                    {"review", base::tr("Review"), "list", {}},
                                    {"follow", base::tr("Follow"), "goal", {}}};
    std::string chosen = modes[static_cast<std::size_t>(ui.state().mode)].key;
    if (segments(ui, "top/mode", modes, chosen, icons)) ui.desk.dispatch("mode-" + chosen);
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

/// A very long name is shortened; the whole of it is the tooltip.
float name_width(Ui& ui) {
    const float name = text_size(ui.fonts.strong, dossier_name(ui.state())).x + ui.px(16);
    const float saved = text_size(ui.fonts.small, base::tr("Everything is saved")).x + ui.px(36);
    return std::min(std::max(name, saved), ui.size.x * 0.42F);
}

/// A part of the line: as wide as it is, and how it is drawn where the cursor stands.
struct Part {
    float width = 0;
    std::function<void()> draw;
    bool apart = false;  ///< where there is room, from what stands before it
};

Part action_part(Ui& ui, const std::string& name, std::string_view action, bool icon_only, bool chosen,
                 const std::string& hint = {}) {
    const ButtonLook look{.weight = icon_only ? Weight::quiet : Weight::plain,
                          .icon = app::action(action)->icon,
                          .hint = hint,
                          .icon_only = icon_only,
                          .chosen = chosen};
    const float width = button_width(ui, base::say(app::action(action)->label), look);
    return {width, [&ui, name, action, look] { action_button(ui, name, action, look); }};
}

float mode_width(Ui& ui, bool icons) {
    if (icons) return 3 * ui.px(ui.t().control_height + 8) + ui.px(8);
    float width = ui.px(8);
    for (const auto& label : {base::tr("Inspect"), base::tr("Review"), base::tr("Follow")})
        width += text_size(ui.fonts.normal, label).x + ui.px(24 + 24 + 8);
    return width;
}

Part name_part(Ui& ui, float width) {
    return {width, [&ui, width] { name_and_state(ui, width); }};
}

/// How much there is room for: everything in words; signs only; signs, and the language in the settings alone.
enum class Fullness { words, signs, few };

std::vector<Part> parts_of(Ui& ui, Fullness fullness) {
    const auto& state = ui.state();
    const auto& snapshot = state.snapshot;
    const bool signs = fullness != Fullness::words;
    const auto drawer = [&](app::Drawer which) { return state.drawer == which; };
    std::vector<Part> parts;
    parts.push_back(name_part(ui, name_width(ui)));
    if (state.scratch && snapshot) parts.push_back(action_part(ui, "top/keep", "scratch-keep", signs, false));
    parts.push_back(action_part(ui, "top/search", "search", signs, false));
    parts.push_back({mode_width(ui, signs), [&ui, signs] { mode_switch(ui, signs); }, true});
    parts.push_back(action_part(ui, "top/undo", "undo", true, false, snapshot ? undo_hint(snapshot->undo, true) : ""));
    parts.back().apart = true;
    parts.push_back(action_part(ui, "top/redo", "redo", true, false, snapshot ? undo_hint(snapshot->redo, false) : ""));
    parts.push_back(action_part(ui, "top/layers", "layers", signs, drawer(app::Drawer::layers)));
    parts.push_back(action_part(ui, "top/history", "history", true, drawer(app::Drawer::history)));
    if (fullness != Fullness::few)
        parts.push_back({text_size(ui.fonts.normal, "NL").x + text_size(ui.fonts.normal, "EN").x + ui.px(68),
                         [&ui] { language_switch(ui); }});
    parts.push_back(action_part(ui, "top/settings", "settings", true, drawer(app::Drawer::settings)));
    parts.push_back(action_part(ui, "top/help", "help", true, drawer(app::Drawer::help)));
    return parts;
}

float width_of(Ui& ui, const std::vector<Part>& parts) {
    float width = ui.px(2 * k_margin) - ui.px(k_gap);
    for (const auto& part : parts) width += part.width + ui.px(k_gap);
    return width;
}

std::vector<Part> parts_that_fit(Ui& ui) {
    for (const auto fullness : {Fullness::words, Fullness::signs})
        if (auto parts = parts_of(ui, fullness); width_of(ui, parts) <= ui.size.x) return parts;
    return parts_of(ui, Fullness::few);
}

/// @returns in which row each part stands
std::vector<int> rows_of(Ui& ui, const std::vector<Part>& parts) {
    std::vector<int> rows;
    float x = ui.px(k_margin);
    int row = 0;
    for (const auto& part : parts) {
        if (x + part.width > ui.size.x - ui.px(k_margin) && x > ui.px(k_margin)) {
            x = ui.px(k_margin);
            ++row;
        }
        rows.push_back(row);
        x += part.width + ui.px(k_gap);
    }
    return rows;
}

float row_height(Ui& ui) { return ui.px(std::max(40.0F, ui.t().control_height) + 12); }

}  // namespace

float top_line_height(Ui& ui) {
    const auto rows = rows_of(ui, parts_that_fit(ui));
    return std::floor(static_cast<float>(rows.back() + 1) * row_height(ui));
}

void top_line(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "top", rect, {.padding = 0, .scrolls = false});
    line({rect.x0, rect.y1 - 1}, {rect.x1, rect.y1 - 1}, ui.t().line);
    const auto parts = parts_that_fit(ui);
    const auto rows = rows_of(ui, parts);
    // In one row the modes stand apart from the name, and the rest at the right.
    const bool one_row = rows.back() == 0;
    const float spare = one_row ? std::max(0.0F, rect.width() - width_of(ui, parts)) : 0;
    float x = rect.x0 + ui.px(k_margin);
    const float control = ui.px(ui.t().control_height), name_height = ui.px(std::max(40.0F, ui.t().control_height));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && rows[i] != rows[i - 1]) x = rect.x0 + ui.px(k_margin);
        if (parts[i].apart) x += spare / 2;
        const float middle = rect.y0 + (static_cast<float>(rows[i]) + 0.5F) * row_height(ui);
        ImGui::SetCursorScreenPos({x, middle - (i == 0 ? name_height : control) / 2});
        parts[i].draw();
        x += parts[i].width + ui.px(k_gap);
    }
}

}  // namespace ui
