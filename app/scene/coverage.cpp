// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/coverage.hpp"

#include "app/scene/cell_painter.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

/// Corners that a view of a million and a half pixels may hold before cells take their place: about as many as are made
/// ready and drawn in a tenth of a second.
constexpr double k_corners_a_view = 300000, k_pixels_a_view = 1600000;
/// 16 MiB for each kind of thing.
constexpr double k_most_cells = 4096.0 * 4096.0;
/// What every graphics card takes as one texture.
constexpr int k_longest_side = 4096;
/// Half as large and half as large again, until there is nothing left to gain.
constexpr int k_least_side = 64;
/// Cells may be stretched by this much before their edges show.
constexpr double k_stretch = 0.9;

std::size_t corners_of(const geo::Shapes& shapes, std::span<const std::uint32_t> features) {
    std::size_t corners = 0;
    for (auto feature : features) {
        auto first = shapes.first_part(feature), end = shapes.feature_ends[feature];
        if (first < end) corners += shapes.part_ends[end - 1] - shapes.part_begin(first);
    }
    return corners;
}

/// A power of two, so that the cells of all layers lie on each other.
double finest_unit(const geo::Box& box, std::size_t corners) {
    double cells = std::min(static_cast<double>(corners) / k_corners_a_view * k_pixels_a_view, k_most_cells);
    double side = std::max(std::sqrt(box.width() * box.height() / cells),
                           std::max(box.width(), box.height()) / (k_longest_side - 2));
    return std::exp2(std::ceil(std::log2(side)));
}

CoverageLevel empty_level(const geo::Box& box, double unit) {
    CoverageLevel level;
    level.unit = unit;
    level.left_bottom = {std::floor(box.min_x / unit) * unit, std::floor(box.min_y / unit) * unit};
    level.width = static_cast<int>(std::floor((box.max_x - level.left_bottom.x) / unit)) + 1;
    level.height = static_cast<int>(std::floor((box.max_y - level.left_bottom.y) / unit)) + 1;
    return level;
}

enum class Mix { average, keep_lines, keep_points };

std::uint8_t mixed(int sum, Mix mix) {
    // A line crosses two of four cells and shall stay as strong as it was; a point is in one and shall stay, too.
    if (mix == Mix::average) return static_cast<std::uint8_t>((sum + 2) / 4);
    return static_cast<std::uint8_t>(std::min(255, mix == Mix::keep_lines ? (sum + 1) / 2 : sum));
}

/// Four cells become one. @param odd_x, odd_y whether the finer level begins in the middle of a coarser cell
std::vector<std::uint8_t> halved(const std::vector<std::uint8_t>& fine, const CoverageLevel& from,
                                 const CoverageLevel& to, int odd_x, int odd_y, Mix mix) {
    if (fine.empty()) return {};
    std::vector<std::uint8_t> coarse(static_cast<std::size_t>(to.width) * static_cast<std::size_t>(to.height));
    auto at = [&](int x, int y) -> int {
        if (x < 0 || y < 0 || x >= from.width || y >= from.height) return 0;
        return fine[static_cast<std::size_t>(y) * static_cast<std::size_t>(from.width) + static_cast<std::size_t>(x)];
    };
    std::size_t next = 0;
    for (int row = 0; row < to.height; ++row) {
        for (int column = 0; column < to.width; ++column) {
            int x = 2 * column - odd_x, y = 2 * row - odd_y;
            coarse[next++] = mixed(at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1), mix);
        }
    }
    return coarse;
}

CoverageLevel coarser(const CoverageLevel& fine) {
    geo::Box box{fine.left_bottom.x, fine.left_bottom.y, fine.left_bottom.x + fine.unit * (fine.width - 0.5),
                 fine.left_bottom.y + fine.unit * (fine.height - 0.5)};
    auto coarse = empty_level(box, fine.unit * 2);
    int odd_x = static_cast<int>(std::lround((fine.left_bottom.x - coarse.left_bottom.x) / fine.unit));
    int odd_y = static_cast<int>(std::lround((fine.left_bottom.y - coarse.left_bottom.y) / fine.unit));
    coarse.areas = halved(fine.areas, fine, coarse, odd_x, odd_y, Mix::average);
    coarse.lines = halved(fine.lines, fine, coarse, odd_x, odd_y, Mix::keep_lines);
    coarse.points = halved(fine.points, fine, coarse, odd_x, odd_y, Mix::keep_points);
    return coarse;
}

}  // namespace

geo::Box CoverageLevel::box() const {
    return {left_bottom.x, left_bottom.y, left_bottom.x + unit * width, left_bottom.y + unit * height};
}

bool Coverage::serves(double units_per_pixel) const {
    return !levels.empty() && units_per_pixel >= levels.front().unit * k_stretch;
}

const CoverageLevel& Coverage::level_for(double units_per_pixel) const {
    const auto* best = &levels.front();
    for (const auto& level : levels)
        if (level.unit <= units_per_pixel) best = &level;
    return *best;
}

Coverage cover(const geo::Shapes& shapes, std::span<const std::uint32_t> features, const geo::Box& box,
               base::Progress progress) {
    Coverage coverage;
    double unit = finest_unit(box, corners_of(shapes, features));
    if (!(unit > 0) || !std::isfinite(unit)) return coverage;
    auto level = empty_level(box, unit);
    CellPainter painter(level, {});
    for (std::size_t i = 0; i < features.size(); ++i) {
        painter.add(shapes, features[i]);
        if (i % 1024 == 0) progress.report(static_cast<double>(i) / static_cast<double>(features.size()));
    }
    progress.report(1);
    coverage.levels.push_back(std::move(level));
    while (std::min(coverage.levels.back().width, coverage.levels.back().height) > k_least_side)
        coverage.levels.push_back(coarser(coverage.levels.back()));
    return coverage;
}

}  // namespace app
