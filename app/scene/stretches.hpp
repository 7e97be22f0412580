// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace app {

/// Where the pieces of long rings and lines lie, so that a picture of a small part of them passes over all others.
/// Features of few corners have none.
class Stretches {
public:
    void add(const geo::Shapes& shapes, std::uint32_t feature);
    void clear();
    /// Boxes in the CRS: the ones of its first part, then those of the next; empty when it has few corners.
    std::span<const geo::Box> of(std::uint32_t feature) const;
    /// How many a part of so many corners has.
    static std::size_t count(std::size_t corners);
    /// Those of its stretch `i`, which ends where the next begins.
    static std::span<const geo::Point> corners(std::span<const geo::Point> part, std::size_t i);

private:
    struct Range {
        std::size_t begin = 0, end = 0;
    };
    std::unordered_map<std::uint32_t, Range> ranges_{};
    std::vector<geo::Box> boxes_{};
};

/// Corners of all parts of a feature.
std::size_t corners_of(const geo::Shapes& shapes, std::uint32_t feature);

}  // namespace app
