// SPDX-License-Identifier: EUPL-1.2
#include "app/core/drawing_hand.hpp"
#include "app/core/measuring.hpp"
#include "app/ui/panels/panels.hpp"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using app::Tool;
using base::tr;

/// Beside the button before it where there is room, else below.
void beside_when_it_fits(Ui& ui, const std::string& label) {
    const float wanted = text_size(ui.fonts.strong, label).x + ui.px(56);
    const float end = ImGui::GetItemRectMax().x, right = ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
    if (end + ui.px(8) + wanted <= right) same_line(ui);
}

void flowing(Ui& ui, const std::string& name, std::string_view action) {
    beside_when_it_fits(ui, base::say(app::action(action)->label));
    action_button(ui, name, action);
}

/// The same for mouse and keyboard: nothing here may move away when the pointer comes from the map to press a button.
std::string corner_words(std::size_t corners, std::size_t enough) {
    return corners >= enough ? tr("More corners: click, or Space at the cross-hair. Enter, a double click or the first "
                                  "corner finishes.")
                             : tr("Click on the corners, or set them with Space at the cross-hair. Backspace takes one "
                                  "back, Escape stops.");
}

/// What the hand is to do next.
std::string next_step(const Ui& ui) {
    const auto& state = ui.desk.state();
    const std::size_t corners = state.drawing.corners.size();
    switch (state.tool) {
        case Tool::select:
            return {};
        case Tool::point:
            return tr("Click on the place of the finding, or move the map and press Enter. Escape stops.");
        case Tool::line:
            return corner_words(corners, 2);
        case Tool::outline:
            return corner_words(corners, 3);
        case Tool::reshape:
            return tr(
                "Drag a corner, or choose one and move it with the arrows. A click in the middle of an edge adds "
                "one, Delete removes it, Escape is done.");
        case Tool::measure:
            break;
    }
    if (state.drawing.measures == app::MeasureKind::angle)
        return tr("Click on three corners: the angle is at the second.");
    return tr("Click along what you measure, or press Space at the cross-hair. A double click or Enter finishes.");
}

std::vector<geo::Point> corners_with_pointer(const app::State& state) {
    auto corners = state.drawing.corners;
    if (state.drawing.measured || corners.empty()) return corners;
    const auto next = state.drawing.snapped ? std::optional(state.drawing.snapped->at)
                      : state.pointer       ? state.pointer
                                            : std::nullopt;
    const bool full =
        state.tool == Tool::measure && state.drawing.measures == app::MeasureKind::angle && corners.size() == 3;
    if (next && !full && !(corners.back() == *next)) corners.push_back(*next);
    return corners;
}

/// What was measured and how far it can be trusted.
void reading_words(Ui& ui) {
    const auto& state = ui.state();
    const auto& crs = state.snapshot->info.crs;
    const auto& view = state.camera.view;
    const auto corners = corners_with_pointer(state);
    const auto reading =
        app::read_measure(crs, state.drawing.measures, corners,
                          app::metres_per_pixel(crs, view.centre, view.units_per_pixel), base::language());
    words(ui, reading ? reading->words : "–", Style::heading, ui.t().ink, "measure/value");
    words(ui, tr("From the map: this only indicates. Measure on the spot to be certain."), Style::small, ui.t().muted,
          "measure/basis");
}

/// The lengths that the open form asks for can take what was measured.
void use_choice(Ui& ui) {
    const auto& state = ui.state();
    if (!state.draft || state.drawing.measures != app::MeasureKind::distance || state.drawing.corners.size() < 2)
        return;
    std::vector<Option> lengths{{"", tr("Use it in the form as …"), {}, {}}};
    for (const auto& field : ui.desk.views().form().fields) {
        const bool length = std::find(field.units.begin(), field.units.end(), "m") != field.units.end();
        if (length && field.key == field.quantity) lengths.push_back({field.quantity, field.label, {}, {}});
    }
    std::string chosen;
    if (lengths.size() > 1 && choice(ui, "measure/use", {}, lengths, chosen) && !chosen.empty())
        ui.desk.dispatch("form-measured", chosen);
}

void measure_part(Ui& ui) {
    auto& drawing = ui.state().drawing;
    const std::vector<Option> kinds{
        {"distance", tr("Distance"), {}, {}}, {"area", tr("Area"), {}, {}}, {"angle", tr("Angle"), {}, {}}};
    std::string chosen = kinds[static_cast<std::size_t>(drawing.measures)].key;
    if (segments(ui, "measure/kind", kinds, chosen)) ui.desk.dispatch("measure", chosen);
    reading_words(ui);
    use_choice(ui);
    action_button(ui, "map/back", "drawing-back");
    beside_when_it_fits(ui, tr("Close"));
    if (button(ui, "measure/close", tr("Close"), {.icon = "cross"})) ui.desk.dispatch("back");
}

void drawing_part(Ui& ui) {
    const auto& state = ui.state();
    const auto corners = corners_with_pointer(state);
    const auto size = app::drawing_words(state.snapshot->info.crs, state.tool, corners, base::language());
    words(ui, size.empty() ? "–" : size, Style::strong, ui.t().ink, "map/size");
    action_button(ui, "map/close", "drawing-finish", {.weight = Weight::primary});
    flowing(ui, "map/back", "drawing-back");
    if (state.drawing.corners.empty() && !state.drawing.set_aside.empty() && state.drawing.set_aside_tool == state.tool)
        action_button(ui, "map/resume", "drawing-resume");
}

void reshape_part(Ui& ui) {
    action_button(ui, "map/add", "corner-add");
    flowing(ui, "map/remove", "corner-remove");
    beside_when_it_fits(ui, tr("Done"));
    if (button(ui, "map/done", tr("Done"), {.weight = Weight::primary, .icon = "check"})) ui.desk.dispatch("back");
}

void contents(Ui& ui) {
    const auto& state = ui.state();
    words(ui, next_step(ui), Style::normal, ui.t().ink, "map/tool");
    if (const auto fault = app::fault_of_drawing(state))
        sign_and_words(ui, "warning", base::say(*fault), Style::strong, ui.t().blocking, "map/fault");
    if (checkbox(ui, "map/snaps", base::tr("Catch corners and edges nearby (Shift: not)"), state.drawing.snaps))
        ui.desk.dispatch("snapping");
    if (state.tool == Tool::measure) measure_part(ui);
    if (state.tool == Tool::line || state.tool == Tool::outline) drawing_part(ui);
    if (state.tool == Tool::reshape) reshape_part(ui);
}

}  // namespace

/// What the hand is to do next, with what belongs to it, at the top of the map.
void tool_panel(Ui& ui, Rect map) {
    if (map.width() < ui.px(380)) map.x0 = 0;  // over the left column, where the map alone is too narrow for words
    if (ui.state().tool == Tool::select || !ui.state().snapshot) return;
    const float beside = ui.left_shown ? 0 : ui.px(std::max(36.0F, ui.t().control_height) + 12);
    const float width = std::min(ui.px(460), map.width() - ui.px(32) - beside);
    const float x = std::max(map.x0 + beside + ui.px(16), map.x0 + (map.width() - width) / 2), y = map.y0 + ui.px(16);
    // The cross-hair stays free.
    const float most = map.height() / 2 - ui.px(48);
    const float height = std::min(most, ui.tool_height > 0 ? ui.tool_height : ui.px(120));
    const Panel panel(ui, "tool", {x, y, x + width, y + height}, {.padding = 12, .over = true});
    contents(ui);
    // As high as what stands in it, from the next frame on.
    const float wanted = std::ceil(ImGui::GetCursorPosY() + ui.px(8));
    if (std::abs(wanted - ui.tool_height) < 1.5F) return;
    ui.frames_wanted = true;
    ui.tool_height = wanted;
}

}  // namespace ui
