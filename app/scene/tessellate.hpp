// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace app {

/// Triangles whose corners are positions in `corners`.
struct Triangles {
    std::vector<geo::Point> corners{};
    std::vector<std::uint32_t> triangles{};  ///< three for each
};

/// Cuts polygons into triangles. Holes are left out whatever the direction of the rings, and rings that cross
/// themselves are filled by the even-odd rule. Belongs to one thread; reused, because making one is not cheap.
class Tessellator {
public:
    Tessellator();
    ~Tessellator();
    Tessellator(const Tessellator&) = delete;
    Tessellator& operator=(const Tessellator&) = delete;

    /// @param rings shell and holes, closed or not
    /// @returns the triangles; valid until the next call, empty for a polygon without area and for one of more corners
    /// than can be cut while somebody waits
    const Triangles& cut(std::span<const std::vector<geo::Point>> rings);

private:
    struct Pimpl;
    std::unique_ptr<Pimpl> pimpl_;
};

}  // namespace app
