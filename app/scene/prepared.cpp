// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/prepared.hpp"

#include "app/scene/detail_builder.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace app {
namespace {

/// Rounding by this share of a pixel cannot be seen; larger, and walls begin to step.
constexpr double k_unseen_share_of_pixel = 0.5;
/// The whole of a layer is mostly looked at this many pixels wide.
constexpr double k_pixels_of_overview = 1000;
/// From one detail to the next coarser one. Smaller steps cost memory, larger ones make tiles slow just before the
/// next.
constexpr double k_step = 4;
/// A layer with fewer corners is drawn whole at every scale: simplifying it saves nothing that could be felt.
constexpr std::size_t k_small_layer = 20000;
/// A detail that keeps more of the corners than this is no use beside the full one.
constexpr double k_worthwhile_share = 0.7;

/// Bits of x and y in turn: neighbours on the ground become neighbours in the order.
std::uint64_t interleaved(std::uint32_t x, std::uint32_t y) {
    auto spread = [](std::uint64_t v) {
        v = (v | v << 16U) & 0x0000FFFF0000FFFFU;
        v = (v | v << 8U) & 0x00FF00FF00FF00FFU;
        v = (v | v << 4U) & 0x0F0F0F0F0F0F0F0FU;
        v = (v | v << 2U) & 0x3333333333333333U;
        return (v | v << 1U) & 0x5555555555555555U;
    };
    return spread(x) | spread(y) << 1U;
}

std::vector<std::uint32_t> neighbours_together(const geo::Shapes& shapes, const geo::Box& box) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
    keyed.reserve(shapes.size());
    double cell = std::max(box.width(), box.height()) / 65535.0;
    auto cell_of = [&](double from) {
        return cell > 0 ? static_cast<std::uint32_t>(std::clamp(from / cell, 0.0, 65535.0)) : 0U;
    };
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (shapes.boxes[i].is_empty()) continue;
        auto centre = shapes.boxes[i].centre();
        keyed.emplace_back(interleaved(cell_of(centre.x - box.min_x), cell_of(centre.y - box.min_y)),
                           static_cast<std::uint32_t>(i));
    }
    std::sort(keyed.begin(), keyed.end());
    std::vector<std::uint32_t> order;
    order.reserve(keyed.size());
    for (const auto& [key, feature] : keyed) order.push_back(feature);
    return order;
}

std::size_t corners_of(const Detail& detail) {
    std::size_t count = 0;
    for (const auto& chunk : detail.chunks) count += chunk.strokes.size() + chunk.points.size();
    return count;
}

/// Coarsest first, until a finer one would be hardly smaller than everything.
std::vector<Detail> coarse_details(const geo::Shapes& shapes, const std::vector<std::uint32_t>& order,
                                   const geo::Box& box, base::Progress& progress) {
    std::vector<Detail> details;
    double unit = std::max(box.width(), box.height()) / k_pixels_of_overview * k_unseen_share_of_pixel;
    if (shapes.points.size() < k_small_layer || !(unit > 0)) return details;
    for (int step = 0; step < 8; ++step, unit /= k_step) {
        auto detail = build_detail(shapes, order, unit, progress.part(0.06));
        if (static_cast<double>(corners_of(detail)) > k_worthwhile_share * static_cast<double>(shapes.points.size()))
            break;
        details.push_back(std::move(detail));
    }
    return details;
}

std::uint64_t next_serial() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

/// Outliers (a point at 0, 0) must not decide what an overview is.
geo::Box box_of(const geo::Layer& layer) { return layer.extent.is_empty() ? layer.shapes.box() : layer.extent; }

std::vector<Detail> all_details(const geo::Shapes& shapes, const std::vector<std::uint32_t>& order, const geo::Box& box,
                                base::Progress progress) {
    std::vector<Detail> details;
    details.push_back(build_detail(shapes, order, 0, progress.part(0.5)));
    auto coarse = coarse_details(shapes, order, box, progress);
    for (auto detail = coarse.rbegin(); detail != coarse.rend(); ++detail) details.push_back(std::move(*detail));
    return details;
}

}  // namespace

std::size_t Chunk::bytes() const {
    return fill.size() * sizeof(FlatPosition) + triangles.size() * sizeof(std::uint16_t) +
           strokes.size() * sizeof(StrokeCorner) + points.size() * sizeof(FlatPosition);
}

const Detail& PreparedLayer::detail_for(double units_per_pixel) const {
    const Detail* best = &details.front();
    for (const auto& detail : details) {
        if (detail.unit <= units_per_pixel * k_unseen_share_of_pixel) best = &detail;
    }
    return *best;
}

std::shared_ptr<const PreparedLayer> prepare(std::shared_ptr<const geo::Layer> layer, base::Progress progress) {
    const auto box = box_of(*layer);
    auto details = all_details(layer->shapes, neighbours_together(layer->shapes, box), box, std::move(progress));
    geo::Index index({layer, &layer->shapes.boxes});
    return std::make_shared<const PreparedLayer>(
        PreparedLayer{std::move(layer), std::move(index), box, std::move(details), next_serial()});
}

std::vector<std::shared_ptr<const PreparedLayer>> prepare_classes(const std::shared_ptr<const geo::Layer>& layer,
                                                                  const std::vector<std::uint8_t>& class_of,
                                                                  std::size_t classes, base::Progress progress) {
    const auto box = box_of(*layer);
    std::vector<std::vector<std::uint32_t>> orders(classes);
    for (auto feature : neighbours_together(layer->shapes, box))
        if (feature < class_of.size() && class_of[feature] < classes) orders[class_of[feature]].push_back(feature);
    std::vector<std::shared_ptr<const PreparedLayer>> parts;
    for (const auto& order : orders) {
        auto details = all_details(layer->shapes, order, box, progress.part(1.0 / static_cast<double>(classes)));
        geo::Index nothing(std::make_shared<const std::vector<geo::Box>>());
        parts.push_back(std::make_shared<const PreparedLayer>(
            PreparedLayer{layer, std::move(nothing), box, std::move(details), next_serial()}));
    }
    return parts;
}

}  // namespace app
