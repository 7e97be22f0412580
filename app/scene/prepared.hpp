// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/progress.hpp"
#include "geo/index/index.hpp"
#include "geo/source/source.hpp"

#include <array>
#include <cstdint>
#include <memory>
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

/// A piece of a layer that is uploaded and drawn in one go: neighbours, so that a view needs few of them.
struct Chunk {
    geo::Point origin{};
    geo::Box box{};
    std::vector<FlatPosition> fill{};        ///< corners of triangles
    std::vector<std::uint16_t> triangles{};  ///< three for each triangle
    std::vector<StrokeCorner> strokes{};
    std::vector<FlatPosition> points{};
    std::size_t bytes() const;
};

/// The whole layer as it is drawn from a certain distance on.
struct Detail {
    double unit =
        0;  ///< positions are rounded to this many CRS units, and what is smaller is left out; 0: all there is
    std::vector<Chunk> chunks{};
};

/// A layer made ready for drawing and picking, by a job. Frozen.
struct PreparedLayer {
    std::shared_ptr<const geo::Layer> layer;
    geo::Index index;  ///< over layer->shapes.boxes
    geo::Box box{};
    std::vector<Detail> details{};  ///< finest first
    std::uint64_t serial = 0;       ///< one for each prepared layer of this run, so that caches can tell them apart

    /// The coarsest detail whose rounding cannot be seen.
    const Detail& detail_for(double units_per_pixel) const;
};

/// Tessellates, simplifies and indexes. Takes about a second for a million features: belongs on a worker.
/// @throws base::Cancelled
std::shared_ptr<const PreparedLayer> prepare(std::shared_ptr<const geo::Layer> layer, base::Progress progress = {});

/// The layer once more for each class of its features, to be drawn in another style each; there is nothing to be
/// picked.
/// @param class_of one for each feature, below `classes`
/// @throws base::Cancelled
std::vector<std::shared_ptr<const PreparedLayer>> prepare_classes(const std::shared_ptr<const geo::Layer>& layer,
                                                                  const std::vector<std::uint8_t>& class_of,
                                                                  std::size_t classes, base::Progress progress = {});

}  // namespace app
