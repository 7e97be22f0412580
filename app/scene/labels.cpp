// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/labels.hpp"

#include <cmath>

namespace app {
namespace {

/// Style pixels of a cell's side. No name may reach farther than half of it out of its cell.
constexpr double k_cell_side = 640;

bool is_dark(Theme theme) { return theme == Theme::dark || theme == Theme::contrast; }

}  // namespace

LabelLook look_of(LabelRole role) {
    switch (role) {
        case LabelRole::place:
            return {.cut = Cut::bold, .size = 13.5F, .widest = 60};
        case LabelRole::water:
            return {.cut = Cut::italic, .size = 12.5F, .widest = 8, .follows_lines = true};
        case LabelRole::street:
            return {.cut = Cut::regular, .size = 12, .widest = 3, .follows_lines = true};
        case LabelRole::thing:
            return {.cut = Cut::regular, .size = 11.5F, .widest = 1};
        case LabelRole::number:
            return {.cut = Cut::regular, .size = 10.5F, .widest = 0.3};
        case LabelRole::count:
            return {.cut = Cut::bold, .size = 13};
    }
    return {};
}

LabelColours label_colours(LabelRole role, Theme theme) {
    const auto map = map_colours(theme);
    if (theme == Theme::contrast || theme == Theme::sunlight) return {map.ink, map.halo};
    const bool dark = is_dark(theme);
    const Colour halo = dark ? map.halo : Colour::of(0xFFFFFF, 235);
    switch (role) {
        case LabelRole::place:
            return {Colour::of(dark ? 0xD8D3C6 : 0x4A463D), halo};
        case LabelRole::water:
            return {Colour::of(dark ? 0x9CCBDD : 0x1F5066), halo};
        case LabelRole::street:
            return {Colour::of(dark ? 0xDDE1DF : 0x333835), halo};
        case LabelRole::thing:
            return {Colour::of(dark ? 0xB9CFBF : 0x2F5140), halo};
        case LabelRole::count:
            return {map.ink, map.halo};
        case LabelRole::number:
            break;
    }
    return {Colour::of(dark ? 0xB4BBB8 : 0x565C58), halo};
}

double units_of_step(int step) { return std::exp2(step / 2.0); }

int step_of(double units_per_style_pixel) {
    return static_cast<int>(std::ceil(std::log2(units_per_style_pixel) * 2 - 1e-6));
}

geo::Box LabelCellPlace::box() const {
    const double side = k_cell_side * units_of_step(step);
    const auto left = static_cast<double>(column) * side, bottom = static_cast<double>(row) * side;
    return {left, bottom, left + side, bottom + side};
}

std::vector<LabelCellPlace> label_cells(const geo::Box& ground, int step) {
    std::vector<LabelCellPlace> cells;
    if (ground.is_empty()) return cells;
    const double side = k_cell_side * units_of_step(step);
    const auto at = [side](double from) { return static_cast<std::int64_t>(std::floor(from / side)); };
    for (auto row = at(ground.min_y); row <= at(ground.max_y); ++row)
        for (auto column = at(ground.min_x); column <= at(ground.max_x); ++column) cells.push_back({step, column, row});
    return cells;
}

}  // namespace app
