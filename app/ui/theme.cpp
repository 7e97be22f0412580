// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

constexpr Tokens k_light{.paper = {0xF7F5F0},
                         .panel = {0xFFFFFF},
                         .ink = {0x1F2421},
                         .muted = {0x565C58},
                         .off = {0x565C58},
                         .accent = {0x0B5C6B},
                         .on_accent = {0xFFFFFF},
                         .focus = {0x0B5C6B},
                         .edge = {0x767B76},
                         .line = {0xC9C4B8},
                         .blocking = {0xA4161A},
                         .hindering = {0x8A4B00},
                         .attention = {0x1D4E89},
                         .good = {0x2B6B34},
                         .hover = {0xF1EFE9},
                         .chosen = {0xE1EEF0}};

constexpr Tokens k_dark{.paper = {0x14181A},
                        .panel = {0x1D2326},
                        .ink = {0xF2F0EA},
                        .muted = {0xB4BBB8},
                        .off = {0xB4BBB8},
                        .accent = {0x7CCBD8},
                        .on_accent = {0x0E1416},
                        .focus = {0xFFD166},
                        .edge = {0x8A949A},
                        .line = {0x465056},
                        .blocking = {0xFF9A8F},
                        .hindering = {0xFFC46B},
                        .attention = {0x9CC7FF},
                        .good = {0x9ED9A5},
                        .hover = {0x283034},
                        .chosen = {0x24393E}};

constexpr Tokens k_contrast{.paper = {0x000000},
                            .panel = {0x000000},
                            .ink = {0xFFFFFF},
                            .muted = {0xFFFFFF},
                            .off = {0xA6A6A6},
                            .accent = {0xFFE600},
                            .on_accent = {0x000000},
                            .focus = {0xFFE600},
                            .edge = {0xFFFFFF},
                            .line = {0xFFFFFF},
                            .blocking = {0xFF8A80},
                            .hindering = {0xFFD180},
                            .attention = {0xA7D3FF},
                            .good = {0xB9F6CA},
                            .hover = {0x2A2A2A},
                            .chosen = {0x333000},
                            .focus_width = 4,
                            .focus_gap = 2};

constexpr Tokens k_sunlight{.paper = {0xFFFFFF},
                            .panel = {0xFFFFFF},
                            .ink = {0x000000},
                            .muted = {0x1F2421},
                            .off = {0x5A5A5A},
                            .accent = {0x064550},
                            .on_accent = {0xFFFFFF},
                            .focus = {0x000000},
                            .edge = {0x000000},
                            .line = {0x000000},
                            .blocking = {0x8E0F13},
                            .hindering = {0x6E3B00},
                            .attention = {0x123A6B},
                            .good = {0x1B4F24},
                            .hover = {0xEEEEEE},
                            .chosen = {0xD6E8EB},
                            .control_height = 44,
                            .text_factor = 1.25F,
                            .focus_width = 3,
                            .focus_gap = 2};

double linear(std::uint32_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

/// Relative luminance, WCAG 2.1.
double luminance(Colour colour) {
    return 0.2126 * linear(colour.rgb >> 16 & 255U) + 0.7152 * linear(colour.rgb >> 8 & 255U) +
           0.0722 * linear(colour.rgb & 255U);
}

}  // namespace

const Tokens& tokens(app::Theme theme) {
    switch (theme) {
        case app::Theme::light:
            return k_light;
        case app::Theme::dark:
            return k_dark;
        case app::Theme::contrast:
            return k_contrast;
        case app::Theme::sunlight:
            return k_sunlight;
    }
    return k_light;
}

double contrast(Colour a, Colour b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

std::vector<Pair> used_pairs(const Tokens& t) {
    constexpr double text = 4.5, shape = 3.0;
    std::vector<Pair> pairs{{"on accent", t.on_accent, t.accent, text}};
    const std::array grounds{t.panel, t.paper, t.hover, t.chosen};
    for (const Colour ground : grounds) {
        pairs.push_back({"ink", t.ink, ground, text});
        pairs.push_back({"muted", t.muted, ground, text});
        pairs.push_back({"off", t.off, ground, text});
        pairs.push_back({"accent", t.accent, ground, text});
        pairs.push_back({"blocking", t.blocking, ground, text});
        pairs.push_back({"hindering", t.hindering, ground, text});
        pairs.push_back({"attention", t.attention, ground, text});
        pairs.push_back({"good", t.good, ground, text});
        pairs.push_back({"edge", t.edge, ground, shape});
        pairs.push_back({"focus", t.focus, ground, shape});
    }
    return pairs;
}

}  // namespace ui
