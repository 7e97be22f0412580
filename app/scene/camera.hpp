// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <optional>

namespace app {

/// A place on the map panel in device pixels: the panel's left top corner is (0, 0), y goes down.
struct Pixel {
    double x = 0, y = 0;
    bool operator==(const Pixel&) const = default;
};

/// Pixels of a tile's side: the map's picture is painted in tiles, counted from the CRS's origin. Larger ones cost
/// fewer calls of the graphics card, smaller ones keep a frame's budget better and waste less at the edges of the view.
constexpr int k_tile = 256;

/// What the map looks at, in the dossier's CRS. The part of a camera that is remembered and eased.
struct View {
    geo::Point centre{};
    double units_per_pixel = 1.0;  ///< CRS units (metres in RD) for one device pixel
    bool operator==(const View&) const = default;
};

/// A view on a panel of a size. A plain value: every change gives the next camera. North is up.
struct Camera {
    View view{};
    int width = 1, height = 1;  ///< of the map panel, device pixels
    double pixel_ratio = 1.0;   ///< device pixels for one pixel of a style: 2 on a dense screen

    bool operator==(const Camera&) const = default;

    geo::Point to_world(Pixel pixel) const;
    Pixel to_screen(geo::Point world) const;
    /// What can be seen, in the CRS.
    geo::Box visible() const;
    /// The tiles that show some of it.
    geo::Box tiled() const;
    /// The whole of `box` with a margin of `margin` style pixels around it. A point or an empty box keeps the scale.
    Camera fitted(const geo::Box& box, double margin = 24.0) const;
    /// The map moves with the pointer by (dx, dy) device pixels.
    Camera panned(double dx, double dy) const;
    /// `factor` > 1 comes closer; what lies under `about` stays where it is.
    Camera zoomed(double factor, Pixel about) const;
    /// The same place on a panel of another size or density; the ground shown per style pixel stays the same.
    Camera resized(int new_width, int new_height, double new_pixel_ratio) const;
    Pixel middle() const { return {width / 2.0, height / 2.0}; }
};

/// Scales outside these are neither useful nor exact: closer than a tenth of a millimetre, wider than the earth.
constexpr double k_closest_units_per_pixel = 1e-4;
constexpr double k_widest_units_per_pixel = 2e5;

/// How long a move of the map takes: long enough to see what happens, too short to wait for.
constexpr double k_ease_seconds = 0.12;

/// Leads a view to its goal. Time is given, so that pictures and tests are the same every time.
/// The goal is the truth at once (State keeps it); what this gives is only for the eye.
class Easing {
public:
    /// Begins a move at `now` (seconds of any steady clock). @param still reduce motion: arrive at once
    void start(const View& from, const View& goal, double now, bool still);
    /// The view to draw at `now`; nothing when no move is under way.
    std::optional<View> at(double now);
    bool is_moving() const { return moving_; }

private:
    View from_{}, goal_{};
    double begin_ = 0;
    bool moving_ = false;
};

}  // namespace app
