// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/state.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace ui {

/// sRGB, 0xRRGGBB.
struct Colour {
    std::uint32_t rgb = 0;
    bool operator==(const Colour&) const = default;
};

/// The same names in every theme; what each is for stands in the table of theme.cpp.
struct Tokens {
    Colour paper, panel, ink, muted, off, accent, on_accent, focus, edge, line;
    Colour blocking, hindering, attention, good;
    Colour hover, chosen;       ///< ground of a row under the pointer, of the chosen row
    float control_height = 32;  ///< at 100 %
    float text_factor = 1;
    float focus_width = 2, focus_gap = 2;
};

const Tokens& tokens(app::Theme theme);

/// Contrast ratio by WCAG 2.1, 1 to 21.
double contrast(Colour a, Colour b);

/// A pair that is used together and the contrast it must have.
struct Pair {
    std::string_view name;
    Colour front, ground;
    double least;
};
/// Every pair that the window draws.
std::vector<Pair> used_pairs(const Tokens& tokens);

}  // namespace ui
