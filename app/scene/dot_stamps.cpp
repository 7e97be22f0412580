// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/dot_stamps.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

std::uint8_t byte_of(double share) { return static_cast<std::uint8_t>(std::clamp(share, 0.0, 1.0) * 255 + 0.5); }

struct Ink {
    double r = 0, g = 0, b = 0, a = 0;
};
Ink premultiplied(Colour colour, double share) {
    const double a = colour.a / 255.0 * std::clamp(share, 0.0, 1.0);
    return {colour.r / 255.0 * a, colour.g / 255.0 * a, colour.b / 255.0 * a, a};
}

}  // namespace

DotStamps::DotStamps(const PointStyle& style, double ratio)
    : style_(style),
      radius_(style.size / 2 * ratio),
      edge_(style.edge.is_seen() ? ratio : 0),
      reach_(static_cast<int>(std::ceil(radius_ + edge_)) + 1) {}

/// Pixels outside of its outline, negative inside.
double DotStamps::outside(double x, double y) const {
    switch (style_.dot) {
        case Dot::square:
            return std::max(std::abs(x), std::abs(y)) - radius_ * 0.9;
        case Dot::diamond:
            return (std::abs(x) + std::abs(y) - radius_ * 1.25) * 0.7071;
        case Dot::triangle:
            y += radius_ * 0.2;
            return std::max(-y - radius_ * 0.6, std::abs(x) * 0.8944 + y * 0.4472 - radius_ * 0.62);
        case Dot::disc:
        case Dot::none:
            break;
    }
    return std::hypot(x, y) - radius_;
}

DotStamps::Stamp DotStamps::make(double x, double y) const {
    Stamp stamp;
    for (int row = -reach_; row <= reach_; ++row) {
        for (int column = -reach_; column <= reach_; ++column) {
            const double off = outside(column + 0.5 - x, row + 0.5 - y);
            const auto inner = premultiplied(style_.fill, 0.5 - off),
                       halo = premultiplied(style_.edge, 0.5 - off + edge_);
            const double left = 1 - inner.a;
            stamp.push_back({byte_of(inner.r + halo.r * left), byte_of(inner.g + halo.g * left),
                             byte_of(inner.b + halo.b * left), byte_of(inner.a + halo.a * left)});
        }
    }
    return stamp;
}

void DotStamps::put(std::vector<std::uint8_t>& rgba, int width, int height, geo::Point at) {
    if (!(at.x > -reach_ && at.y > -reach_ && at.x < width + reach_ && at.y < height + reach_)) return;
    const int x = static_cast<int>(std::floor(at.x)), y = static_cast<int>(std::floor(at.y));
    const int step_x = static_cast<int>((at.x - x) * k_steps), step_y = static_cast<int>((at.y - y) * k_steps);
    auto& stamp = stamps_[static_cast<std::size_t>(step_y * k_steps + step_x)];
    if (stamp.empty()) stamp = make((step_x + 0.5) / k_steps, (step_y + 0.5) / k_steps);
    const int side = 2 * reach_ + 1;
    for (int row = std::max(0, y - reach_); row <= std::min(height - 1, y + reach_); ++row) {
        for (int column = std::max(0, x - reach_); column <= std::min(width - 1, x + reach_); ++column) {
            const auto& ink = stamp[static_cast<std::size_t>((row - y + reach_) * side + (column - x + reach_))];
            if (ink[3] == 0) continue;
            auto* pixel = rgba.data() + (static_cast<std::ptrdiff_t>(row) * width + column) * 4;
            const unsigned left = 255U - ink[3];
            for (std::size_t band = 0; band < 4; ++band)
                pixel[band] = static_cast<std::uint8_t>(ink[band] + (pixel[band] * left + 127) / 255);
        }
    }
}

}  // namespace app
