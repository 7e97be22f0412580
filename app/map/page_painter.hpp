// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/map/picture.hpp"
#include "app/map/renderer.hpp"
#include "app/scene/page.hpp"

#include <functional>
#include <memory>

namespace app {

/// Paints a page piece by piece, so that a window goes on meanwhile: the tiles of its map, what lies over it, its
/// samples, its texts. Belongs to the thread of the GL context that was current when it was made, and dies before it.
class PagePainter {
public:
    /// @param workers, wake as for a MapRenderer
    PagePainter(Page page, const LabelFaces& faces, unsigned workers = 0, std::function<void()> wake = {});
    ~PagePainter();
    PagePainter(const PagePainter&) = delete;
    PagePainter& operator=(const PagePainter&) = delete;

    /// The part of the map that is painted next; nothing when the whole map is.
    std::optional<Camera> tile() const;
    /// @returns false when the tile needs more calls
    bool paint_tile(const Scene& scene, Budget budget);
    /// One of the things around the map; call it when there is no tile any more. @returns false when all are there
    bool paint_next();
    double fraction() const;
    /// The page, when all is painted.
    Picture take_picture();

private:
    struct Pimpl;
    std::unique_ptr<Pimpl> pimpl_;
};

}  // namespace app
