// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/program.hpp"
#include "app/scene/prepared.hpp"

#include <unordered_map>

namespace app {

/// The square or rectangle of ground that a picture shows: whole pixels, north up, y counted from below.
struct Sheet {
    geo::Point left_bottom{};  ///< in the CRS
    double units_per_pixel = 1;
    double pixel_ratio = 1;  ///< pixels for a style pixel
    int width = 1, height = 1;

    geo::Box box() const;
    /// Pixels from the left bottom.
    geo::Point pixel_of(geo::Point world) const {
        return {(world.x - left_bottom.x) / units_per_pixel, (world.y - left_bottom.y) / units_per_pixel};
    }
};

/// Paints prepared layers into whatever framebuffer is bound, and keeps what it has uploaded for that.
class LayerPainter {
public:
    LayerPainter();

    void paint(const PreparedLayer& layer, const LayerStyle& style, const Sheet& sheet);
    /// Lets go of uploads that were not used for the longest time, until they are below the limit.
    void trim();
    /// Paints strokes and areas that are not from a layer: outlines of findings, drafts.
    void paint_now(const std::vector<Chunk>& chunks, const LayerStyle& style, const Sheet& sheet);

private:
    struct Uploaded {
        gl::VertexArray fill_array{}, stroke_array{}, point_array{};
        gl::Buffer fill{}, triangles{}, strokes{}, points{};
        std::size_t bytes = 0;
        std::uint64_t last_used = 0;
    };
    /// A chunk never changes and never gets the name of another one.
    struct ChunkName {
        std::uint64_t layer = 0;
        std::size_t detail = 0, chunk = 0;
        bool operator==(const ChunkName&) const = default;
    };
    struct ChunkHash {
        std::size_t operator()(const ChunkName& n) const {
            return n.layer * 0x9E3779B97F4A7C15U ^ (n.detail << 40U) ^ (n.chunk * 0xC2B2AE3D27D4EB4FU);
        }
    };
    /// A chunk in view with its upload.
    struct Ready {
        const Chunk* chunk = nullptr;
        const Uploaded* on_card = nullptr;
    };

    static Uploaded upload(const Chunk& chunk);
    void paint_passes(const std::vector<Ready>& ready, const LayerStyle& style, const Sheet& sheet) const;
    void paint_fills(const std::vector<Ready>& ready, Colour colour, const Sheet& sheet) const;
    void paint_strokes(const std::vector<Ready>& ready, const Stroke& stroke, const Sheet& sheet) const;
    void paint_points(const std::vector<Ready>& ready, const PointStyle& style, const Sheet& sheet) const;

    Program fill_{"fill"}, stroke_{"stroke"}, dot_{"dot"};
    std::unordered_map<ChunkName, Uploaded, ChunkHash> uploads_;
    std::size_t bytes_ = 0;
    std::uint64_t moment_ = 0;
};

}  // namespace app
