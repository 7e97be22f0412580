// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/coverage.hpp"

#include "app/scene/cell_painter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

namespace app {
namespace {

/// Corners that a view of a million and a half pixels may hold before cells take their place: about as many as are made
/// ready and drawn in a tenth of a second.
constexpr double k_corners_a_view = 300000, k_pixels_a_view = 1600000;
constexpr double k_patch_cells = k_patch * k_patch;
/// 16 MiB for each kind of thing.
constexpr double k_most_cells = 4096.0 * 4096.0;
constexpr double k_most_patches = k_most_cells / k_patch_cells;
/// Features after which it is known how large such features are.
constexpr std::size_t k_many = 8192;
/// Half as many and half as many again, until hardly anything is left of them.
constexpr std::size_t k_few_patches = 4, k_levels_of_few = 6, k_most_levels = 40;
/// A cut of more cells would be for a picture that shows no more than a speck of them.
constexpr double k_most_cut = 4096;
/// Cells may be stretched by this much before their edges show.
constexpr double k_stretch = 0.9;

enum class Mix { average, keep_lines, keep_points };

/// Four numbers of 16 bits in one, because one by one they take four times as long.
using Four = std::uint64_t;
constexpr Four k_each = 0x0001000100010001, k_low_bytes = 0x00FF00FF00FF00FF;

/// Eight cells, two by two.
Four pair_sums(const std::uint8_t* cells) {
    Four eight = 0;
    std::memcpy(&eight, cells, sizeof(eight));
    return (eight & k_low_bytes) + ((eight >> 8U) & k_low_bytes);
}

/// At most 255 each, for numbers below 1024.
Four limited(Four numbers) {
    const Four too_large = ((numbers >> 8U) | (numbers >> 9U)) & k_each;
    return (numbers | too_large * 0xFF) & k_low_bytes;
}

/// Of the sums of four cells.
template <Mix mix>
Four mixed(Four sums) {
    // A line crosses two of four cells and shall stay as strong as it was; a point is in one and shall stay, too.
    if constexpr (mix == Mix::average) return ((sums + 2 * k_each) >> 2U) & k_low_bytes;
    if constexpr (mix == Mix::keep_lines) return limited(((sums + k_each) >> 1U) & (k_each * 0x1FF));
    return limited(sums);
}

void put(Four numbers, std::uint8_t* cells) {
    // Both ends of a machine agree: the cells were taken in the same order.
    std::array<std::uint16_t, 4> apart{};
    std::memcpy(apart.data(), &numbers, sizeof(numbers));
    for (const auto number : apart) *cells++ = static_cast<std::uint8_t>(number);
}

/// Four cells become one, in a quarter of the coarser patch that begins at `corner`.
template <Mix mix>
void halve(const std::vector<std::uint8_t>& fine, std::vector<std::uint8_t>& coarse, std::size_t corner) {
    if (fine.empty()) return;
    coarse.resize(static_cast<std::size_t>(k_patch_cells));
    for (std::size_t row = 0; row < k_patch / 2; ++row) {
        const auto* low = fine.data() + 2 * row * k_patch;
        const auto* high = low + k_patch;
        auto* to = coarse.data() + corner + row * k_patch;
        for (std::size_t i = 0; i < k_patch; i += sizeof(Four), to += sizeof(Four) / 2)
            if (const Four sums = pair_sums(low + i) + pair_sums(high + i)) put(mixed<mix>(sums), to);
    }
}

CellPatch& patch_at(CoverageLevel& level, PatchPlace place) {
    return level.patches.try_emplace(place, empty_patch(place, level.unit)).first->second;
}

void halve_into(CoverageLevel& coarse, PatchPlace place, const CellPatch& fine) {
    auto& patch = patch_at(coarse, {place.column >> 1, place.row >> 1});
    const std::size_t corner = (place.row & 1 ? k_patch / 2 * k_patch : 0) + (place.column & 1 ? k_patch / 2 : 0);
    halve<Mix::average>(fine.areas, patch.areas, corner);
    halve<Mix::keep_lines>(fine.lines, patch.lines, corner);
    halve<Mix::keep_points>(fine.points, patch.points, corner);
}

CoverageLevel coarser(const CoverageLevel& fine) {
    CoverageLevel coarse{.unit = fine.unit * 2};
    for (const auto& [place, patch] : fine.patches) halve_into(coarse, place, patch);
    return coarse;
}

/// Patches that a box touches; as doubles, because there may be more than whole numbers can count.
struct PatchRange {
    double first_column = 0, last_column = -1, first_row = 0, last_row = -1;
    double count() const { return (last_column - first_column + 1) * (last_row - first_row + 1); }
};
PatchRange range_of(const geo::Box& box, double unit) {
    const double side = unit * k_patch;
    return {std::floor(box.min_x / side), std::floor(box.max_x / side), std::floor(box.min_y / side),
            std::floor(box.max_y / side)};
}

template <class Work>
void for_each_place(const PatchRange& range, Work&& work) {
    for (double row = range.first_row; row <= range.last_row; ++row)
        for (double column = range.first_column; column <= range.last_column; ++column)
            work(PatchPlace{static_cast<std::int64_t>(column), static_cast<std::int64_t>(row)});
}

/// The part of a plane that both patches have. They are of the same unit and lie on each other cell by cell.
void copy_plane(const CellPatch& from, const std::vector<std::uint8_t>& plane, const CellPatch& to,
                std::vector<std::uint8_t>& into) {
    if (plane.empty()) return;
    into.resize(static_cast<std::size_t>(to.width) * static_cast<std::size_t>(to.height));
    const int x = static_cast<int>(std::lround((from.left_bottom.x - to.left_bottom.x) / to.unit));
    const int y = static_cast<int>(std::lround((from.left_bottom.y - to.left_bottom.y) / to.unit));
    const int begin = std::max(0, x), end = std::min(to.width, x + from.width);
    if (begin >= end) return;
    for (int row = std::max(0, y); row < std::min(to.height, y + from.height); ++row) {
        const auto* source = plane.data() + static_cast<std::ptrdiff_t>(row - y) * from.width + (begin - x);
        std::copy(source, source + (end - begin), into.data() + static_cast<std::ptrdiff_t>(row) * to.width + begin);
    }
}

}  // namespace

CellPatch empty_patch(PatchPlace place, double unit) {
    const double side = unit * k_patch;
    return {.unit = unit,
            .left_bottom = {static_cast<double>(place.column) * side, static_cast<double>(place.row) * side},
            .width = k_patch,
            .height = k_patch};
}

geo::Box CellPatch::box() const {
    return {left_bottom.x, left_bottom.y, left_bottom.x + unit * width, left_bottom.y + unit * height};
}

void CoverageLevel::cut(const geo::Box& box, CellPatch& into) const {
    into.unit = unit;
    into.areas.clear();
    into.lines.clear();
    into.points.clear();
    into.width = into.height = 0;
    if (std::max(box.width(), box.height()) > k_most_cut * unit) return;
    into.left_bottom = {std::floor(box.min_x / unit) * unit, std::floor(box.min_y / unit) * unit};
    into.width = static_cast<int>((box.max_x - into.left_bottom.x) / unit) + 1;
    into.height = static_cast<int>((box.max_y - into.left_bottom.y) / unit) + 1;
    for_each_place(range_of(into.box(), unit), [&](PatchPlace place) {
        const auto found = patches.find(place);
        if (found == patches.end()) return;
        copy_plane(found->second, found->second.areas, into, into.areas);
        copy_plane(found->second, found->second.lines, into, into.lines);
        copy_plane(found->second, found->second.points, into, into.points);
    });
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

Coverage coverage_from(CoverageLevel finest) {
    Coverage coverage;
    coverage.levels.push_back(std::move(finest));
    for (std::size_t few = 0; few < k_levels_of_few && coverage.levels.size() < k_most_levels;) {
        coverage.levels.push_back(coarser(coverage.levels.back()));
        few += coverage.levels.back().patches.size() <= k_few_patches;
    }
    return coverage;
}

CoverageBuilder::CoverageBuilder(double unit, const geo::Box& ground) : level_{.unit = unit}, ground_(ground) {}

void CoverageBuilder::add(const geo::Shapes& shapes, std::uint32_t feature) {
    auto box = shapes.boxes[feature];
    if (!ground_.is_empty()) box = box.common(ground_);
    if (box.is_empty()) return;
    auto range = range_of(box, level_.unit);
    if (++added_ > k_many && range.count() > k_most_patches) return;
    while (static_cast<double>(level_.patches.size()) + range.count() > k_most_patches + k_few_patches) {
        level_ = coarser(level_);
        range = range_of(box, level_.unit);
    }
    stretches_.clear();
    if (range.count() > 1) stretches_.add(shapes, feature);
    const auto stretches = stretches_.of(feature);
    for_each_place(range, [&](PatchPlace place) { painter_.add(patch_at(level_, place), shapes, feature, stretches); });
}

Coverage CoverageBuilder::so_far() const { return coverage_from(level_); }

Coverage CoverageBuilder::finish(std::size_t corners) {
    const double enough = static_cast<double>(corners) / k_corners_a_view * k_pixels_a_view;
    while (level_.patches.size() > k_few_patches &&
           static_cast<double>(level_.patches.size()) * k_patch_cells > 2 * enough)
        level_ = coarser(level_);
    return coverage_from(std::exchange(level_, {}));
}

double suitable_unit(const geo::Box& box, double corners) {
    const double cells = std::min(corners / k_corners_a_view * k_pixels_a_view, k_most_cells);
    const double unit = std::exp2(std::ceil(std::log2(std::sqrt(box.width() * box.height() / cells))));
    if (unit > 0 && std::isfinite(unit)) return unit;
    const double along = std::max(box.width(), box.height()) / k_most_cells;  // all on one line
    return along > 0 && std::isfinite(along) ? std::exp2(std::ceil(std::log2(along))) : 0;
}

}  // namespace app
