// SPDX-License-Identifier: EUPL-1.2
#include "app/core/snapping.hpp"

#include "geo/geometry/measure.hpp"

#include <algorithm>

namespace app {
namespace {

using geo::Point;

/// Shapes with more corners than this near one place are a blot: looking at them all would stop the hand.
constexpr std::size_t k_most_shapes = 500;

class Nearest {
public:
    Nearest(Point at, double reach) : at_(at), corner_(reach), edge_(reach) {}

    void corner(Point p, bool own) {
        const double off = geo::distance(at_, p);
        if (off > corner_) return;
        corner_ = off;
        best_corner_ = Snapped{p, true, own};
    }
    void edge(Point a, Point b) {
        const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
        if (!(length > 0)) return;
        const double along = std::clamp(((at_.x - a.x) * dx + (at_.y - a.y) * dy) / length, 0.0, 1.0);
        const Point p{a.x + along * dx, a.y + along * dy};
        const double off = geo::distance(at_, p);
        if (off > edge_) return;
        edge_ = off;
        best_edge_ = Snapped{p, false, false};
    }
    void run(std::span<const Point> positions) {
        for (const auto& p : positions) corner(p, false);
        for (std::size_t i = 1; i < positions.size(); ++i) edge(positions[i - 1], positions[i]);
    }
    void shapes(const geo::Shapes& all, const geo::Index& index, const geo::Box& box,
                std::optional<std::uint32_t> without = {}) {
        auto items = index.in(box);
        if (without) std::erase(items, *without);
        if (items.size() > k_most_shapes) items.resize(k_most_shapes);
        for (const auto item : items)
            for (auto part = all.first_part(item); part < all.feature_ends[item]; ++part) run(all.part(part));
    }
    std::optional<Snapped> best() const { return best_corner_ ? best_corner_ : best_edge_; }

private:
    Point at_;
    double corner_, edge_;
    std::optional<Snapped> best_corner_{}, best_edge_{};
};

}  // namespace

std::optional<Snapped> snap(const Scene& scene, const Camera& camera, Pixel at, std::span<const geo::Point> own,
                            std::optional<std::uint32_t> without) {
    const double style_pixel = camera.view.units_per_pixel * camera.pixel_ratio, reach = k_snap_reach * style_pixel;
    const Point place = camera.to_world(at);
    geo::Box box;
    box.grow(place);
    box = box.widened(reach);
    Nearest nearest(place, reach);
    for (const auto& layer : scene.layers) {
        const auto* features = layer.features();
        if (!layer.visible || !features || style_pixel > layer.style.widest_units_per_pixel) continue;
        nearest.shapes(features->layer->shapes, features->index, box);
    }
    if (scene.marks) nearest.shapes(scene.marks->shapes(), scene.marks->shape_index(), box, without);
    for (const auto& p : own) nearest.corner(p, true);
    return nearest.best();
}

}  // namespace app
