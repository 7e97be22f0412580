// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/random.hpp"

#include <cmath>

namespace audit::demo {
namespace {

std::uint64_t scrambled(std::uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

double corner(std::int64_t x, std::int64_t y, std::uint64_t seed) {
    auto mix =
        static_cast<std::uint64_t>(x) * 0x9E3779B97F4A7C15ULL ^ static_cast<std::uint64_t>(y) * 0xC2B2AE3D27D4EB4FULL;
    return static_cast<double>(scrambled(mix ^ seed) >> 11) * 0x1.0p-52 - 1.0;
}

double smooth(double t) { return t * t * t * (t * (t * 6 - 15) + 10); }

}  // namespace

std::uint64_t mixed(std::initializer_list<std::uint64_t> numbers) {
    std::uint64_t state = 0x2545F4914F6CDD1DULL;
    for (auto number : numbers) state = scrambled(state ^ (number + 0x9E3779B97F4A7C15ULL));
    return state;
}

std::uint64_t Random::next() { return scrambled(state_ += 0x9E3779B97F4A7C15ULL); }

double Random::uniform(double low, double high) {
    return low + (high - low) * (static_cast<double>(next() >> 11) * 0x1.0p-53);
}

int Random::between(int low, int high) {
    return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
}

double noise(double x, double y, std::uint64_t seed) {
    double floor_x = std::floor(x), floor_y = std::floor(y);
    auto i = static_cast<std::int64_t>(floor_x), j = static_cast<std::int64_t>(floor_y);
    double u = smooth(x - floor_x), v = smooth(y - floor_y);
    double low = corner(i, j, seed) * (1 - u) + corner(i + 1, j, seed) * u;
    double high = corner(i, j + 1, seed) * (1 - u) + corner(i + 1, j + 1, seed) * u;
    return low * (1 - v) + high * v;
}

}  // namespace audit::demo
