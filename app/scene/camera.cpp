// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/camera.hpp"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

double kept_in_range(double units_per_pixel) {
    if (!std::isfinite(units_per_pixel)) return 1.0;
    return std::clamp(units_per_pixel, k_closest_units_per_pixel, k_widest_units_per_pixel);
}

}  // namespace

geo::Point Camera::to_world(Pixel pixel) const {
    return {view.centre.x + (pixel.x - width / 2.0) * view.units_per_pixel,
            view.centre.y - (pixel.y - height / 2.0) * view.units_per_pixel};
}

Pixel Camera::to_screen(geo::Point world) const {
    return {width / 2.0 + (world.x - view.centre.x) / view.units_per_pixel,
            height / 2.0 - (world.y - view.centre.y) / view.units_per_pixel};
}

geo::Box Camera::visible() const {
    geo::Box box;
    box.grow(to_world({0, 0}));
    box.grow(to_world({static_cast<double>(width), static_cast<double>(height)}));
    return box;
}

geo::Box Camera::tiled() const {
    const double side = k_tile * view.units_per_pixel;
    // The picture lies on whole pixels: up to one beside the view.
    const auto box = visible().widened(view.units_per_pixel);
    return {std::floor(box.min_x / side) * side, std::floor(box.min_y / side) * side,
            std::ceil(box.max_x / side) * side, std::ceil(box.max_y / side) * side};
}

Camera Camera::fitted(const geo::Box& box, double margin) const {
    if (box.is_empty()) return *this;
    Camera next = *this;
    next.view.centre = box.centre();
    double across = std::max(1.0, width - 2 * margin * pixel_ratio);
    double down = std::max(1.0, height - 2 * margin * pixel_ratio);
    double wanted = std::max(box.width() / across, box.height() / down);
    if (wanted > 0) next.view.units_per_pixel = kept_in_range(wanted);
    return next;
}

Camera Camera::panned(double dx, double dy) const {
    Camera next = *this;
    next.view.centre.x -= dx * view.units_per_pixel;
    next.view.centre.y += dy * view.units_per_pixel;
    return next;
}

Camera Camera::zoomed(double factor, Pixel about) const {
    if (!(factor > 0)) return *this;
    Camera next = *this;
    next.view.units_per_pixel = kept_in_range(view.units_per_pixel / factor);
    auto held = to_world(about), moved = next.to_world(about);
    next.view.centre.x += held.x - moved.x;
    next.view.centre.y += held.y - moved.y;
    return next;
}

Camera Camera::resized(int new_width, int new_height, double new_pixel_ratio) const {
    Camera next = *this;
    next.width = std::max(1, new_width);
    next.height = std::max(1, new_height);
    next.pixel_ratio = new_pixel_ratio > 0 ? new_pixel_ratio : 1.0;
    next.view.units_per_pixel = kept_in_range(view.units_per_pixel * pixel_ratio / next.pixel_ratio);
    return next;
}

void Easing::start(const View& from, const View& goal, double now, bool still) {
    from_ = from;
    goal_ = goal;
    begin_ = now;
    moving_ = !still && !(from == goal);
}

std::optional<View> Easing::at(double now) {
    if (!moving_) return std::nullopt;
    double share = std::clamp((now - begin_) / k_ease_seconds, 0.0, 1.0);
    if (share >= 1.0) {
        moving_ = false;
        return goal_;
    }
    double eased = 1.0 - (1.0 - share) * (1.0 - share);
    View view;
    view.units_per_pixel = from_.units_per_pixel * std::pow(goal_.units_per_pixel / from_.units_per_pixel, eased);
    // The centre goes along with the scale, so that the place a zoom is about does not swim meanwhile.
    double change = goal_.units_per_pixel - from_.units_per_pixel;
    double way = std::abs(change) > 1e-9 * from_.units_per_pixel
                     ? (view.units_per_pixel - from_.units_per_pixel) / change
                     : eased;
    view.centre = {from_.centre.x + (goal_.centre.x - from_.centre.x) * way,
                   from_.centre.y + (goal_.centre.y - from_.centre.y) * way};
    return view;
}

}  // namespace app
