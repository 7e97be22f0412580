// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/raster.hpp"

#include "geo/crs/transform.hpp"
#include "geo/source/layer_crs.hpp"
#include "geo/source/layers.hpp"
#include "geo/source/open.hpp"
#include "geo/source/raster_bands.hpp"
#include "geo/source/resample.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace geo {
namespace {

/// Source pixels read for a target pixel, in each direction, where the source has no fitting overview: a photograph
/// shimmers with fewer, and with more reading takes long.
constexpr int k_most_read_side = 2048;

/// From the target CRS to pixels of the source.
class WayToPixels {
public:
    WayToPixels(const Crs& target, const Crs& source, const std::array<double, 6>& to_pixels)
        : transform_(target, source), to_pixels_(to_pixels) {}

    /// NaN where there is no way.
    std::vector<Point> pixels_of(std::vector<Point> places) const {
        transform_.apply(std::span<Point>(places));
        for (auto& p : places)
            p = {to_pixels_[0] + p.x * to_pixels_[1] + p.y * to_pixels_[2],
                 to_pixels_[3] + p.x * to_pixels_[4] + p.y * to_pixels_[5]};
        return places;
    }

private:
    Transform transform_;
    std::array<double, 6> to_pixels_;
};

[[noreturn]] void fail_none(const std::string& layer) {
    throw base::Error({.code = "raster-none",
                       .message = base::text("There is no image “{layer}”.", {{"layer", layer}}),
                       .advice = base::text("Load the layer again: the file may have been replaced.")});
}

OpenSource open_pixels(const std::filesystem::path& path, const std::string& layer) {
    for (const auto& member : members_to_open(path)) {
        if (!layer.empty() && raster_name(member, path) != layer) continue;
        auto source = open_member(path, member);
        if (source.is_raster && source.data->GetRasterCount() > 0) return source;
    }
    fail_none(layer);
}

}  // namespace

struct RasterReader::Pimpl {
    OpenSource source{};
    RasterReport report{};
    Box extent{};
    double finest = 1;
    std::unique_ptr<WayToPixels> way{};
    std::unique_ptr<Bands> bands{};
};

RasterReader::RasterReader(const std::filesystem::path& path, const SourceOptions& options, const Crs& target)
    : pimpl_(base::at({.file = path.string(), .layer = options.layer}, [&] {
          auto source = open_pixels(path, options.layer);
          auto report = describe_raster(source, options.crs, path.string());
          return std::make_unique<Pimpl>(Pimpl{std::move(source), std::move(report)});
      })) {
    auto& p = *pimpl_;
    for (const auto& remark : p.report.problems.remarks())
        if (remark.problem.code == "raster-unplaced" || remark.problem.code == "crs-missing")
            throw base::Error(remark.problem);
    base::at({.file = path.string(), .layer = p.report.name}, [&] {
        std::array<double, 6> to_ground{}, to_pixels{};
        p.source.data->GetGeoTransform(to_ground.data());
        if (!GDALInvGeoTransform(to_ground.data(), to_pixels.data())) fail_none(p.report.name);
        Transform there(p.report.crs, target);
        auto edge = mesh_over(p.report.extent);
        there.apply(std::span<Point>(edge));
        for (auto place : edge) p.extent.grow(place);
        p.finest = std::min(p.extent.width() / static_cast<double>(p.report.width),
                            p.extent.height() / static_cast<double>(p.report.height));
        p.way = std::make_unique<WayToPixels>(target, p.report.crs, to_pixels);
        p.bands = std::make_unique<Bands>(*p.source.data);
        return true;
    });
}

RasterReader::~RasterReader() = default;

const RasterReport& RasterReader::report() const { return pimpl_->report; }
const Box& RasterReader::extent() const { return pimpl_->extent; }
double RasterReader::finest_units() const { return pimpl_->finest; }

Pixels RasterReader::read(const Box& ground, int side, base::Progress progress) const {
    const GdalMessages messages;
    progress.report(0);
    Pixels piece{.side = side, .rgba = std::vector<std::uint8_t>(4 * static_cast<std::size_t>(side) * side)};
    auto mesh = pimpl_->way->pixels_of(mesh_over(ground));
    auto window =
        window_of(mesh, static_cast<double>(pimpl_->report.width), static_cast<double>(pimpl_->report.height));
    if (window.width == 0) return piece;
    // Never finer than the source, and never so much that memory or patience ends.
    auto wanted = [&](int pixels) {
        double fine = pixels / std::max(1.0, coarseness(mesh, side));
        return std::clamp(static_cast<int>(std::ceil(fine)), 1, k_most_read_side);
    };
    auto image = pimpl_->bands->read({window.left, window.top, window.width, window.height}, wanted(window.width),
                                     wanted(window.height), progress);
    // A tile of a database that is no image is told, but is no failure of reading.
    piece.damaged = image.damaged || messages.any_failure();
    fill(piece, image, window, mesh);
    progress.report(1);
    return piece;
}

}  // namespace geo
