// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/picture.hpp"

#include "geo/source/gdal.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <system_error>

namespace geo {
namespace {

namespace fs = std::filesystem;

/// More pixels than any camera makes: a file that says so is broken or hostile.
constexpr double k_most_pixels = 400e6;

[[noreturn]] void fail(const char* code, base::Text message, const fs::path& file, const std::string& detail = {}) {
    throw base::Error({.code = code,
                       .message = std::move(message),
                       .where = {.file = file.string()},
                       .advice = base::text("Put the photo back, or take it away from the finding."),
                       .detail = detail});
}

using Data = std::unique_ptr<GDALDataset>;

Data open_photo(const fs::path& file, GdalMessages& messages) {
    const char* const drivers[] = {"JPEG", "PNG", "WEBP", "HEIF", "GTiff", nullptr};
    Data data(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers, nullptr, nullptr));
    const bool fits = data && data->GetRasterCount() > 0 &&
                      static_cast<double>(data->GetRasterXSize()) * data->GetRasterYSize() <= k_most_pixels;
    if (!fits) fail("photo-unreadable", base::text("The photo cannot be shown."), file, messages.detail());
    return data;
}

/// Grey photos are three times the same.
void read_colours(GDALDataset& data, Picture& picture, const fs::path& file, const GdalMessages& messages) {
    const int bands = data.GetRasterCount();
    GDALRasterIOExtraArg how;
    INIT_RASTERIO_EXTRA_ARG(how);
    how.eResampleAlg = GRIORA_Average;
    for (int channel = 0; channel < 3; ++channel) {
        auto* band = data.GetRasterBand(bands >= 3 ? channel + 1 : 1);
        const auto fault =
            band->RasterIO(GF_Read, 0, 0, data.GetRasterXSize(), data.GetRasterYSize(), picture.pixels.data() + channel,
                           picture.width, picture.height, GDT_Byte, 4, static_cast<GSpacing>(picture.width) * 4, &how);
        if (fault != CE_None)
            fail("photo-unreadable", base::text("The photo cannot be shown."), file, messages.detail());
    }
    // Colours by number, as small pictures of the screen have them.
    const auto* table = bands < 3 ? data.GetRasterBand(1)->GetColorTable() : nullptr;
    for (std::size_t i = 0; table && i < picture.pixels.size(); i += 4) {
        const auto* entry = table->GetColorEntry(picture.pixels[i]);
        if (!entry) continue;
        picture.pixels[i] = static_cast<std::uint8_t>(entry->c1);
        picture.pixels[i + 1] = static_cast<std::uint8_t>(entry->c2);
        picture.pixels[i + 2] = static_cast<std::uint8_t>(entry->c3);
    }
}

int orientation_of(GDALDataset& data) {
    const char* said = data.GetMetadataItem("EXIF_Orientation");
    const int orientation = said ? std::atoi(said) : 1;
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

/// EXIF's eight ways to hold a camera: 2 mirrored, 3 upside down, 4 both, 5 to 8 the same lying on a side.
Picture upright(Picture lying, int orientation) {
    if (orientation == 1) return lying;
    const bool turned = orientation >= 5;
    const int w = lying.width, h = lying.height;
    Picture out{turned ? h : w, turned ? w : h, std::vector<std::uint8_t>(lying.pixels.size())};
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            int from_x = turned ? y : x, from_y = turned ? x : y;
            if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) from_x = w - 1 - from_x;
            if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) from_y = h - 1 - from_y;
            const auto from = (static_cast<std::size_t>(from_y) * w + from_x) * 4,
                       to = (static_cast<std::size_t>(y) * out.width + x) * 4;
            std::copy_n(lying.pixels.begin() + static_cast<std::ptrdiff_t>(from), 4,
                        out.pixels.begin() + static_cast<std::ptrdiff_t>(to));
        }
    return out;
}

}  // namespace

Picture read_picture(const fs::path& file, int edge, base::Progress progress) {
    std::error_code fault;
    if (!fs::is_regular_file(file, fault)) fail("photo-missing", base::text("The file of the photo is missing."), file);
    GdalMessages messages;
    const auto data = open_photo(file, messages);
    progress.report(0.1);
    const double w = data->GetRasterXSize(), h = data->GetRasterYSize(), factor = std::min(1.0, edge / std::max(w, h));
    Picture picture{std::max(1, static_cast<int>(std::lround(w * factor))),
                    std::max(1, static_cast<int>(std::lround(h * factor))),
                    {}};
    picture.pixels.assign(static_cast<std::size_t>(picture.width) * picture.height * 4, 255);
    read_colours(*data, picture, file, messages);
    return upright(std::move(picture), orientation_of(*data));
}

}  // namespace geo
