// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: the bands of a raster as colours.

#include "geo/source/gdal.hpp"
#include "geo/source/open.hpp"
#include "geo/source/source.hpp"

#include <cstdint>
#include <vector>

namespace geo {

struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba{};
    bool damaged = false;
};

struct PixelWindow {
    int left = 0, top = 0, width = 0, height = 0;
};

/// What the bands of a dataset mean: a palette, colours, or one value as grey.
class Bands {
public:
    explicit Bands(GDALDataset& data);
    /// The window in width × height pixels, from the overview that fits. @throws base::Cancelled
    Image read(const PixelWindow& window, int width, int height, const base::Progress& progress);

private:
    void read_palette(Image& image, const PixelWindow& window, const base::Progress& progress);
    void read_colours(Image& image, const PixelWindow& window, const base::Progress& progress);
    void read_opacity(Image& image, const PixelWindow& window, const base::Progress& progress);
    void find_range();

    GDALDataset& data_;
    GDALRasterBand* palette_ = nullptr;
    std::vector<GDALRasterBand*> colours_{};  ///< one (grey) or three
    double low_ = 0, high_ = 255;             ///< what becomes black and white
};

/// The name that a raster's layer has.
std::string raster_name(const Member& member, const std::filesystem::path& path);
RasterReport describe_raster(const OpenSource& source, const std::optional<Crs>& given, const std::string& file);

}  // namespace geo
