// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/desk.hpp"

namespace app {

/// What hand and keyboard do on the map. `at` is a place on the map panel.

void click_map(Desk& desk, Pixel at);
/// Ends an outline; otherwise comes closer.
void double_click_map(Desk& desk, Pixel at);
/// The pointer (or the cross-hair) is over `at`: the bottom line says what lies there.
void point_at(Desk& desk, Pixel at);
void leave_map(Desk& desk);
void drag_map(Desk& desk, double dx, double dy);
void zoom_map(Desk& desk, double factor, Pixel about);
void select_thing(Desk& desk, const UnderPointer::Thing& thing);

/// Opens a form for a new finding of this shape, with the category that what lies there suggests.
void begin_finding(Desk& desk, geo::Shape shape);
void close_outline(Desk& desk);

}  // namespace app
