// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/raster_bands.hpp"

#include "geo/source/layer_crs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace geo {
namespace {

/// Many pixels and no coarser copies: the first look at the whole takes long.
constexpr std::int64_t k_large = 50'000'000;

int report_progress(double, const char*, void* progress) {
    try {
        static_cast<const base::Progress*>(progress)->report(0.5);
        return TRUE;
    } catch (const base::Cancelled&) {
        return FALSE;
    }
}

struct Plane {
    void* to = nullptr;
    GDALDataType type = GDT_Byte;
    int pixel_bytes = 1;
};

/// @returns false when something could not be read. @throws base::Cancelled
bool read_band(GDALRasterBand& band, const PixelWindow& w, const Image& image, const Plane& plane,
               GDALRIOResampleAlg how, const base::Progress& progress) {
    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    extra.eResampleAlg = how;
    extra.pfnProgress = &report_progress;
    extra.pProgressData = const_cast<base::Progress*>(&progress);
    auto done =
        band.RasterIO(GF_Read, w.left, w.top, w.width, w.height, plane.to, image.width, image.height, plane.type,
                      plane.pixel_bytes, static_cast<GSpacing>(plane.pixel_bytes) * image.width, &extra);
    progress.report(0.5);
    return done == CE_None;
}

/// What has no opacity of its own is opaque wherever it is not marked as empty.
bool is_everywhere(GDALRasterBand& band) { return (band.GetMaskFlags() & GMF_ALL_VALID) != 0; }

void judge_place(RasterReport& raster, const base::Where& where) {
    if (raster.extent.is_empty()) {
        raster.problems.add({.code = "raster-unplaced",
                             .message = base::text("The image does not say where on earth it belongs."),
                             .where = where,
                             .advice = base::text("Ask for a GeoTIFF, or for the world file that belongs to it.")});
    } else if (raster.crs_from == CrsFrom::missing) {
        raster.plausible = plausible_crs(raster.extent);
        auto problem = crs_problem(CrsFrom::missing, {}, raster.plausible);
        problem.where = where;
        raster.problems.add(problem);
    }
    if (raster.overviews == 0 && raster.width * raster.height > k_large)
        raster.problems.add(
            {.code = "raster-slow",
             .message = base::text("The image has no coarser copies of itself, so the whole of it takes "
                                   "long to be drawn."),
             .where = where,
             .advice = base::text("Have overviews added to it, for example with gdaladdo.")});
}

}  // namespace

Bands::Bands(GDALDataset& data) : data_(data) {
    auto& first = *data.GetRasterBand(1);
    if (first.GetColorTable()) {
        palette_ = &first;
        return;
    }
    std::array<GDALRasterBand*, 3> rgb{};
    for (int i = 1; i <= data.GetRasterCount(); ++i) {
        auto meaning = data.GetRasterBand(i)->GetColorInterpretation();
        if (meaning >= GCI_RedBand && meaning <= GCI_BlueBand)
            rgb[static_cast<std::size_t>(meaning - GCI_RedBand)] = data.GetRasterBand(i);
    }
    if (rgb[0] && rgb[1] && rgb[2])
        colours_.assign(rgb.begin(), rgb.end());
    else
        colours_ = {&first};
    if (colours_.front()->GetRasterDataType() != GDT_Byte) find_range();
}

/// Heights and twelve-bit photographs have no natural black and white: nearly all values lie between those found.
void Bands::find_range() {
    Image small{.width = 256, .height = 256};
    std::vector<float> values(static_cast<std::size_t>(small.width) * small.height);
    const PixelWindow all{0, 0, data_.GetRasterXSize(), data_.GetRasterYSize()};
    std::vector<float> seen;
    for (auto* band : colours_) {
        int has_nodata = FALSE;
        auto nodata = static_cast<float>(band->GetNoDataValue(&has_nodata));
        if (!read_band(*band, all, small, {values.data(), GDT_Float32, 4}, GRIORA_NearestNeighbour, {})) continue;
        for (float value : values)
            if (std::isfinite(value) && !(has_nodata && value == nodata)) seen.push_back(value);
    }
    if (seen.empty()) return;
    auto at = [&](double share) {
        auto place = seen.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(seen.size() - 1));
        std::nth_element(seen.begin(), place, seen.end());
        return static_cast<double>(*place);
    };
    low_ = at(0.02);
    high_ = std::max(at(0.98), std::nextafter(low_, low_ + 1));
}

Image Bands::read(const PixelWindow& window, int width, int height, const base::Progress& progress) {
    Image image{.width = width,
                .height = height,
                .rgba = std::vector<std::uint8_t>(4 * static_cast<std::size_t>(width) * height, 255)};
    if (palette_)
        read_palette(image, window, progress);
    else
        read_colours(image, window, progress);
    read_opacity(image, window, progress);
    return image;
}

namespace {

using Entry = std::array<std::uint8_t, 4>;

std::vector<Entry> colours_of(const GDALColorTable& table) {
    std::vector<Entry> colours(static_cast<std::size_t>(table.GetColorEntryCount()));
    auto byte = [](short value) { return static_cast<std::uint8_t>(std::clamp<int>(value, 0, 255)); };
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const auto* entry = table.GetColorEntry(static_cast<int>(i));
        colours[i] = {byte(entry->c1), byte(entry->c2), byte(entry->c3), byte(entry->c4)};
    }
    return colours;
}

/// The mean of a square of fine pixels; what is transparent has no colour to give.
Entry mean(const std::vector<std::int32_t>& entries, const std::vector<Entry>& colours, std::size_t first,
           std::size_t fine_width, int factor) {
    std::array<unsigned, 4> sum{};
    for (int row = 0; row < factor; ++row)
        for (int column = 0; column < factor; ++column) {
            auto entry = static_cast<std::size_t>(entries[first + row * fine_width + static_cast<std::size_t>(column)]);
            if (entry >= colours.size()) continue;
            const auto& colour = colours[entry];
            for (std::size_t band = 0; band < 3; ++band) sum[band] += colour[band] * unsigned{colour[3]};
            sum[3] += colour[3];
        }
    Entry result{};
    if (sum[3] == 0) return result;
    for (std::size_t band = 0; band < 3; ++band)
        result[band] = static_cast<std::uint8_t>((sum[band] + sum[3] / 2) / sum[3]);
    result[3] = static_cast<std::uint8_t>(sum[3] / static_cast<unsigned>(factor * factor));
    return result;
}

}  // namespace

/// Between two entries of a palette lies no colour: they are chosen, never mixed. Where the source is finer than what
/// is asked for, more of them are read and then mixed as colours, or a map would be dust.
void Bands::read_palette(Image& image, const PixelWindow& window, const base::Progress& progress) {
    constexpr int most = 3;
    const int factor = std::clamp(std::min(window.width / image.width, window.height / image.height), 1, most);
    const Image fine{.width = image.width * factor, .height = image.height * factor};
    std::vector<std::int32_t> entries(static_cast<std::size_t>(fine.width) * fine.height);
    if (!read_band(*palette_, window, fine, {entries.data(), GDT_Int32, 4}, GRIORA_NearestNeighbour, progress))
        image.damaged = true;
    const auto colours = colours_of(*palette_->GetColorTable());
    const auto fine_width = static_cast<std::size_t>(fine.width);
    for (int row = 0; row < image.height; ++row)
        for (int column = 0; column < image.width; ++column) {
            auto first =
                static_cast<std::size_t>(row * factor) * fine_width + static_cast<std::size_t>(column * factor);
            auto colour = mean(entries, colours, first, fine_width, factor);
            std::copy(colour.begin(), colour.end(),
                      image.rgba.begin() + 4 * (static_cast<std::ptrdiff_t>(row) * image.width + column));
        }
}

void Bands::read_colours(Image& image, const PixelWindow& window, const base::Progress& progress) {
    std::vector<float> values(static_cast<std::size_t>(image.width) * image.height);
    for (std::size_t band = 0; band < colours_.size(); ++band) {
        if (!read_band(*colours_[band], window, image, {values.data(), GDT_Float32, 4}, GRIORA_Average, progress))
            image.damaged = true;
        for (std::size_t i = 0; i < values.size(); ++i) {
            double share = (values[i] - low_) / (high_ - low_);
            auto value = static_cast<std::uint8_t>(std::isfinite(share) ? std::clamp(share, 0.0, 1.0) * 255 + 0.5 : 0);
            image.rgba[4 * i + band] = value;
            if (colours_.size() == 1) image.rgba[4 * i + 1] = image.rgba[4 * i + 2] = value;
        }
    }
}

void Bands::read_opacity(Image& image, const PixelWindow& window, const base::Progress& progress) {
    auto& band = palette_ ? *palette_ : *colours_.front();
    if (image.damaged) {
        for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 0;
        return;
    }
    if (is_everywhere(band)) return;
    std::vector<std::uint8_t> opaque(static_cast<std::size_t>(image.width) * image.height);
    if (!read_band(*band.GetMaskBand(), window, image, {opaque.data(), GDT_Byte, 1}, GRIORA_NearestNeighbour, progress))
        return;
    for (std::size_t i = 0; i < opaque.size(); ++i) image.rgba[4 * i + 3] = std::min(image.rgba[4 * i + 3], opaque[i]);
}

std::string raster_name(const Member& member, const std::filesystem::path& path) {
    return member.label.empty() ? path.stem().string() : member.label;
}

namespace {

/// As people read it: what is meant for a web page has tags and entities.
std::string without_markup(std::string_view text) {
    std::string plain;
    bool in_tag = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '<' || text[i] == '>')
            in_tag = text[i] == '<';
        else if (!in_tag && text.substr(i).starts_with("&copy;"))
            plain += "©", i += 5;
        else if (!in_tag && text.substr(i).starts_with("&amp;"))
            plain += '&', i += 4;
        else if (!in_tag)
            plain += text[i];
    }
    return plain;
}

/// MBTiles have a word for it, and TIFF and others of their own.
std::string attribution_of(GDALDataset& data) {
    for (const auto* name : {"attribution", "TIFFTAG_COPYRIGHT", "EXIF_Copyright", "Copyright"})
        if (const auto* text = data.GetMetadataItem(name); text && *text) return without_markup(utf8(text));
    return {};
}

}  // namespace

RasterReport describe_raster(const OpenSource& source, const std::optional<Crs>& given, const std::string& file) {
    auto& data = *source.data;
    RasterReport raster;
    raster.name = raster_name(source.member, file);
    raster.width = data.GetRasterXSize();
    raster.height = data.GetRasterYSize();
    raster.bands = data.GetRasterCount();
    if (raster.bands > 0) raster.overviews = data.GetRasterBand(1)->GetOverviewCount();
    raster.crs = given ? *given : crs_of(data.GetSpatialRef());
    raster.crs_from = given ? CrsFrom::given : raster.crs.is_known() ? CrsFrom::source : CrsFrom::missing;
    double t[6];
    if (data.GetGeoTransform(t) == CE_None)
        for (double column : {0.0, static_cast<double>(raster.width)})
            for (double row : {0.0, static_cast<double>(raster.height)})
                raster.extent.grow(Point{t[0] + column * t[1] + row * t[2], t[3] + column * t[4] + row * t[5]});
    raster.attribution = attribution_of(data);
    judge_place(raster, {.file = file, .layer = raster.name});
    return raster;
}

}  // namespace geo
