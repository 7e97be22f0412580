// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/prepared.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace app {
namespace {

/// Pixels from corner to corner below which features are painted cell by cell: below this, the graphics driver's work
/// for a corner is many times that of filling the cells beside it.
constexpr double k_fine_grain = 40;
/// A layer with fewer corners is drawn whole at every scale: simplifying it saves nothing that could be felt.
constexpr std::size_t k_small_layer = 2000;
/// Corners of a run. It is the smallest step of building, uploading and leaving out what is not in view: larger ones
/// draw more in vain and take longer than a frame has, smaller ones cost more calls.
constexpr std::size_t k_run_corners = 4096;

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

std::size_t corners_of(const geo::Shapes& shapes, std::uint32_t feature) {
    auto first = shapes.first_part(feature), end = shapes.feature_ends[feature];
    return first < end ? shapes.part_ends[end - 1] - shapes.part_begin(first) : 0;
}

std::vector<Run> runs_of(const geo::Shapes& shapes, const std::vector<std::uint32_t>& order) {
    std::vector<Run> runs;
    std::size_t corners = k_run_corners;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        if (corners >= k_run_corners) {
            runs.push_back({i, i});
            corners = 0;
        }
        corners += corners_of(shapes, order[i]);
        runs.back().end = i + 1;
        runs.back().box.grow(shapes.boxes[order[i]]);
    }
    return runs;
}

bool any_points(const geo::Shapes& shapes, const std::vector<std::uint32_t>& order) {
    return std::any_of(order.begin(), order.end(), [&](auto feature) {
        auto kind = shapes.kinds[feature];
        return kind == geo::Kind::point || kind == geo::Kind::multi_point || kind == geo::Kind::collection;
    });
}

/// The median from corner to corner, of a sample of features.
double typical_edge_of(const geo::Shapes& shapes, const std::vector<std::uint32_t>& order) {
    constexpr std::size_t k_samples = 1000, k_most_edges = 100;
    std::vector<double> edges;
    for (std::size_t i = 0; i < order.size(); i += order.size() / k_samples + 1) {
        std::size_t taken = 0;
        for (auto part = shapes.first_part(order[i]); part < shapes.feature_ends[order[i]]; ++part) {
            auto corners = shapes.part(part);
            for (std::size_t k = 0; k + 1 < corners.size() && taken < k_most_edges; ++k, ++taken)
                edges.push_back(std::hypot(corners[k + 1].x - corners[k].x, corners[k + 1].y - corners[k].y));
        }
    }
    if (edges.empty()) return 0;
    auto middle = edges.begin() + static_cast<std::ptrdiff_t>(edges.size() / 2);
    std::nth_element(edges.begin(), middle, edges.end());
    return *middle;
}

std::uint64_t next_serial() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

/// Outliers (a point at 0, 0) must not decide what an overview is.
geo::Box box_of(const geo::Layer& layer) { return layer.extent.is_empty() ? layer.shapes.box() : layer.extent; }

std::shared_ptr<const PreparedLayer> prepared_of(std::shared_ptr<const geo::Layer> layer, geo::Index index,
                                                 const geo::Box& box, std::vector<std::uint32_t> order,
                                                 base::Progress progress) {
    PreparedLayer prepared{std::move(layer), std::move(index), box, std::move(order)};
    const auto& shapes = prepared.layer->shapes;
    std::size_t corners = 0;
    for (auto feature : prepared.order) corners += corners_of(shapes, feature);
    prepared.runs = runs_of(shapes, prepared.order);
    progress.report(0);
    if (corners >= k_small_layer) prepared.coverage = cover(shapes, prepared.order, box, progress.part(0.9));
    prepared.has_points = any_points(shapes, prepared.order);
    prepared.typical_edge = typical_edge_of(shapes, prepared.order);
    prepared.serial = next_serial();
    progress.report(1);
    return std::make_shared<const PreparedLayer>(std::move(prepared));
}

}  // namespace

bool PreparedLayer::is_fine_grained(double units_per_pixel) const {
    return !coverage.levels.empty() && typical_edge < k_fine_grain * units_per_pixel;
}

void cover(CoverageLevel& level, const PreparedLayer& layer, CellPainter::Pen pen) {
    CellPainter painter(level, pen);
    const auto box = level.box().widened(pen.width * level.unit);
    const auto& shapes = layer.layer->shapes;
    for (const auto& run : layer.runs) {
        if (!run.box.intersects(box)) continue;
        for (auto feature : layer.features_of(run))
            if (shapes.boxes[feature].intersects(box)) painter.add(shapes, feature);
    }
}

std::shared_ptr<const PreparedLayer> prepare(std::shared_ptr<const geo::Layer> layer, base::Progress progress) {
    const auto box = box_of(*layer);
    geo::Index index({layer, &layer->shapes.boxes});
    auto order = neighbours_together(layer->shapes, box);
    return prepared_of(std::move(layer), std::move(index), box, std::move(order), std::move(progress));
}

std::vector<std::shared_ptr<const PreparedLayer>> prepare_classes(const std::shared_ptr<const geo::Layer>& layer,
                                                                  const std::vector<std::uint8_t>& class_of,
                                                                  std::size_t classes, base::Progress progress) {
    const auto box = box_of(*layer);
    std::vector<std::vector<std::uint32_t>> orders(classes);
    for (auto feature : neighbours_together(layer->shapes, box))
        if (feature < class_of.size() && class_of[feature] < classes) orders[class_of[feature]].push_back(feature);
    std::vector<std::shared_ptr<const PreparedLayer>> parts;
    for (auto& order : orders) {
        geo::Index nothing(std::make_shared<const std::vector<geo::Box>>());
        parts.push_back(prepared_of(layer, std::move(nothing), box, std::move(order),
                                    progress.part(1.0 / static_cast<double>(classes))));
    }
    return parts;
}

}  // namespace app
