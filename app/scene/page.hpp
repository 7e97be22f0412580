// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/scene.hpp"

#include <string>
#include <vector>

namespace app {

/// A rectangle of a page, pixels from its left top.
struct PageBox {
    int left = 0, top = 0, width = 0, height = 0;
    int right() const { return left + width; }
    int bottom() const { return top + height; }
    bool operator==(const PageBox&) const = default;
};

/// A line of text.
struct PageText {
    std::string text{};
    Cut cut = Cut::regular;
    double size = 12;          ///< of an em, pixels
    int left = 0, middle = 0;  ///< where it begins, and the middle of its capitals; pixels
    Colour colour{};
};

/// An area in one colour.
struct PageFill {
    PageBox box{};
    Colour colour{};
};

/// A small picture as the map would draw it, for a line of the legend. A unit of its scene is a style pixel, counted
/// from its left bottom.
struct PageSample {
    PageBox box{};
    Scene scene{};
};

/// A page to be printed: a map with everything that explains it. The map's picture is made tile by tile, with the scene
/// of the moment, because what it shows is only brought for the ground of a tile.
struct Page {
    int width = 1, height = 1;
    double dpi = 300;        ///< pixels per inch of paper
    double pixel_ratio = 1;  ///< pixels for a style pixel
    double scale = 0;        ///< 1 : scale
    Theme theme = Theme::light;
    PageBox map{};
    Camera camera{};                ///< of the whole map, as large as `map`
    std::vector<PageFill> fills{};  ///< in this order, over the map
    std::vector<PageText> texts{};
    std::vector<PageSample> samples{};
};

/// The map of a page in squares that are painted one at a time, row by row; smaller at its right and bottom.
std::vector<PageBox> tiles_of(const Page& page, int side);
/// The camera that shows what a part of the page's map shows, pixel for pixel.
Camera camera_of(const Page& page, const PageBox& tile);

}  // namespace app
