// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/prepared.hpp"

#include "app/scene/overview.hpp"

#include <algorithm>

namespace app {
namespace {

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

/// Outliers (a point at 0, 0) must not decide what an overview is.
geo::Box box_of(const geo::Layer& layer) { return layer.extent.is_empty() ? layer.shapes.box() : layer.extent; }

Coverage coverage_of(const geo::Shapes& shapes, const std::vector<std::uint32_t>& order, const geo::Box& box,
                     std::size_t corners, base::Progress progress) {
    const double unit = suitable_unit(box, static_cast<double>(corners));
    if (!(unit > 0)) return {};
    CoverageBuilder builder(unit, box);
    for (std::size_t i = 0; i < order.size(); ++i) {
        builder.add(shapes, order[i]);
        if (i % 1024 == 0) progress.report(static_cast<double>(i) / static_cast<double>(order.size()));
    }
    return builder.finish(corners);
}

enum class Afar { covered, not_looked_at };

std::shared_ptr<const PreparedLayer> prepared_of(std::shared_ptr<const geo::Layer> layer, geo::Index index,
                                                 const geo::Box& box, std::vector<std::uint32_t> order, Afar afar,
                                                 base::Progress progress) {
    PreparedLayer prepared{std::move(layer), std::move(index), box, std::move(order)};
    const auto& shapes = prepared.layer->shapes;
    Overview seen;
    for (auto feature : prepared.order) {
        seen.note(shapes, feature);
        prepared.stretches.add(shapes, feature);
    }
    prepared.runs = runs_of(shapes, prepared.order);
    progress.report(0);
    seen.tell(prepared);
    if (afar == Afar::covered && prepared.corners >= k_small_layer)
        prepared.coverage = coverage_of(shapes, prepared.order, box, prepared.corners, progress.part(0.9));
    prepared.serial = next_prepared_serial();
    progress.report(1);
    return std::make_shared<const PreparedLayer>(std::move(prepared));
}

std::vector<std::shared_ptr<const PreparedLayer>> classes_of(const std::shared_ptr<const geo::Layer>& layer,
                                                             const std::vector<std::uint8_t>& class_of,
                                                             std::size_t classes, Afar afar, base::Progress progress) {
    const auto box = box_of(*layer);
    std::vector<std::vector<std::uint32_t>> orders(classes);
    for (auto feature : neighbours_together(layer->shapes, box))
        if (feature < class_of.size() && class_of[feature] < classes) orders[class_of[feature]].push_back(feature);
    std::vector<std::shared_ptr<const PreparedLayer>> parts;
    for (auto& order : orders) {
        geo::Index nothing(std::make_shared<const std::vector<geo::Box>>());
        parts.push_back(prepared_of(layer, std::move(nothing), box, std::move(order), afar,
                                    progress.part(1.0 / static_cast<double>(classes))));
    }
    return parts;
}

std::shared_ptr<const PreparedLayer> whole_of(std::shared_ptr<const geo::Layer> layer, Afar afar,
                                              base::Progress progress) {
    const auto box = box_of(*layer);
    geo::Index index({layer, &layer->shapes.boxes});
    auto order = neighbours_together(layer->shapes, box);
    return prepared_of(std::move(layer), std::move(index), box, std::move(order), afar, std::move(progress));
}

}  // namespace

void cover(CellPatch& patch, const PreparedLayer& layer, CellPainter::Pen pen) {
    CellPainter painter(pen);
    const auto box = patch.box().widened(pen.line.width * patch.unit);
    const auto& shapes = layer.layer->shapes;
    for (const auto& run : layer.runs) {
        if (!run.box.intersects(box)) continue;
        for (auto feature : layer.features_of(run))
            if (shapes.boxes[feature].intersects(box)) painter.add(patch, shapes, feature, layer.stretches.of(feature));
    }
}

std::shared_ptr<const PreparedLayer> prepare(std::shared_ptr<const geo::Layer> layer, base::Progress progress) {
    return whole_of(std::move(layer), Afar::covered, std::move(progress));
}

std::shared_ptr<const PreparedLayer> prepare_region(std::shared_ptr<const geo::Layer> layer) {
    return whole_of(std::move(layer), Afar::not_looked_at, {});
}

std::vector<std::shared_ptr<const PreparedLayer>> prepare_classes(const std::shared_ptr<const geo::Layer>& layer,
                                                                  const std::vector<std::uint8_t>& class_of,
                                                                  std::size_t classes, base::Progress progress) {
    return classes_of(layer, class_of, classes, Afar::covered, std::move(progress));
}

std::vector<std::shared_ptr<const PreparedLayer>> prepare_region_classes(const std::shared_ptr<const geo::Layer>& layer,
                                                                         const std::vector<std::uint8_t>& class_of,
                                                                         std::size_t classes) {
    return classes_of(layer, class_of, classes, Afar::not_looked_at, {});
}

}  // namespace app
