// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/chunk_store.hpp"
#include "app/map/program.hpp"
#include "app/scene/prepared.hpp"
#include "app/scene/sheet.hpp"

#include <vector>

namespace app {

/// Paints features with the graphics card into whatever framebuffer is bound, and keeps what it has uploaded for that:
/// what lies over the tiles and is new in every frame.
class LayerPainter {
public:
    void paint_layer(const PreparedLayer& layer, const LayerStyle& style, const Sheet& sheet);
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

    Program fill_{"fill"}, stroke_{"stroke"}, dot_{"dot"};
    ChunkStore store_;
};

}  // namespace app
