// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace app {

/// Relative to its chunk's origin, in CRS units: small numbers, so that floats are exact to a fraction of a millimetre
/// wherever on earth the chunk lies.
struct FlatPosition {
    float x = 0, y = 0;
};

/// A corner of a line or ring with its distance from the start of the strip. `along` < 0 begins a strip.
struct StrokeCorner {
    float x = 0, y = 0, along = 0;
};

/// What is uploaded and drawn in one go.
struct Chunk {
    geo::Point origin{};
    geo::Box box{};
    std::vector<FlatPosition> fill{};        ///< corners of triangles
    std::vector<std::uint16_t> triangles{};  ///< three for each triangle
    std::vector<StrokeCorner> strokes{};
    std::vector<FlatPosition> points{};
    std::size_t bytes() const;
};

/// Makes chunks of features: triangles, strokes and points. Belongs to one thread; reused, because it keeps what is
/// dear to make.
class ChunkBuilder {
public:
    ChunkBuilder();
    ~ChunkBuilder();
    ChunkBuilder(const ChunkBuilder&) = delete;
    ChunkBuilder& operator=(const ChunkBuilder&) = delete;

    /// @param features neighbours; they fit into one chunk unless they have more corners than one can number
    std::vector<Chunk> build(const geo::Shapes& shapes, std::span<const std::uint32_t> features);

private:
    struct Pimpl;
    std::unique_ptr<Pimpl> pimpl_;
};

}  // namespace app
