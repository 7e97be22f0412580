// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/label_font.hpp"
#include "app/scene/camera.hpp"
#include "app/scene/scene.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

namespace app {

/// Where the map goes: a framebuffer and the left top corner of the map panel in it, device pixels, y down.
struct Target {
    std::uint32_t framebuffer = 0;  ///< 0: the window
    int framebuffer_height = 0;     ///< device pixels, because GL counts rows from below
    int left = 0, top = 0;
};

/// What became of a frame.
struct Frame {
    bool complete = false;  ///< nothing finer is to come: the caller may sleep
    int tiles_drawn = 0;    ///< painted now
    int tiles_missing = 0;  ///< still to be painted; older, coarser pictures stand in for them
    int tiles_awaited = 0;  ///< of these, cannot be painted before something has been read
    int tiles_pending = 0;  ///< of these, are being painted by workers
    int marks_drawn = 0;
    bool waits = false;  ///< the next frame can do no more before a worker has finished something
};

using Budget = std::chrono::microseconds;
/// Until everything is there: for pictures and tests.
constexpr Budget k_no_limit = Budget::max();

/// Draws a scene. The layers are kept as a picture in tiles, which are painted within the budget, nearest to the
/// pointer first, and copied while the view moves; findings, draft and cross-hair are drawn over it in every frame.
/// Belongs to the thread of the GL 3.3 context that was current when it was made, and dies before that context.
class MapRenderer {
public:
    /// @throws base::Error code "gl-failed" when the shaders cannot be built, naming the file
    /// @param faces of the names on the map; without them there are none
    /// @param workers that paint beside the renderer's thread; 0: all is painted by that thread
    /// @param wake called from a worker when it has finished something
    explicit MapRenderer(const LabelFaces& faces = {}, unsigned workers = 0, std::function<void()> wake = {});
    ~MapRenderer();
    MapRenderer(const MapRenderer&) = delete;
    MapRenderer& operator=(const MapRenderer&) = delete;

    /// Has the driver make ready what it otherwise makes ready when it is first needed, which would be felt while the
    /// map moves. What was there, in a small square at the target's left top corner, is drawn over.
    void warm_up(const Target& target);
    /// Leaves other state of GL as it found it where a user interface relies on it (blending, scissor, viewport,
    /// program, bound buffers and framebuffer). @param pointer where finer tiles are wanted first; the middle when
    /// unknown
    /// @param budget for painting tiles; at least one missing tile is painted in a frame that is not moving
    Frame draw(const Scene& scene, const Camera& camera, const Target& target, Budget budget,
               std::optional<Pixel> pointer = {});

    /// Between frames, while nothing moves: paints tiles that the next one will show, so that there need not be one for
    /// every few of them. @returns what would be missing of the next frame
    Frame paint_on(const Scene& scene, const Camera& camera, Budget budget, std::optional<Pixel> pointer = {});

    /// Whether enough has been finished by workers that a frame is worth it. @param seconds since the last one
    bool has_news(double seconds) const;
    /// Whether workers have finished something that waits to be painted.
    bool has_finished() const;

    /// The camera as the picture shows it: its centre moved by less than a pixel so that tiles are copied exactly.
    /// Anything laid over the map (labels of a user interface) asks this one.
    static Camera aligned(const Camera& camera);

private:
    struct Pimpl;
    std::unique_ptr<Pimpl> pimpl_;
};

/// True when the current context runs in software (no graphics card): the bottom line may say so.
bool is_software_gl();

}  // namespace app
