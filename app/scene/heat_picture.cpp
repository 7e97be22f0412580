// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/heat.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {
namespace {

/// Pixels of the picture to a side of a cell: some two style pixels each.
constexpr int k_finer = 3;

using Ink = std::array<float, 4>;  ///< premultiplied, 0 to 1

Ink ink_of(Colour colour) {
    const float alpha = static_cast<float>(colour.a) / 255;
    return {static_cast<float>(colour.r) / 255 * alpha, static_cast<float>(colour.g) / 255 * alpha,
            static_cast<float>(colour.b) / 255 * alpha, alpha};
}

Ink mixed(const Ink& a, const Ink& b, float share) {
    Ink out;
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = a[i] + (b[i] - a[i]) * share;
    return out;
}

Ink solid(Ink ink) {
    for (std::size_t i = 0; i < 3; ++i) ink[i] /= std::max(ink[3], 0.01F);
    ink[3] = 1;
    return ink;
}

/// Of a place with this density, where it changes so much from one pixel to the next. Each band covers what is below
/// from where it begins; the line there, one pixel wide, is solid, so that bands are told apart without their colours.
class Bands {
public:
    Bands(const HeatScale& scale, Theme theme) {
        for (std::size_t band = 0; band < k_heat_bands; ++band) {
            limits_[band] = static_cast<float>(scale.limits[band]);
            inks_[band] = ink_of(heat_colour(band, theme));
            lines_[band] = solid(inks_[band]);
        }
    }

    Ink at(float density, float per_pixel) const {
        Ink ink{};
        for (std::size_t band = 0; band < k_heat_bands; ++band) {
            const float beyond = (density - limits_[band]) / per_pixel;
            if (beyond <= -0.5F) break;  // the others begin higher up
            ink = mixed(ink, inks_[band], std::min(beyond + 0.5F, 1.0F));
            const float line = 1 - std::abs(beyond - 0.5F);
            if (line > 0) ink = mixed(ink, lines_[band], line);
        }
        return ink;
    }

private:
    std::array<float, k_heat_bands> limits_{};
    std::array<Ink, k_heat_bands> inks_{}, lines_{};
};

/// Between two cells, and how much of the second, for a pixel of the picture.
struct Between {
    std::size_t first = 0, second = 0;
    float share = 0;
};
Between between(int pixel, int cells) {
    const float at =
        std::clamp((static_cast<float>(pixel) + 0.5F) / k_finer - 0.5F, 0.0F, static_cast<float>(cells - 1));
    const auto first = static_cast<std::size_t>(at);
    return {first, std::min(first + 1, static_cast<std::size_t>(cells - 1)), at - static_cast<float>(first)};
}

/// The densities along a row of pixels.
std::vector<float> row_of(const Heat& heat, int pixel_row, int width) {
    const auto columns = static_cast<std::size_t>(heat.columns);
    const auto up = between(pixel_row, heat.rows);
    std::vector<float> cells(columns), row(static_cast<std::size_t>(width));
    for (std::size_t i = 0; i < columns; ++i)
        cells[i] = std::lerp(heat.density[up.first * columns + i], heat.density[up.second * columns + i], up.share);
    for (int i = 0; i < width; ++i) {
        const auto right = between(i, heat.columns);
        row[static_cast<std::size_t>(i)] = std::lerp(cells[right.first], cells[right.second], right.share);
    }
    return row;
}

}  // namespace

HeatPicture heat_picture(const Heat& heat, Theme theme) {
    HeatPicture picture{.theme = theme};
    if (heat.density.empty()) return picture;
    picture.width = heat.columns * k_finer;
    picture.height = heat.rows * k_finer;
    const auto width = static_cast<std::size_t>(picture.width);
    picture.rgba.resize(width * static_cast<std::size_t>(picture.height) * 4);
    const Bands bands(heat.scale, theme);
    auto row = row_of(heat, 0, picture.width);
    for (int y = 0; y < picture.height; ++y) {
        auto above = row_of(heat, std::min(y + 1, picture.height - 1), picture.width);
        auto* out = &picture.rgba[static_cast<std::size_t>(picture.height - 1 - y) * width * 4];
        for (std::size_t x = 0; x < width; ++x) {
            const float right = row[std::min(x + 1, width - 1)];
            const float per_pixel = std::max(std::abs(right - row[x]) + std::abs(above[x] - row[x]), 1e-12F);
            for (const float band : bands.at(row[x], per_pixel))
                *out++ = static_cast<std::uint8_t>(std::lround(band * 255));
        }
        row = std::move(above);
    }
    return picture;
}

}  // namespace app
