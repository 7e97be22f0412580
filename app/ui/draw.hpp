// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/ui/ui.hpp"
#include "audit/model/finding.hpp"

#include <optional>
#include <string_view>

namespace ui {

ImU32 paint(Colour colour, float alpha = 1.0F);
/// `part` of `over` laid on `ground`.
Colour mixed(Colour ground, Colour over, float part);

ImVec2 text_size(ImFont* font, std::string_view text, float wrap = 0);
void draw_text(ImVec2 at, ImFont* font, Colour colour, std::string_view text, float wrap = 0);
/// On one line, ended by “…” where it does not fit. @returns false when it did not
bool draw_text_in(const Rect& rect, ImFont* font, Colour colour, std::string_view text);
/// A sign of the icon font in the middle of a square.
void draw_icon(ImVec2 middle, ImFont* font, Colour colour, std::string_view name);
void fill(const Rect& rect, Colour colour, float rounding = 0);
void outline(const Rect& rect, Colour colour, float width, float rounding = 0);
void line(ImVec2 from, ImVec2 to, Colour colour, float width = 1);
/// The ring of what has the keyboard, outside `rect`.
void focus_ring(Ui& ui, const Rect& rect);

Colour colour_of(const Tokens& tokens, const std::optional<audit::Severity>& severity);
/// The sign of the map: triangle with 3, diamond with 2 or disc with 1, so that shape and figure say what colour says.
/// A grey square without severity.
void draw_severity(Ui& ui, ImVec2 middle, float size, const std::optional<audit::Severity>& severity);

}  // namespace ui
