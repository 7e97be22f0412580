// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/page.hpp"

#include <algorithm>
#include <cmath>

namespace app {

std::vector<PageBox> tiles_of(const Page& page, int side) {
    std::vector<PageBox> tiles;
    const auto& map = page.map;
    for (int top = map.top; top < map.bottom(); top += side)
        for (int left = map.left; left < map.right(); left += side)
            tiles.push_back({left, top, std::min(side, map.right() - left), std::min(side, map.bottom() - top)});
    return tiles;
}

Camera camera_of(const Page& page, const PageBox& tile) {
    const double units = page.camera.view.units_per_pixel;
    // The map's own left bottom on the grid of whole pixels that tiles of every view share.
    const double left = std::round(page.camera.view.centre.x / units - page.map.width / 2.0);
    const double bottom = std::round(page.camera.view.centre.y / units - page.map.height / 2.0);
    Camera camera = page.camera;
    camera.width = tile.width;
    camera.height = tile.height;
    camera.view.centre = {(left + (tile.left - page.map.left) + tile.width / 2.0) * units,
                          (bottom + (page.map.bottom() - tile.bottom()) + tile.height / 2.0) * units};
    return camera;
}

}  // namespace app
