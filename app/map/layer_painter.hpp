// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/chunk_store.hpp"
#include "app/map/program.hpp"
#include "app/scene/cell_picture.hpp"

#include <chrono>
#include <vector>

namespace app {

/// Paints prepared layers into whatever framebuffer is bound, and keeps what it has uploaded for that.
class LayerPainter {
public:
    LayerPainter();

    using Moment = std::chrono::steady_clock::time_point;

    /// Makes ready what paint() will need, until `deadline`; at least a little in every call.
    /// @returns whether everything is
    bool make_ready(const PreparedLayer& layer, const LayerStyle& style, const Sheet& sheet, Moment deadline);
    /// What is not ready is made now. Layers of small features are gathered until something else is painted over them,
    /// or finish() is called.
    void paint(const PreparedLayer& layer, const LayerStyle& style, const Sheet& sheet);
    /// Paints what was gathered. To be called before anything else is painted there.
    void finish(const Sheet& sheet);
    /// Paints at once and from triangles, whatever the scale.
    void paint_triangles(const PreparedLayer& layer, const LayerStyle& style, const Sheet& sheet);
    /// Lets go of what was not used for the longest time.
    void trim();
    /// Paints strokes and areas that are not from a layer: outlines of findings, drafts.
    void paint_now(const std::vector<Chunk>& chunks, const LayerStyle& style, const Sheet& sheet);

private:
    using Ready = std::vector<const UploadedChunk*>;

    void paint_passes(const Ready& ready, const LayerStyle& style, const Sheet& sheet) const;
    void paint_fills(const Ready& ready, Colour colour, const Sheet& sheet) const;
    void paint_strokes(const Ready& ready, const Stroke& stroke, const Sheet& sheet) const;
    void paint_points(const Ready& ready, const PointStyle& style, const Sheet& sheet) const;

    Program fill_{"fill"}, stroke_{"stroke"}, dot_{"dot"}, image_{"image"};
    ChunkStore store_;
    CellPicture cells_;        ///< gathered
    gl::VertexArray nothing_;  ///< an image's corners come from their number
};

}  // namespace app
