// SPDX-License-Identifier: EUPL-1.2
#include "app/core/drawing_hand.hpp"

#include "app/core/map_hand.hpp"
#include "app/core/reshape.hpp"
#include "app/core/snapping.hpp"
#include "geo/geometry/validity.hpp"

#include <cmath>
#include <utility>

namespace app {
namespace {

void say_no(Desk& desk, const char* code, base::Text why, base::Text advice = {}) {
    base::Problem problem{.code = code, .message = std::move(why)};
    problem.advice = std::move(advice);
    desk.say_failed(problem, true);
}

bool near(const State& state, geo::Point place, Pixel at, double reach = k_snap_reach) {
    const auto p = state.camera.to_screen(place);
    return std::hypot(p.x - at.x, p.y - at.y) <= reach * state.camera.pixel_ratio;
}

void finish_line(Desk& desk) {
    const auto corners = desk.state().drawing.corners;
    if (corners.size() < 2) return say_no(desk, "line-short", base::text("A line needs at least two corners."));
    begin_finding(desk, geo::Shape::line(corners));
}

void finish_outline(Desk& desk) {
    const auto corners = desk.state().drawing.corners;
    if (corners.size() < 3)
        return say_no(desk, "outline-short", base::text("An outline needs at least three corners."));
    const auto shape = geo::Shape::polygon(corners);
    if (crosses_itself(corners, true) || geo::why_invalid(shape))
        return say_no(desk, "outline-invalid", base::text("The outline crosses itself."),
                      base::text("Take back the last corner with Backspace and draw it again."));
    begin_finding(desk, shape);
}

void change_shape(Desk& desk, geo::Shape shape) {
    auto& state = desk.state();
    if (!state.draft || state.saving || shape == state.draft->shape) return;
    state.drawing.before.push_back(std::exchange(state.draft->shape, std::move(shape)));
    desk.keep_draft();
}

}  // namespace

void put_tool_away(State& state) {
    auto& drawing = state.drawing;
    if (state.tool != Tool::measure && takes_corners(state.tool) && !drawing.corners.empty()) {
        drawing.set_aside = drawing.corners;
        drawing.set_aside_tool = state.tool;
    }
    drawing.corners.clear();
    drawing.snapped.reset();
    drawing.measured = false;
    drawing.before.clear();
    state.tool = Tool::select;
}

void take_tool(Desk& desk, Tool tool) {
    auto& state = desk.state();
    put_tool_away(state);
    state.tool = tool;
    state.drawing.chosen = 0;
    state.under.reset();
    state.focus_wanted = "map";
}

void resume_drawing(Desk& desk) {
    auto& state = desk.state();
    auto& drawing = state.drawing;
    if (drawing.set_aside.empty()) return;
    auto corners = std::exchange(drawing.set_aside, {});
    take_tool(desk, drawing.set_aside_tool);
    drawing.corners = std::move(corners);
}

geo::Point place_for(Desk& desk, Pixel at) {
    auto& state = desk.state();
    auto& drawing = state.drawing;
    drawing.snapped.reset();
    const auto own = state.tool == Tool::reshape ? desk.views().selected_row() : std::nullopt;
    if (drawing.snaps != state.shift_held)
        drawing.snapped = snap(desk.views().scene(), state.camera, at, drawing.corners, own);
    // The end of an outline is its first corner, whether other things are taken or not.
    if (state.tool == Tool::outline && drawing.corners.size() > 2 && near(state, drawing.corners.front(), at))
        drawing.snapped = Snapped{drawing.corners.front(), true, true};
    return drawing.snapped ? drawing.snapped->at : state.camera.to_world(at);
}

void add_corner(Desk& desk, Pixel at) {
    auto& state = desk.state();
    auto& drawing = state.drawing;
    const auto place = place_for(desk, at);
    auto& corners = drawing.corners;
    if (state.tool == Tool::outline && corners.size() > 2 && place == corners.front()) return finish_drawing(desk);
    if (std::exchange(drawing.measured, false)) corners.clear();
    if (corners.empty() || !(corners.back() == place)) corners.push_back(place);
    if (state.tool == Tool::measure && drawing.measures == MeasureKind::angle && corners.size() == 3)
        drawing.measured = true;
}

void finish_drawing(Desk& desk) {
    auto& state = desk.state();
    if (state.tool == Tool::line) return finish_line(desk);
    if (state.tool == Tool::outline) return finish_outline(desk);
    if (state.tool == Tool::measure) state.drawing.measured = state.drawing.corners.size() > 1;
}

bool can_take_back(const State& state) {
    if (takes_corners(state.tool)) return !state.drawing.corners.empty();
    return state.tool == Tool::reshape && state.draft && !state.drawing.before.empty();
}

bool take_back(Desk& desk) {
    auto& state = desk.state();
    if (!can_take_back(state)) return false;
    auto& drawing = state.drawing;
    if (takes_corners(state.tool)) {
        drawing.corners.pop_back();
        drawing.measured = false;
        return true;
    }
    state.draft->shape = std::move(drawing.before.back());
    drawing.before.pop_back();
    desk.keep_draft();
    return true;
}

std::optional<base::Text> fault_of_drawing(const State& state) {
    const bool drawn = state.tool == Tool::outline && crosses_itself(state.drawing.corners, false);
    const bool shaped = state.draft && state.draft->shape.kind == geo::Kind::polygon &&
                        geo::why_invalid(state.draft->shape).has_value();
    if (drawn || shaped) return base::text("The outline crosses itself.");
    return std::nullopt;
}

std::optional<std::size_t> corner_at(const State& state, Pixel at) {
    if (!state.draft) return std::nullopt;
    std::optional<std::size_t> found;
    double nearest = k_snap_reach * state.camera.pixel_ratio;
    const auto handles = handles_of(state.draft->shape);
    for (std::size_t i = 0; i < handles.size(); ++i) {
        const auto p = state.camera.to_screen(handles[i].at);
        const double off = std::hypot(p.x - at.x, p.y - at.y);
        if (off > nearest) continue;
        nearest = off;
        found = i;
    }
    return found;
}

void click_shape(Desk& desk, Pixel at) {
    auto& state = desk.state();
    if (!state.draft) return;
    if (const auto corner = corner_at(state, at)) {
        state.drawing.chosen = *corner;
        return;
    }
    for (const auto& middle : middles_of(state.draft->shape))
        if (near(state, middle.at, at)) {
            change_shape(desk, with_added(state.draft->shape, middle.after, middle.at));
            state.drawing.chosen = middle.after + 1;
            return;
        }
    if (state.draft->shape.kind == geo::Kind::point || state.draft->shape.is_empty())
        change_shape(desk, geo::Shape::point(place_for(desk, at)));
}

void move_chosen(Desk& desk, geo::Point to, bool first) {
    auto& state = desk.state();
    if (!state.draft || state.saving) return;
    auto moved = with_moved(state.draft->shape, state.drawing.chosen, to);
    if (first) return change_shape(desk, std::move(moved));
    state.draft->shape = std::move(moved);
    desk.keep_draft();
}

void nudge_chosen(Desk& desk, double dx_pixels, double dy_pixels) {
    auto& state = desk.state();
    if (!state.draft) return;
    const auto handles = handles_of(state.draft->shape);
    if (state.drawing.chosen >= handles.size()) return;
    const double step = state.camera.view.units_per_pixel * state.camera.pixel_ratio;
    const auto at = handles[state.drawing.chosen].at;
    move_chosen(desk, {at.x + dx_pixels * step, at.y - dy_pixels * step}, true);
}

void choose_next_corner(Desk& desk, int by) {
    auto& state = desk.state();
    if (!state.draft) return;
    const auto handles = handles_of(state.draft->shape);
    if (handles.empty()) return;
    const auto count = static_cast<int>(handles.size());
    const int now = static_cast<int>(state.drawing.chosen) % count;
    state.drawing.chosen = static_cast<std::size_t>((now + by + count) % count);
    const auto at = handles[state.drawing.chosen].at;
    if (!state.camera.visible().contains(at)) state.camera.view.centre = at;
}

void add_after_chosen(Desk& desk) {
    auto& state = desk.state();
    if (!state.draft) return;
    for (const auto& middle : middles_of(state.draft->shape)) {
        if (middle.after != state.drawing.chosen) continue;
        change_shape(desk, with_added(state.draft->shape, middle.after, middle.at));
        state.drawing.chosen = middle.after + 1;
        return;
    }
}

void remove_chosen(Desk& desk) {
    auto& state = desk.state();
    if (!state.draft) return;
    auto shape = with_removed(state.draft->shape, state.drawing.chosen);
    if (shape == state.draft->shape)
        return say_no(desk, "corner-needed", base::text("The shape needs the corners it has left."));
    change_shape(desk, std::move(shape));
    const auto count = handles_of(state.draft->shape).size();
    if (state.drawing.chosen >= count) state.drawing.chosen = count - 1;
}

}  // namespace app
