// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/raster.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace app {
namespace {

geo::Box common(const geo::Box& a, const geo::Box& b) {
    return {std::max(a.min_x, b.min_x), std::max(a.min_y, b.min_y), std::min(a.max_x, b.max_x),
            std::min(a.max_y, b.max_y)};
}

double area(const geo::Box& box) { return box.width() * box.height(); }

int level_for(double units_per_pixel) { return static_cast<int>(std::lround(std::log2(units_per_pixel))); }

double side_of(int level) { return std::exp2(level) * k_piece; }

/// Levels beside the wanted one, finer before coarser.
double unlikeness(int level, double wanted) { return level > wanted ? (level - wanted) * 1.5 : wanted - level; }

std::uint64_t next_serial() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

}  // namespace

geo::Box PiecePlace::box() const {
    double side = side_of(level), left = static_cast<double>(column) * side, bottom = static_cast<double>(row) * side;
    return {left, bottom, left + side, bottom + side};
}

std::shared_ptr<const RasterPiece> make_piece(const PiecePlace& place, geo::Pixels pixels) {
    for (std::size_t i = 0; i < pixels.rgba.size(); i += 4) {
        unsigned opacity = pixels.rgba[i + 3];
        if (opacity == 255) continue;
        for (std::size_t band = 0; band < 3; ++band)
            pixels.rgba[i + band] = static_cast<std::uint8_t>((pixels.rgba[i + band] * opacity + 127) / 255);
    }
    return std::make_shared<const RasterPiece>(RasterPiece{place, std::move(pixels.rgba), next_serial()});
}

std::vector<PiecePlace> wanted_pieces(const RasterPicture& picture, const Camera& camera) {
    std::vector<PiecePlace> wanted;
    auto ground = common(camera.visible(), picture.extent);
    if (!(ground.width() > 0 && ground.height() > 0)) return wanted;
    // Finer than the image's own pixels shows nothing more.
    int level = std::max(level_for(camera.view.units_per_pixel), level_for(picture.finest_units));
    double side = side_of(level);
    auto at = [&](double place) { return static_cast<std::int64_t>(std::floor(place / side)); };
    for (auto row = at(ground.min_y); row <= at(ground.max_y); ++row)
        for (auto column = at(ground.min_x); column <= at(ground.max_x); ++column)
            wanted.push_back({level, column, row});
    auto off = [&](const PiecePlace& place) {
        auto centre = place.box().centre();
        return std::hypot(centre.x - camera.view.centre.x, centre.y - camera.view.centre.y);
    };
    std::stable_sort(wanted.begin(), wanted.end(), [&](const auto& a, const auto& b) { return off(a) < off(b); });
    return wanted;
}

std::vector<const RasterPiece*> pieces_for(const RasterPicture& picture, const geo::Box& ground,
                                           double units_per_pixel) {
    auto needed = common(ground, picture.extent);
    std::map<int, std::vector<const RasterPiece*>> by_level;
    std::map<int, double> covered;
    if (!(needed.width() > 0 && needed.height() > 0)) return {};
    for (const auto& [place, piece] : picture.pieces) {
        auto shared = common(place.box(), needed);
        if (!(shared.width() > 0 && shared.height() > 0)) continue;
        by_level[place.level].push_back(piece.get());
        covered[place.level] += area(shared);
    }
    const std::vector<const RasterPiece*>* best = nullptr;
    double best_unlikeness = 0, wanted = std::log2(units_per_pixel);
    for (const auto& [level, pieces] : by_level) {
        bool covers = covered[level] >= area(needed) * (1 - 1e-9);
        if (!covers || (best && unlikeness(level, wanted) >= best_unlikeness)) continue;
        best = &pieces;
        best_unlikeness = unlikeness(level, wanted);
    }
    if (best) return *best;
    std::vector<const RasterPiece*> all;
    for (auto level = by_level.rbegin(); level != by_level.rend(); ++level)
        all.insert(all.end(), level->second.begin(), level->second.end());
    return all;
}

}  // namespace app
