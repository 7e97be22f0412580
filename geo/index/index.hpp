// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace geo {

/// A packed R-tree over boxes. Items are positions in the vector of boxes; empty boxes are in no answer.
/// Built once, then only asked: all queries are safe from every thread.
class Index {
public:
    /// Shares the boxes instead of copying them: of a frozen layer, give `{layer, &layer->shapes.boxes}`.
    explicit Index(std::shared_ptr<const std::vector<Box>> boxes);
    ~Index();
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;

    /// Items whose box touches `box`, in ascending order.
    std::vector<std::uint32_t> in(const Box& box) const;
    /// The `count` items whose boxes are nearest to `p`, nearest first.
    std::vector<std::uint32_t> nearest(Point p, std::size_t count) const;
    std::size_t size() const;  ///< without empty boxes

private:
    struct Tree;
    std::unique_ptr<Tree> tree_;
};

/// Something to pick from: a layer's geometry or the findings.
struct Pickable {
    const Shapes* shapes = nullptr;
    const Index* index = nullptr;  ///< over shapes->boxes
    double tolerance = 0;          ///< how far off counts as hit, CRS units
};

/// Item `item` of pickable `source` lies at `distance` (CRS units, 0 inside a polygon) from the point.
struct Hit {
    std::size_t source = 0;
    std::uint32_t item = 0;
    double distance = 0;
    bool operator==(const Hit&) const = default;
};

/// Everything at `point`, in the order of `topmost_first`, within one the nearest first and of equally near ones the
/// smaller first: a bench on a square is meant before the square. Distances are exact, not those of boxes.
std::vector<Hit> pick(std::span<const Pickable> topmost_first, Point point);

}  // namespace geo
