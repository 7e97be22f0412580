// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/desk.hpp"

namespace app {

/// What hand and keyboard do on the map. `at` is a place on the map panel.

void click_map(Desk& desk, Pixel at);
/// Ends a drawing; otherwise comes closer.
void double_click_map(Desk& desk, Pixel at);
/// The pointer (or the cross-hair) is over `at`: the bottom line says what lies there, a drawing takes what is near.
void point_at(Desk& desk, Pixel at);
void leave_map(Desk& desk);
void drag_map(Desk& desk, double dx, double dy);
void zoom_map(Desk& desk, double factor, Pixel about);
/// What people read for a feature of a layer: "terrace_permit, object 12".
std::string feature_words(const std::string& layer, std::int64_t fid);
void select_thing(Desk& desk, const UnderPointer::Thing& thing);

/// What a drag does, decided where it begins.
enum class Drag { map, corner, box };
/// @param box a box is wanted (Shift is held)
Drag begin_drag(Desk& desk, Pixel at, bool box);
/// The pointer came to `at`, by (dx, dy) since the last time.
void drag_to(Desk& desk, Drag drag, Pixel at, double dx, double dy);
void end_drag(Desk& desk, Drag drag);

/// Opens a form for a new finding of this shape, with the category that what lies there suggests.
void begin_finding(Desk& desk, geo::Shape shape);

}  // namespace app
