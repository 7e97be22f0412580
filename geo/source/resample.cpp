// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/resample.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace geo {
namespace {

/// Colours between four pixels; what is transparent has no colour to give.
std::array<std::uint8_t, 4> mixed(const Image& from, double x, double y) {
    double left = std::floor(x), top = std::floor(y);
    std::array<double, 4> sum{};
    for (int dy = 0; dy < 2; ++dy)
        for (int dx = 0; dx < 2; ++dx) {
            double weight = (dx ? x - left : 1 - (x - left)) * (dy ? y - top : 1 - (y - top));
            int column = std::clamp(static_cast<int>(left) + dx, 0, from.width - 1);
            int row = std::clamp(static_cast<int>(top) + dy, 0, from.height - 1);
            const auto* pixel = &from.rgba[4 * (static_cast<std::size_t>(row) * from.width + column)];
            double opaque = weight * pixel[3];
            for (std::size_t band = 0; band < 3; ++band) sum[band] += opaque * pixel[band];
            sum[3] += opaque;
        }
    std::array<std::uint8_t, 4> colour{};
    if (sum[3] < 0.5) return colour;
    for (std::size_t band = 0; band < 3; ++band)
        colour[band] = static_cast<std::uint8_t>(std::clamp(sum[band] / sum[3] + 0.5, 0.0, 255.0));
    colour[3] = static_cast<std::uint8_t>(std::clamp(sum[3] + 0.5, 0.0, 255.0));
    return colour;
}

}  // namespace

std::vector<Point> mesh_over(const Box& ground) {
    std::vector<Point> corners;
    for (int row = 0; row <= k_meshes; ++row)
        for (int column = 0; column <= k_meshes; ++column)
            corners.push_back(
                {ground.min_x + ground.width() * column / k_meshes, ground.max_y - ground.height() * row / k_meshes});
    return corners;
}

PixelWindow window_of(const std::vector<Point>& mesh, double source_width, double source_height) {
    Box box;
    for (auto p : mesh) box.grow(p);
    Box inside{std::max(0.0, std::floor(box.min_x) - 1), std::max(0.0, std::floor(box.min_y) - 1),
               std::min(source_width, std::ceil(box.max_x) + 1), std::min(source_height, std::ceil(box.max_y) + 1)};
    if (inside.width() < 1 || inside.height() < 1) return {};
    return {static_cast<int>(inside.min_x), static_cast<int>(inside.min_y), static_cast<int>(inside.width()),
            static_cast<int>(inside.height())};
}

double coarseness(const std::vector<Point>& mesh, int side) {
    double longest = 0;
    for (std::size_t i = 0; i + 1 < mesh.size(); ++i) {
        if ((i + 1) % (k_meshes + 1) == 0) continue;
        double step = std::hypot(mesh[i + 1].x - mesh[i].x, mesh[i + 1].y - mesh[i].y);
        if (std::isfinite(step)) longest = std::max(longest, step);
    }
    return longest * k_meshes / side;
}

void fill(Pixels& piece, const Image& image, const PixelWindow& window, const std::vector<Point>& mesh) {
    double across = static_cast<double>(image.width) / window.width,
           down = static_cast<double>(image.height) / window.height;
    for (int row = 0; row < piece.side; ++row) {
        double v = (row + 0.5) * k_meshes / piece.side;
        auto r = static_cast<std::size_t>(v);
        for (int column = 0; column < piece.side; ++column) {
            double u = (column + 0.5) * k_meshes / piece.side;
            auto c = static_cast<std::size_t>(u);
            const auto* north = &mesh[r * (k_meshes + 1) + c];
            const auto* south = north + k_meshes + 1;
            double fu = u - static_cast<double>(c), fv = v - static_cast<double>(r);
            auto between = [&](double Point::*at) {
                return (north[0].*at * (1 - fu) + north[1].*at * fu) * (1 - fv) +
                       (south[0].*at * (1 - fu) + south[1].*at * fu) * fv;
            };
            double x = (between(&Point::x) - window.left) * across, y = (between(&Point::y) - window.top) * down;
            if (!(x >= 0 && y >= 0 && x < image.width && y < image.height)) continue;  // NaN is outside too
            auto colour = mixed(image, x - 0.5, y - 0.5);
            std::copy(colour.begin(), colour.end(),
                      piece.rgba.begin() + 4 * (static_cast<std::ptrdiff_t>(row) * piece.side + column));
        }
    }
}

}  // namespace geo
