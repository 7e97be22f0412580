// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <imgui.h>

#include <string_view>
#include <vector>

namespace ui {

/// The lines of a text that is `width` wide (0: as wide as it is). Lines end at spaces, at a hyphen between letters and
/// at line feeds, never inside a number; a word wider than all there is goes on where it does not fit. ImGui's own
/// lines may end behind every comma, also behind the one of 1,80.
std::vector<std::string_view> lines_of(ImFont* font, std::string_view text, float width);

}  // namespace ui
