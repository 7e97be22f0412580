// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <imgui.h>

#include <memory>
#include <string>
#include <string_view>

namespace ui {

/// The four sizes at 100 %: 13, 15, 18, 24 pixels. They belong to an atlas.
struct Fonts {
    ImFont *small = nullptr, *normal = nullptr, *strong = nullptr, *heading = nullptr, *title = nullptr;
    float scale = 0;  ///< that they were made for
};

/// Fonts and the picture of their letters, which outlives the context that uses it.
struct MadeFonts {
    std::unique_ptr<ImFontAtlas> atlas = std::make_unique<ImFontAtlas>();
    Fonts fonts{};
};
/// Draws the fonts for `scale`, which takes a tenth of a second: before there is a context, any thread may. Texts whose
/// font is not installed are drawn in the one that ImGui brings.
MadeFonts make_fonts(float scale);
/// Path of an installed font file, empty when there is none.
std::string font_file(const char* family, const char* style);

/// A sign of the icon font as UTF-8; empty for a name that it does not have.
const char* icon(std::string_view name);

}  // namespace ui
