// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <imgui.h>

#include <string>

namespace ui {

/// The four sizes at 100 %: 13, 15, 18, 24 pixels.
struct Fonts {
    ImFont *small = nullptr, *normal = nullptr, *strong = nullptr, *heading = nullptr, *title = nullptr;
    float scale = 0;  ///< that they were made for
};

/// Puts the fonts into the current context's atlas, drawn for `scale`. Texts whose font is not installed are drawn in
/// the one that ImGui brings. @returns the sizes
Fonts load_fonts(float scale);
/// Path of an installed font file, empty when there is none.
std::string font_file(const char* family, const char* style);

/// A sign of the icon font as UTF-8; empty for a name that it does not have.
const char* icon(std::string_view name);

}  // namespace ui
