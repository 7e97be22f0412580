// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/source/source.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace geo {

/// A square of pixels: rows from the north, four bytes a pixel (red, green, blue, opacity; not premultiplied).
struct Pixels {
    int side = 0;
    std::vector<std::uint8_t> rgba{};
    bool damaged = false;     ///< some of it could not be read and is transparent
    bool is_passing = false;  ///< of a server: something lacks or is old, and is worth another try
};

/// Reads maps and photographs piece by piece, at the overview that fits and in another CRS than their own. Holds no
/// more than the piece that it reads. Belongs to the thread that made it, for the length of a job.
class RasterReader {
public:
    /// @throws base::Error code "raster-none" when there are no such pixels, "crs-missing", "raster-unplaced"
    RasterReader(const std::filesystem::path& path, const SourceOptions& options, const Crs& target);
    ~RasterReader();
    RasterReader(const RasterReader&) = delete;
    RasterReader& operator=(const RasterReader&) = delete;

    const RasterReport& report() const;
    /// Where it lies in the target CRS.
    const Box& extent() const;
    /// The size of a pixel in the target CRS.
    double finest_units() const;
    /// The square of ground, target CRS, as side × side pixels. @throws base::Cancelled
    Pixels read(const Box& ground, int side, base::Progress progress = {}) const;

private:
    struct Pimpl;
    std::unique_ptr<Pimpl> pimpl_;
};

}  // namespace geo
