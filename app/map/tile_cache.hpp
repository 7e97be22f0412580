// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/image_painter.hpp"
#include "app/map/open_pixels.hpp"
#include "app/map/raster_painter.hpp"
#include "app/scene/camera.hpp"
#include "app/scene/picture_steps.hpp"

#include <map>
#include <vector>

namespace app {

/// A tile's place: scale, and column and row counted from the CRS's origin, so that the same ground at the same scale
/// is the same tile wherever the view came from.
struct TilePlace {
    double units_per_pixel = 1;
    std::int64_t column = 0, row = 0;
    auto operator<=>(const TilePlace&) const = default;
    geo::Box box() const;
};

/// The map's picture in pieces. A tile is painted once and copied until the layers change; even then it stands in until
/// it is painted anew.
class TileCache {
public:
    /// The look of the tiles from now on; those of another look are stale.
    void set_look(const Scene& scene, double pixel_ratio);
    bool has_fresh(const TilePlace& place);
    void clear() { tiles_.clear(); }
    /// True when a layer's features are still to come that are to be seen on the tile.
    bool is_awaited(const TilePlace& place, const Scene& scene) const;
    /// What picture_steps() wants to know.
    Sheet sheet_of(const TilePlace& place) const;
    /// Grows when the look changes.
    std::uint64_t look() const { return look_; }
    /// Paints the tile from the scene whose look was set. @param steps of it; emptied
    void paint(const TilePlace& place, const Scene& scene, std::vector<PictureStep> steps, RasterPainter& rasters);
    /// Copies the fresh tile at its own scale to the bound draw framebuffer, with its left bottom at (x, y), as far as
    /// it lies within `window`. @returns false when there is none
    bool copy(const TilePlace& place, int x, int y, const PixelBox& window);
    /// Fills the rectangle, which shows `ground`, with the best there is: tiles of other scales, stale tiles, or the
    /// ground's colour. @returns false when something is not covered
    bool stand_in(const geo::Box& ground, const PixelBox& window);
    /// Stand-ins may be coarse from now on: the next frame shows others.
    void set_quick(bool quick) { is_quick_ = quick; }
    /// Begins a frame; tiles that were not used for long make room.
    void begin_frame();

private:
    struct Tile {
        gl::Texture texture{};
        gl::Framebuffer framebuffer{};
        std::uint64_t look = 0, last_used = 0;
        std::vector<std::uint64_t> pieces{};  ///< of images, that are to be seen on it
    };
    /// What decides about a tile's picture.
    struct LayerLook {
        std::uint64_t serial = 0;
        LayerStyle style{};
        double opacity = 1;
        bool operator==(const LayerLook&) const = default;
    };

    /// A tile that could stand in for another one, and where.
    struct Candidate {
        Tile* tile = nullptr;
        PixelBox pixels{};
    };
    /// Those of one scale: they do not overlap.
    struct StandIns {
        std::vector<Candidate> tiles{};
        PixelBox around{};
        long area = 0;
        bool fill() const { return area == around.area(); }
    };

    static Tile make_tile();
    void clear(const PixelBox& window) const;
    /// Serials of the pieces of images that would be painted there now.
    std::vector<std::uint64_t> pieces_on(const TilePlace& place) const;
    bool is_fresh(const TilePlace& place, const Tile& tile) const;
    /// The best first. @param scale of the window
    std::vector<StandIns> stand_ins_for(const geo::Box& ground, double scale, const PixelBox& window);
    /// The part of it that lies in the piece.
    void copy_same(const Candidate& from, const PixelBox& part) const;
    void copy_scaled(const Candidate& from, const PixelBox& piece, const PixelBox& window);
    void trim();

    ImagePainter painter_;
    std::map<TilePlace, Tile> tiles_;
    Colour ground_{};
    Theme theme_ = Theme::light;
    double pixel_ratio_ = 1;
    std::vector<LayerLook> layers_;
    std::vector<std::shared_ptr<const RasterPicture>> images_;
    std::uint64_t look_ = 0, frame_ = 0;
    bool is_quick_ = false;
};

}  // namespace app
