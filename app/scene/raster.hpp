// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/camera.hpp"
#include "geo/source/raster.hpp"

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace app {

/// Pixels of a side of a piece: small enough to come soon, large enough not to be many.
constexpr int k_piece = 512;

/// A square of the grid over a CRS in which images are read: its pixels are 2^level CRS units wide.
struct PiecePlace {
    int level = 0;
    std::int64_t column = 0, row = 0;
    auto operator<=>(const PiecePlace&) const = default;
    geo::Box box() const;
};

/// A piece as it was read. Frozen.
struct RasterPiece {
    PiecePlace place{};
    std::vector<std::uint8_t> rgba{};  ///< k_piece × k_piece, rows from the north, premultiplied
    std::uint64_t serial = 0;          ///< one for each piece of this run
};
std::shared_ptr<const RasterPiece> make_piece(const PiecePlace& place, geo::Pixels pixels);

/// An image with the pieces of it that were read so far. Frozen: more pieces make another one.
struct RasterPicture {
    std::uint64_t serial = 0;  ///< of the layer, the same while pieces come
    geo::RasterReport report{};
    geo::Box extent{};        ///< in the dossier's CRS
    double finest_units = 1;  ///< size of its pixels there
    std::map<PiecePlace, std::shared_ptr<const RasterPiece>> pieces{};
};

/// What must be read to fill the view, nearest to its middle first.
std::vector<PiecePlace> wanted_pieces(const RasterPicture& picture, const Camera& camera);
/// What is to be painted on this ground, one over the other: the pieces of one level where those cover it, otherwise
/// all there are, coarsest first.
std::vector<const RasterPiece*> pieces_for(const RasterPicture& picture, const geo::Box& ground,
                                           double units_per_pixel);

}  // namespace app
