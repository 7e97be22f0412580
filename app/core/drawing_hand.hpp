// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/desk.hpp"

namespace app {

/// What hand and keyboard do with a drawing. `at` is a place on the map panel.

/// Makes `tool` the one that clicks go to; what was drawn with another is set aside.
void take_tool(Desk& desk, Tool tool);
/// Backs out; the corners stay and are offered again.
void put_tool_away(State& state);
/// What was set aside with the present tool, or with any when no tool is taken, is gone on with.
void resume_drawing(Desk& desk);

/// Where a click at `at` goes: what is near, or the place itself. Remembers what was near.
geo::Point place_for(Desk& desk, Pixel at);
/// The corner that a click makes or, on the first one of an outline, the end of it.
void add_corner(Desk& desk, Pixel at);
/// Makes a finding of the drawing, or refuses with the reason.
void finish_drawing(Desk& desk);
/// Takes back the last corner, or the last change of a shape. @returns whether there was one
bool take_back(Desk& desk);
bool can_take_back(const State& state);
/// Why the drawing, or the open form's shape, is no shape: it crosses itself. Nothing when all is well.
std::optional<base::Text> fault_of_drawing(const State& state);

/// The corner of the open form's shape at `at`; nothing when there is none.
std::optional<std::size_t> corner_at(const State& state, Pixel at);
/// A click while reshaping: chooses a corner, adds one in the middle of an edge, or moves a point.
void click_shape(Desk& desk, Pixel at);
/// Puts the chosen corner there; the first of a drag or a run of keys is one step to take back.
void move_chosen(Desk& desk, geo::Point to, bool first);
void nudge_chosen(Desk& desk, double dx_pixels, double dy_pixels);
void choose_next_corner(Desk& desk, int by);
void add_after_chosen(Desk& desk);
void remove_chosen(Desk& desk);

}  // namespace app
