// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace app {

/// How much of each of some cells a polygon covers, exactly: along a row an edge counts from where it is, so that the
/// sum over the cells so far is what is covered of the next (R. Levien, font-rs). One polygon after the other.
class EdgeSums {
public:
    /// @param low, high corners of its box, in cells, not far from each other and from the plane
    void begin(geo::Point low, geo::Point high);
    /// An edge; one that is no number is left out. @param sign 1 for one direction of rings, -1 for the other
    void add(geo::Point a, geo::Point b, double sign);

    int column() const { return column_; }  ///< the first that the box touches
    int row() const { return row_; }
    int height() const { return height_; }
    /// The shares of the cells of a row, 0 to 255, by the even-odd rule. @param row counted from the first
    std::span<const std::uint8_t> shares(int row);

private:
    /// A hole of a broken polygon may lie outside of its shell.
    geo::Point inside(geo::Point p) const;
    float* row_sums(int row) { return &sums_[static_cast<std::size_t>(row) * (static_cast<std::size_t>(width_) + 2)]; }

    int column_ = 0, row_ = 0, width_ = 0, height_ = 0;
    std::vector<float> sums_{};  ///< two more in each row than it has cells
    std::vector<std::uint8_t> shares_{};
};

}  // namespace app
