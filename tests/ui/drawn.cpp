// SPDX-License-Identifier: EUPL-1.2
#include "tests/ui/drawn.hpp"

#include "app/ui/theme.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace test {
namespace {

bool is_text(const ui::Drawn& drawn) { return !drawn.text.empty(); }

/// Signs of the icon font are pictures: they may stand on anything, and end where they end.
bool is_icon(const ui::Drawn& drawn) {
    return drawn.text.size() == 3 && static_cast<unsigned char>(drawn.text[0]) == 0xEF;
}

/// Letters do not fill their line: what touches only with the empty part of it lies not over another.
ui::Rect letters_of(const ui::Drawn& drawn) {
    const float inset = std::min(drawn.rect.height() * 0.18F, 8.0F);
    return {drawn.rect.x0 + 1, drawn.rect.y0 + inset, drawn.rect.x1 - 1, drawn.rect.y1 - inset};
}

bool overlap(const ui::Rect& a, const ui::Rect& b) {
    return a.x0 < b.x1 - 1 && b.x0 < a.x1 - 1 && a.y0 < b.y1 - 1 && b.y0 < a.y1 - 1;
}

bool is_seen(const ui::Drawn& drawn) { return overlap(drawn.rect, drawn.panel); }

std::string outside(const ui::Drawn& drawn) {
    constexpr float slack = 2;
    if (drawn.rect.x0 < drawn.panel.x0 - slack || drawn.rect.x1 > drawn.panel.x1 + slack)
        return "leaves its panel sideways";
    const bool below = drawn.rect.y0 < drawn.panel.y0 - slack || drawn.rect.y1 > drawn.panel.y1 + slack;
    return below && !drawn.panel_scrolls ? "leaves its panel, which does not scroll" : "";
}

std::string fault_of(const ui::Drawn& drawn) {
    if (drawn.shortened) return "ends in …";
    if (drawn.broken) return "has a broken word";
    return outside(drawn);
}

}  // namespace

std::vector<std::string> unreadable_texts(const ui::Face& face) {
    std::vector<std::string> faults;
    std::vector<const ui::Drawn*> texts;
    for (const auto& drawn : face.registry().drawn())
        if (is_text(drawn) && !is_icon(drawn)) texts.push_back(&drawn);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (const auto fault = fault_of(*texts[i]); !fault.empty())
            faults.push_back(fmt::format("“{}” {}", texts[i]->text, fault));
        if (!is_seen(*texts[i])) continue;
        for (std::size_t j = i + 1; j < texts.size(); ++j)
            if (texts[i]->window == texts[j]->window && is_seen(*texts[j]) &&
                overlap(letters_of(*texts[i]), letters_of(*texts[j])))
                faults.push_back(fmt::format("“{}” lies over “{}”", texts[j]->text, texts[i]->text));
    }
    return faults;
}

std::vector<std::string> faint_texts(const ui::Face& face, std::uint32_t panel) {
    std::vector<std::string> faults;
    for (const auto& drawn : face.registry().drawn()) {
        if (!is_text(drawn)) continue;
        const std::uint32_t ground = drawn.has_ground ? drawn.ground : panel;
        const double needed = is_icon(drawn) ? 3.0 : 4.5, reached = ui::contrast({drawn.colour}, {ground});
        if (reached < needed)
            faults.push_back(
                fmt::format("“{}”: {:06X} on {:06X} is {:.2f}", drawn.text, drawn.colour, ground, reached));
    }
    return faults;
}

}  // namespace test
