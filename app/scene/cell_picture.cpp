// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/cell_picture.hpp"

#include "app/scene/dot_stamps.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

namespace app {
namespace {

/// What was made once and for all has no dashes; layers up to this size are painted anew for theirs.
constexpr std::size_t k_few_runs = 25;

bool has_dashes(const LayerStyle& style) { return style.casing.dash > 0 || style.line.dash > 0; }

/// Cells that are not there but may be asked for, beside a row of those that are.
constexpr int k_beside = 2;

/// Two neighbouring cells and how much of the second, for each pixel along a side.
struct Between {
    int first = 0;         ///< as far off as counts, where there is none
    int second_share = 0;  ///< of 256
};
std::vector<Between> between(double begin, double unit, double units_per_pixel, int pixels, int cells) {
    std::vector<Between> all(static_cast<std::size_t>(pixels));
    for (int i = 0; i < pixels; ++i) {
        double at = std::clamp((begin + (i + 0.5) * units_per_pixel) / unit - 0.5, -9.0, 1e6);
        double cell = std::floor(at);
        all[static_cast<std::size_t>(i)] = {std::clamp(static_cast<int>(cell), -k_beside, cells),
                                            static_cast<int>((at - cell) * 256)};
    }
    return all;
}

std::uint8_t times(unsigned a, unsigned b) { return static_cast<std::uint8_t>((a * b + 127) / 255); }

/// Over the pixel. Most cover all of it, or are the first there.
void lay(const std::array<std::uint8_t, 4>& ink, std::uint8_t* pixel) {
    const unsigned left = 255U - ink[3];
    if (left == 0 || pixel[3] == 0) {
        std::copy(ink.begin(), ink.end(), pixel);
        return;
    }
    for (std::size_t band = 0; band < 4; ++band)
        pixel[band] = static_cast<std::uint8_t>(ink[band] + times(pixel[band], left));
}

}  // namespace

void CellPicture::begin(const Sheet& sheet, Colour ground) {
    sheet_ = sheet;
    const std::array<std::uint8_t, 4> pixel{ground.r, ground.g, ground.b, ground.a};
    rgba_.resize(static_cast<std::size_t>(sheet.width) * static_cast<std::size_t>(sheet.height) * pixel.size());
    for (std::size_t at = 0; at < rgba_.size(); at += pixel.size()) std::copy_n(pixel.data(), pixel.size(), &rgba_[at]);
    is_empty_ = true;
}

void CellPicture::add(const PreparedLayer& layer, const LayerStyle& style) {
    if (layer.coverage.serves(sheet_.units_per_pixel) && !(has_dashes(style) && layer.runs.size() <= k_few_runs))
        add_from_afar(layer, style);
    else
        add_in_view(layer, style);
}

void CellPicture::add_from_afar(const PreparedLayer& layer, const LayerStyle& style) {
    const auto& level = layer.coverage.level_for(sheet_.units_per_pixel);
    level.cut(sheet_.box().widened(level.unit), cut_);
    if (style.fill.is_seen()) blend(stretched(cut_.areas), style.fill, 1);
    for (const auto* stroke : {&style.casing, &style.line}) {
        auto width = stroke_pixels(*stroke, sheet_);
        // Its lines are one cell wide.
        if (stroke->is_seen() && width > 0)
            blend(stretched(cut_.lines), stroke->colour, width * sheet_.units_per_pixel / level.unit);
    }
    if (style.point.dot != Dot::none) blend(stretched(cut_.points), style.point.fill, 1);
}

/// A cell is a pixel here, so nothing is stretched and lines have their own width.
void CellPicture::add_in_view(const PreparedLayer& layer, const LayerStyle& style) {
    cells_.unit = sheet_.units_per_pixel;
    cells_.left_bottom = sheet_.left_bottom;
    cells_.width = sheet_.width;
    cells_.height = sheet_.height;
    bool wants_fill = style.fill.is_seen();
    for (const auto* stroke : {&style.casing, &style.line}) {
        auto width = stroke_pixels(*stroke, sheet_);
        if (!stroke->is_seen() || !(width > 0)) continue;
        // The first look at the features is for their insides as well.
        cells_.areas.clear();
        cells_.lines.clear();
        cover(cells_, layer,
              {.areas = wants_fill,
               .points = false,
               .line = {.width = std::max(width, 1.0),
                        .dash = stroke->dash * dash_unit(*stroke, sheet_),
                        .gap = stroke->gap * dash_unit(*stroke, sheet_)}});
        if (std::exchange(wants_fill, false)) blend(cells_.areas, style.fill, 1);
        blend(cells_.lines, stroke->colour, std::min(width, 1.0));
    }
    if (wants_fill) {
        cells_.areas.clear();
        cover(cells_, layer, {.lines = false, .points = false});
        blend(cells_.areas, style.fill, 1);
    }
    if (layer.has_points && style.point.dot != Dot::none) add_points(layer, style.point);
}

void CellPicture::add_points(const PreparedLayer& layer, const PointStyle& style) {
    DotStamps stamps(style, sheet_.pixel_ratio);
    const auto box = sheet_.box().widened(stamps.reach() * sheet_.units_per_pixel);
    const auto& shapes = layer.layer->shapes;
    for (const auto& run : layer.runs) {
        if (!run.box.intersects(box)) continue;
        for (const auto feature : layer.features_of(run)) {
            if (!shapes.boxes[feature].intersects(box)) continue;
            for (auto part = shapes.first_part(feature); part < shapes.feature_ends[feature]; ++part)
                if (shapes.parts[part] == geo::Part::point)
                    for (const auto p : shapes.part(part))
                        stamps.put(rgba_, sheet_.width, sheet_.height, sheet_.pixel_of(p));
        }
    }
    is_empty_ = false;
}

/// Up and down first, for a whole row of cells, then from side to side.
const std::vector<std::uint8_t>& CellPicture::stretched(const std::vector<std::uint8_t>& plane) {
    stretched_.clear();
    if (plane.empty()) return stretched_;
    const auto columns =
        between(sheet_.left_bottom.x - cut_.left_bottom.x, cut_.unit, sheet_.units_per_pixel, sheet_.width, cut_.width);
    const auto rows = between(sheet_.left_bottom.y - cut_.left_bottom.y, cut_.unit, sheet_.units_per_pixel,
                              sheet_.height, cut_.height);
    const auto width = static_cast<std::size_t>(cut_.width);
    const std::vector<std::uint8_t> nothing(width);
    auto row_of = [&](int row) {
        return row < 0 || row >= cut_.height ? nothing.data() : plane.data() + static_cast<std::size_t>(row) * width;
    };
    std::vector<unsigned> mixed(width + 2 * k_beside);
    stretched_.resize(rgba_.size() / 4);
    auto* out = stretched_.data();
    for (const auto& [row, up] : rows) {
        const auto *low = row_of(row), *high = row_of(row + 1);
        for (std::size_t i = 0; i < width; ++i)
            mixed[i + k_beside] = low[i] * static_cast<unsigned>(256 - up) + high[i] * static_cast<unsigned>(up);
        for (const auto& [column, right] : columns) {
            const auto* at = &mixed[static_cast<std::size_t>(column + k_beside)];
            *out++ = static_cast<std::uint8_t>(
                (at[0] * static_cast<unsigned>(256 - right) + at[1] * static_cast<unsigned>(right)) >> 16U);
        }
    }
    return stretched_;
}

void CellPicture::blend(const std::vector<std::uint8_t>& plane, Colour colour, double strength) {
    if (plane.empty()) return;
    is_empty_ = false;
    // What each share of cover makes of the colour, premultiplied.
    std::array<std::array<std::uint8_t, 4>, 256> inks{};
    for (std::size_t share = 0; share < inks.size(); ++share) {
        auto cover = static_cast<unsigned>(std::min(255.0, static_cast<double>(share) * strength + 0.5));
        auto alpha = times(cover, colour.a);
        inks[share] = {times(colour.r, alpha), times(colour.g, alpha), times(colour.b, alpha), alpha};
    }
    // Most of a plane is empty: eight cells at a time are passed over.
    constexpr std::size_t k_together = sizeof(std::uint64_t);
    for (std::size_t begin = 0; begin < plane.size(); begin += k_together) {
        const auto end = std::min(begin + k_together, plane.size());
        std::uint64_t any = 0;
        std::memcpy(&any, &plane[begin], end - begin);
        if (any == 0) continue;
        for (auto i = begin; i < end; ++i)
            if (plane[i] != 0) lay(inks[plane[i]], &rgba_[i * 4]);
    }
}

}  // namespace app
