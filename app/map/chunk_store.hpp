// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/gl.hpp"
#include "app/scene/prepared.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace app {

/// A chunk on the graphics card.
struct UploadedChunk {
    explicit UploadedChunk(const Chunk& chunk);

    geo::Point origin{};
    geo::Box box{};
    GLsizei triangle_corners = 0, strokes = 0, points = 0;  ///< to draw; 0: nothing of that kind
    gl::VertexArray fill_array{}, stroke_array{}, point_array{};
    gl::Buffer fill{}, triangles{}, stroke_corners{}, dots{};
    std::size_t bytes = 0;
};

/// The runs of layers that are ready to be drawn: builds what is asked for, keeps it on the card, and forgets what was
/// not used for long. Belongs to the thread of the GL context.
class ChunkStore {
public:
    /// Its chunks, made now if they must be; valid until trim().
    const std::vector<UploadedChunk>& get(const PreparedLayer& layer, std::size_t run);
    /// Lets go of what was not used for the longest time, until the rest is below the limit.
    void trim();

private:
    /// A run never changes and never gets the name of another one.
    struct Name {
        std::uint64_t layer = 0;
        std::size_t run = 0;
        bool operator==(const Name&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Name& n) const {
            return n.layer * 0x9E3779B97F4A7C15U ^ (n.run * 0xC2B2AE3D27D4EB4FU);
        }
    };
    struct Kept {
        std::vector<UploadedChunk> chunks;
        std::uint64_t last_used = 0;
    };

    ChunkBuilder builder_;
    std::unordered_map<Name, Kept, Hash> kept_;
    std::size_t bytes_ = 0;
    std::uint64_t moment_ = 0;
};

}  // namespace app
