// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/heat.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app {
namespace {

/// Style pixels: wide enough to join the findings of a street, narrow enough to keep two squares apart.
constexpr double k_radius = 48;
constexpr int k_cells_in_radius = 8;
/// The highest band begins at most here, as a share of the highest density, so that it is seen somewhere.
constexpr double k_top_share = 0.8;
constexpr double k_hectare = 1e4, k_square_kilometre = 1e6;
/// Above so many findings per km², hectares make better figures.
constexpr double k_many_in_km2 = 1000;

/// 1, 2, 5, 10, 20 and so on. @returns the highest that is not above `most`
double round_figure_below(double most) {
    const double ten = std::pow(10, std::floor(std::log10(most)));
    for (const double step : {5.0, 2.0})
        if (step * ten <= most * (1 + 1e-9)) return step * ten;
    return ten;
}

double round_figure_near(double wanted) {
    const double below = round_figure_below(wanted), ratio = wanted / below;
    // The next one is twice or two and a half times as much; halfway by ratio.
    const double first = below / std::pow(10, std::floor(std::log10(below) + 1e-9));
    const double step = std::lround(first) == 2 ? 2.5 : 2.0;
    return ratio > std::sqrt(step) ? below * step : below;
}

/// Cells of one size on a piece of ground.
struct Grid {
    double left = 0, bottom = 0, cell = 1;
    int columns = 0, rows = 0;
    std::vector<float> values{};
};

/// Adds what one finding counts for the places around it. @param weight at its own place
void add(Grid& grid, geo::Point at, double radius, double weight) {
    const double x = (at.x - grid.left) / grid.cell - 0.5, y = (at.y - grid.bottom) / grid.cell - 0.5;
    const double reach = radius / grid.cell;
    const int first_row = std::max(0, static_cast<int>(std::ceil(y - reach)));
    const int last_row = std::min(grid.rows - 1, static_cast<int>(std::floor(y + reach)));
    const int first = std::max(0, static_cast<int>(std::ceil(x - reach)));
    const int last = std::min(grid.columns - 1, static_cast<int>(std::floor(x + reach)));
    const double share = 1 / (reach * reach);
    for (int row = first_row; row <= last_row; ++row) {
        const double up = (row - y) * (row - y) * share;
        auto* values = &grid.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns)];
        for (int column = first; column <= last; ++column) {
            const double left_over = 1 - up - (column - x) * (column - x) * share;
            if (left_over > 0) values[column] += static_cast<float>(weight * left_over * left_over);
        }
    }
}

/// At the place of a finding that stands alone, findings per square CRS unit.
double own_weight(double radius) { return 3 / (std::numbers::pi * radius * radius); }

struct InWindow {
    std::int64_t column = 0, row = 0;
    geo::Point place{};
};

/// Each finding with every window of ground that it counts in.
std::vector<InWindow> windows_of(const MarkLayer& marks, double side, double radius) {
    std::vector<InWindow> all;
    const auto at = [side](double x) { return static_cast<std::int64_t>(std::floor(x / side)); };
    for (std::size_t item = 0; item < marks.size(); ++item) {
        const auto place = marks.place(item);
        if (!place || !std::isfinite(place->x) || !std::isfinite(place->y)) continue;
        for (auto row = at(place->y - radius); row <= at(place->y + radius); ++row)
            for (auto column = at(place->x - radius); column <= at(place->x + radius); ++column)
                all.push_back({column, row, *place});
    }
    std::stable_sort(all.begin(), all.end(), [](const InWindow& a, const InWindow& b) {
        return a.column != b.column ? a.column < b.column : a.row < b.row;
    });
    return all;
}

/// The highest density anywhere, findings per square CRS unit; 0 when there are none.
double highest(const MarkLayer& marks, double radius, const base::Progress& progress) {
    constexpr int side = 64;
    Grid grid{.cell = radius / k_cells_in_radius, .columns = side, .rows = side, .values = {}};
    const auto all = windows_of(marks, side * grid.cell, radius);
    double most = 0;
    for (std::size_t begin = 0; begin < all.size();) {
        grid.left = static_cast<double>(all[begin].column) * side * grid.cell;
        grid.bottom = static_cast<double>(all[begin].row) * side * grid.cell;
        grid.values.assign(static_cast<std::size_t>(side) * side, 0);
        auto end = begin;
        for (; end < all.size() && all[end].column == all[begin].column && all[end].row == all[begin].row; ++end)
            add(grid, all[end].place, radius, own_weight(radius));
        most = std::max(most, static_cast<double>(*std::max_element(grid.values.begin(), grid.values.end())));
        begin = end;
        progress.report(static_cast<double>(begin) / static_cast<double>(all.size()));
    }
    return most;
}

struct Ramp {
    std::array<std::uint32_t, k_heat_bands> colours;
    std::array<std::uint8_t, k_heat_bands> alphas;
};
constexpr Ramp k_on_light{{0xF6C667, 0xE8923F, 0xCB5A3C, 0x96304F, 0x54174F}, {150, 165, 180, 195, 205}};
constexpr Ramp k_on_dark{{0x6A2C74, 0xA83A6C, 0xDC6152, 0xF5A04A, 0xFCE98A}, {165, 180, 190, 200, 210}};

}  // namespace

HeatScale heat_scale(const MarkLayer& marks, int step, double square_metres, const base::Progress& progress) {
    const double metres_per_unit = std::sqrt(square_metres);
    HeatScale scale{.step = step};
    scale.metres = round_figure_near(k_radius * units_of_step(step) * metres_per_unit);
    scale.radius = scale.metres / metres_per_unit;
    const double most = highest(marks, scale.radius, progress);
    if (!(most > 0)) return scale;
    scale.per_hectare = most / square_metres * k_square_kilometre > k_many_in_km2;
    scale.per_unit = (scale.per_hectare ? k_hectare : k_square_kilometre) / square_metres;
    double limit = round_figure_below(most * scale.per_unit * k_top_share);
    for (auto band = scale.limits.rbegin(); band != scale.limits.rend(); ++band) {
        *band = limit;
        limit = round_figure_below(limit * 0.6);
    }
    return scale;
}

geo::Box heat_ground(const geo::Box& visible, const HeatScale& scale) {
    const double side = 8 * scale.radius;
    const auto low = [side](double from) { return std::floor(from / side) * side; };
    const auto high = [side](double to) { return std::ceil(to / side) * side; };
    return {low(visible.min_x), low(visible.min_y), high(visible.max_x), high(visible.max_y)};
}

std::shared_ptr<const Heat> heat(const std::shared_ptr<const MarkLayer>& marks, const HeatScale& scale,
                                 const geo::Box& ground, const base::Progress& progress, std::optional<Theme> theme) {
    auto made = std::make_shared<Heat>();
    made->marks = marks;
    made->scale = scale;
    made->ground = ground;
    made->cell = scale.radius / k_cells_in_radius;
    made->columns = static_cast<int>(std::lround(ground.width() / made->cell));
    made->rows = static_cast<int>(std::lround(ground.height() / made->cell));
    Grid grid{ground.min_x, ground.min_y, made->cell, made->columns, made->rows, {}};
    grid.values.assign(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows), 0);
    const auto items = marks->place_index().in(ground.widened(scale.radius));
    constexpr std::size_t between_reports = 4096;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i % between_reports == 0) progress.report(static_cast<double>(i) / static_cast<double>(items.size()));
        if (const auto place = marks->place(items[i]))
            add(grid, *place, scale.radius, own_weight(scale.radius) * scale.per_unit);
    }
    made->density = std::move(grid.values);
    if (theme) made->picture = heat_picture(*made, *theme);
    return made;
}

double Heat::at(geo::Point place) const {
    const double x = (place.x - ground.min_x) / cell - 0.5, y = (place.y - ground.min_y) / cell - 0.5;
    if (!(x >= 0 && y >= 0 && x <= columns - 1 && y <= rows - 1)) return 0;
    const int column = std::min(static_cast<int>(x), columns - 2), row = std::min(static_cast<int>(y), rows - 2);
    if (column < 0 || row < 0) return 0;
    const double right = x - column, up = y - row;
    const auto value = [this](int c, int r) {
        return static_cast<double>(
            density[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(c)]);
    };
    const double below = value(column, row) * (1 - right) + value(column + 1, row) * right;
    const double above = value(column, row + 1) * (1 - right) + value(column + 1, row + 1) * right;
    return below * (1 - up) + above * up;
}

Colour heat_colour(std::size_t band, Theme theme) {
    const auto& ramp = theme == Theme::dark || theme == Theme::contrast ? k_on_dark : k_on_light;
    return Colour::of(ramp.colours[band], ramp.alphas[band]);
}

}  // namespace app
