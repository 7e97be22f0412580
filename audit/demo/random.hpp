// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>

namespace audit::demo {

/// Mixes numbers into one seed, so that every block of the city has a generator of its own and can be made alone.
std::uint64_t mixed(std::initializer_list<std::uint64_t> numbers);

/// A fixed generator (splitmix64) with distributions of our own: those of the standard library differ between
/// compilers, and the same seed must give the same bytes everywhere.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next();
    double uniform(double low, double high);
    bool chance(double probability) { return uniform(0, 1) < probability; }
    int between(int low, int high);  ///< both inclusive
    template <class T, std::size_t N>
    const T& one_of(const T (&values)[N]) {
        return values[next() % N];
    }
    template <class T>
    const T& one_of(std::span<const T> values) {
        return values[next() % values.size()];
    }

private:
    std::uint64_t state_;
};

/// Smooth noise between -1 and 1 with features of about one unit.
double noise(double x, double y, std::uint64_t seed);

}  // namespace audit::demo
