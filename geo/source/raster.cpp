// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/raster.hpp"

#include "geo/crs/transform.hpp"
#include "geo/source/layer_crs.hpp"
#include "geo/source/layers.hpp"
#include "geo/source/open.hpp"
#include "geo/source/raster_bands.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace geo {
namespace {

/// Between these places on the target the way to the source is followed by straight lines; over a piece of 512 pixels
/// the error is far below a pixel.
constexpr int k_meshes = 16;
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

/// The corners of a mesh over the ground, row by row from the north.
std::vector<Point> mesh_over(const Box& ground) {
    std::vector<Point> corners;
    for (int row = 0; row <= k_meshes; ++row)
        for (int column = 0; column <= k_meshes; ++column)
            corners.push_back(
                {ground.min_x + ground.width() * column / k_meshes, ground.max_y - ground.height() * row / k_meshes});
    return corners;
}

/// The source pixels under a piece. Empty when there are none.
struct Window {
    int left = 0, top = 0, width = 0, height = 0;
};

Window window_of(const std::vector<Point>& mesh, const RasterReport& report) {
    Box box;
    for (auto p : mesh) box.grow(p);
    Box inside{std::max(0.0, std::floor(box.min_x) - 1), std::max(0.0, std::floor(box.min_y) - 1),
               std::min(static_cast<double>(report.width), std::ceil(box.max_x) + 1),
               std::min(static_cast<double>(report.height), std::ceil(box.max_y) + 1)};
    if (inside.width() < 1 || inside.height() < 1) return {};
    return {static_cast<int>(inside.min_x), static_cast<int>(inside.min_y), static_cast<int>(inside.width()),
            static_cast<int>(inside.height())};
}

/// Source pixels for a target pixel along the mesh's diagonal; 1 where they are alike.
double coarseness(const std::vector<Point>& mesh, int side) {
    double longest = 0;
    for (std::size_t i = 0; i + 1 < mesh.size(); ++i) {
        if ((i + 1) % (k_meshes + 1) == 0) continue;
        double step = std::hypot(mesh[i + 1].x - mesh[i].x, mesh[i + 1].y - mesh[i].y);
        if (std::isfinite(step)) longest = std::max(longest, step);
    }
    return longest * k_meshes / side;
}

/// Colours between four pixels; what is transparent has no colour to give.
std::array<std::uint8_t, 4> mixed(const Image& from, double x, double y) {
    double left = std::floor(x), top = std::floor(y);
    std::array<double, 4> sum{};
    for (int dy = 0; dy < 2; ++dy)
        for (int dx = 0; dx < 2; ++dx) {
            double weight = (dx ? x - left : 1 - (x - left)) * (dy ? y - top : 1 - (y - top));
            int column = std::clamp(static_cast<int>(left) + dx, 0, from.width - 1);
            int row = std::clamp(static_cast<int>(top) + dy, 0, from.height - 1);
            const auto* pixel = &from.rgba[4 * (static_cast<std::size_t>(row) * from.width + column)];
            double opaque = weight * pixel[3];
            for (std::size_t band = 0; band < 3; ++band) sum[band] += opaque * pixel[band];
            sum[3] += opaque;
        }
    std::array<std::uint8_t, 4> colour{};
    if (sum[3] < 0.5) return colour;
    for (std::size_t band = 0; band < 3; ++band)
        colour[band] = static_cast<std::uint8_t>(std::clamp(sum[band] / sum[3] + 0.5, 0.0, 255.0));
    colour[3] = static_cast<std::uint8_t>(std::clamp(sum[3] + 0.5, 0.0, 255.0));
    return colour;
}

/// Fills the piece from the image of the window.
void fill(Pixels& piece, const Image& image, const Window& window, const std::vector<Point>& mesh) {
    double across = static_cast<double>(image.width) / window.width,
           down = static_cast<double>(image.height) / window.height;
    for (int row = 0; row < piece.side; ++row) {
        double v = (row + 0.5) * k_meshes / piece.side;
        auto r = static_cast<std::size_t>(v);
        for (int column = 0; column < piece.side; ++column) {
            double u = (column + 0.5) * k_meshes / piece.side;
            auto c = static_cast<std::size_t>(u);
            const auto* north = &mesh[r * (k_meshes + 1) + c];
            const auto* south = north + k_meshes + 1;
            double fu = u - static_cast<double>(c), fv = v - static_cast<double>(r);
            auto between = [&](double Point::*at) {
                return (north[0].*at * (1 - fu) + north[1].*at * fu) * (1 - fv) +
                       (south[0].*at * (1 - fu) + south[1].*at * fu) * fv;
            };
            double x = (between(&Point::x) - window.left) * across, y = (between(&Point::y) - window.top) * down;
            if (!(x >= 0 && y >= 0 && x < image.width && y < image.height)) continue;  // NaN is outside too
            auto colour = mixed(image, x - 0.5, y - 0.5);
            std::copy(colour.begin(), colour.end(),
                      piece.rgba.begin() + 4 * (static_cast<std::ptrdiff_t>(row) * piece.side + column));
        }
    }
}

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
    GdalMessages quiet;
    progress.report(0);
    Pixels piece{.side = side, .rgba = std::vector<std::uint8_t>(4 * static_cast<std::size_t>(side) * side)};
    auto mesh = pimpl_->way->pixels_of(mesh_over(ground));
    auto window = window_of(mesh, pimpl_->report);
    if (window.width == 0) return piece;
    // Never finer than the source, and never so much that memory or patience ends.
    auto wanted = [&](int pixels) {
        double fine = pixels / std::max(1.0, coarseness(mesh, side));
        return std::clamp(static_cast<int>(std::ceil(fine)), 1, k_most_read_side);
    };
    auto image = pimpl_->bands->read({window.left, window.top, window.width, window.height}, wanted(window.width),
                                     wanted(window.height), progress);
    piece.damaged = image.damaged;
    fill(piece, image, window, mesh);
    progress.report(1);
    return piece;
}

}  // namespace geo
