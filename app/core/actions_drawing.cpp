// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "app/core/drawing_hand.hpp"
#include "app/core/map_hand.hpp"

#include <utility>

namespace app {
namespace {

using Reason = std::optional<base::Text>;

Reason needs_drawing(const State& state) {
    if (!takes_corners(state.tool) || state.drawing.corners.empty()) return base::text("Nothing is being drawn.");
    return std::nullopt;
}

Reason needs_enough(const State& state) {
    if (auto reason = needs_drawing(state)) return reason;
    const auto corners = state.drawing.corners.size();
    if (state.tool == Tool::line && corners < 2) return base::text("A line needs at least two corners.");
    if (state.tool == Tool::outline && corners < 3) return base::text("An outline needs at least three corners.");
    return fault_of_drawing(state);
}

Reason needs_set_aside(const State& state) {
    if (auto reason = needs_no_form(state)) return reason;
    if (state.drawing.set_aside.empty()) return base::text("No drawing was left.");
    return std::nullopt;
}

Reason needs_reshaping(const State& state) {
    if (state.tool != Tool::reshape) return base::text("Choose “Change the place” in the form first.");
    return needs_form(state);
}

Action begin(std::string_view name, base::Text label, std::string_view icon, std::string_view shortcut, Tool tool) {
    return {.name = name,
            .label = std::move(label),
            .icon = icon,
            .shortcut = shortcut,
            .refuse = needs_no_form,
            .apply = [tool](Desk& desk, const std::string&) { take_tool(desk, tool); }};
}

void begin_point(Desk& desk, const std::string&) {
    auto& state = desk.state();
    if (state.map_has_keyboard) return begin_finding(desk, geo::Shape::point(place_for(desk, state.camera.middle())));
    take_tool(desk, Tool::point);
}

void measure(Desk& desk, const std::string& kind) {
    auto& state = desk.state();
    if (kind.empty() && state.tool == Tool::measure) return put_tool_away(state);
    if (state.tool != Tool::measure) take_tool(desk, Tool::measure);
    if (kind == "distance") state.drawing.measures = MeasureKind::distance;
    if (kind == "area") state.drawing.measures = MeasureKind::area;
    if (kind == "angle") state.drawing.measures = MeasureKind::angle;
    if (kind.empty()) return;
    state.drawing.corners.clear();
    state.drawing.measured = false;
}

void reshape(Desk& desk, const std::string&) {
    auto& state = desk.state();
    if (state.tool == Tool::reshape) return put_tool_away(state);
    take_tool(desk, Tool::reshape);
    const auto& shape = state.draft->shape;
    if (!shape.is_empty() && !state.camera.visible().intersects(shape.box()))
        state.camera.view.centre = shape.box().centre();
}

Action corner(std::string_view name, base::Text label, std::string_view icon, std::string_view shortcut,
              void (*change)(Desk&)) {
    return {.name = name,
            .label = std::move(label),
            .icon = icon,
            .shortcut = shortcut,
            .refuse = needs_reshaping,
            .apply = [change](Desk& desk, const std::string&) { change(desk); }};
}

}  // namespace

std::vector<Action> drawing_actions() {
    return {
        {.name = "finding-new",
         .label = base::text("New finding"),
         .icon = "marker",
         .shortcut = "N",
         .refuse = needs_no_form,
         .apply = begin_point},
        begin("finding-line", base::text("Draw a line"), "line", "D", Tool::line),
        begin("finding-outline", base::text("Draw an outline"), "outline", "T", Tool::outline),
        {.name = "measure",
         .label = base::text("Measure on the map"),
         .icon = "measure",
         .shortcut = "M",
         .refuse = needs_dossier,
         .apply = measure},
        {.name = "drawing-resume",
         .label = base::text("Go on with the drawing"),
         .icon = "pencil",
         .refuse = needs_set_aside,
         .apply = [](Desk& desk, const std::string&) { resume_drawing(desk); }},
        {.name = "drawing-finish",
         .label = base::text("Finish the drawing"),
         .icon = "check",
         .refuse = needs_enough,
         .apply = [](Desk& desk, const std::string&) { finish_drawing(desk); }},
        {.name = "drawing-back",
         .label = base::text("Take back the last corner"),
         .icon = "undo",
         .shortcut = "Backspace",
         .refuse = needs_drawing,
         .apply = [](Desk& desk, const std::string&) { take_back(desk); }},
        {.name = "snapping",
         .label = base::text("Take corners and edges that are near"),
         .icon = "magnet",
         .shortcut = "S",
         .refuse = needs_dossier,
         .apply = [](Desk& desk, const std::string&) { desk.state().drawing.snaps = !desk.state().drawing.snaps; }},
        {.name = "shape-change",
         .label = base::text("Change the place"),
         .icon = "outline",
         .refuse = needs_form,
         .apply = reshape},
        corner("corner-next", base::text("Next corner"), "right", "PageDown",
               [](Desk& desk) { choose_next_corner(desk, 1); }),
        corner("corner-previous", base::text("Previous corner"), "left", "PageUp",
               [](Desk& desk) { choose_next_corner(desk, -1); }),
        corner("corner-add", base::text("Add a corner"), "plus", "Insert", add_after_chosen),
        corner("corner-remove", base::text("Remove the corner"), "minus", "Delete", remove_chosen),
    };
}

}  // namespace app
