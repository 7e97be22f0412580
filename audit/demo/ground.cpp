// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/ground.hpp"

#include "audit/demo/random.hpp"

#include <algorithm>
#include <cmath>

namespace audit::demo {
namespace {

struct Octave {
    double metres, wavelength;
};

geo::Point pushed(geo::Point p, Octave octave, std::uint64_t seed) {
    double x = p.x / octave.wavelength, y = p.y / octave.wavelength;
    return {octave.metres * noise(x, y, seed), octave.metres * noise(x, y, seed ^ 0xA5A5)};
}

/// Extra length beyond both corners, so that shifted lines still meet when they are not square to each other.
constexpr double k_overshoot = 14;

/// Both ends, and the multiples of `step` between them: the same ones whatever the stretch, so that neighbours share
/// them.
std::vector<double> samples(double from, double to, double step) {
    double low = std::min(from, to), high = std::max(from, to);
    std::vector<double> out{low};
    for (double k = std::floor(low / step) + 1; k * step < high - step / 4; ++k) {
        if (k * step > low + step / 4) out.push_back(k * step);
    }
    out.push_back(high);
    if (to < from) std::reverse(out.begin(), out.end());
    return out;
}

}  // namespace

Line Quad::ring() const {
    Line out;
    for (const auto& side : sides) out.insert(out.end(), side.begin(), side.end() - 1);
    return out;
}

Ground::Ground(geo::Point centre, double crooked_radius, std::uint64_t seed)
    : centre_(centre), crooked_radius_(crooked_radius), seed_(seed) {}

geo::Point Ground::bent(geo::Point flat, std::uint64_t seed) {
    return flat + pushed(flat, {300, 2600}, seed) + pushed(flat, {34, 620}, seed + 1);
}

geo::Point Ground::place(double radius, double angle) const {
    // Towns are long along their river, which runs north by east.
    geo::Point round{radius * std::cos(angle), radius * std::sin(angle)};
    geo::Point river{0.5, 0.8660254};
    auto flat = centre_ + river * (dot(round, river) * 1.16) + to_left(river) * (dot(round, to_left(river)) * 0.84);
    // The old centre is crooked; what was laid out later is straight.
    double crooked = 1 / (1 + std::pow(radius / crooked_radius_, 4));
    auto small = pushed(flat, {9 * (0.1 + 0.9 * crooked), 92}, seed_ + 2);
    auto middle = pushed(flat, {36 * (0.4 + 0.6 * crooked), 290}, seed_ + 3);
    auto lanes = pushed(flat, {11 * crooked, 150}, seed_ + 4);
    return bent(flat, seed_) + small + middle + lanes;
}

Line Ground::circle(Rail rail, double from_angle, double to_angle) const {
    double spacing = rail.at > 2 * crooked_radius_ ? 14 : 7;
    double step = 2 * 3.14159265358979 / std::max(24.0, std::round(6.2831853 * rail.at / spacing));
    Line out;
    for (double a : samples(from_angle, to_angle, step)) {
        double h = 0.5 / rail.at;
        auto ahead = unit(place(rail.at, a + h) - place(rail.at, a - h));
        out.push_back(place(rail.at, a) - to_left(ahead) * rail.shift);
    }
    return out;
}

Line Ground::ray(Rail rail, double from_radius, double to_radius) const {
    double step = std::max(std::min(from_radius, to_radius), 40.0) > 2 * crooked_radius_ ? 14 : 7;
    Line out;
    for (double r : samples(from_radius, to_radius, step)) {
        auto outward = unit(place(r + 0.5, rail.at) - place(r - 0.5, rail.at));
        out.push_back(place(r, rail.at) + to_left(outward) * rail.shift);
    }
    return out;
}

std::optional<Quad> Ground::quad(Rail low_circle, Rail high_circle, Rail low_ray, Rail high_ray) const {
    double beyond = k_overshoot + std::max({std::abs(low_circle.shift), std::abs(high_circle.shift),
                                            std::abs(low_ray.shift), std::abs(high_ray.shift)});
    double r0 = std::max(low_circle.at - beyond, 2.0), r1 = high_circle.at + beyond;
    double a0 = low_ray.at - beyond / low_circle.at, a1 = high_ray.at + beyond / low_circle.at;
    std::array<Line, 4> full{ray(low_ray, r0, r1), circle(high_circle, a0, a1), ray(high_ray, r1, r0),
                             circle(low_circle, a1, a0)};
    std::array<double, 4> begin{}, end{};
    for (std::size_t i = 0; i < 4; ++i) {
        auto meet = crossing(full[i], full[(i + 1) % 4]);
        if (!meet) return std::nullopt;
        end[i] = meet->along_a;
        begin[(i + 1) % 4] = meet->along_b;
    }
    Quad out;
    for (std::size_t i = 0; i < 4; ++i) {
        if (end[i] - begin[i] < 0.5) return std::nullopt;
        out.sides[i] = thinned(stretch(full[i], begin[i], end[i]), 0.04);
    }
    return out;
}

}  // namespace audit::demo
