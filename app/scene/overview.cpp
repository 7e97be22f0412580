// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/overview.hpp"

#include "app/scene/prepared.hpp"
#include "app/scene/stretches.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace app {
namespace {

/// Times that cells may begin coarser than the first features ask for.
constexpr double k_coarser = 16;

/// Features that one of a sample may stand for; more would make giants of them.
constexpr double k_most_missing = 64;

/// About its middle.
void stretch(geo::Shapes& shapes, std::uint32_t feature, double factor) {
    auto& box = shapes.boxes[feature];
    if (box.is_empty()) return;
    const auto middle = box.centre();
    const auto moved = [&](geo::Point p) {
        return geo::Point{middle.x + (p.x - middle.x) * factor, middle.y + (p.y - middle.y) * factor};
    };
    const auto first = shapes.first_part(feature), end = shapes.feature_ends[feature];
    if (first == end) return;
    for (auto i = shapes.part_begin(first); i < shapes.part_ends[end - 1]; ++i)
        shapes.points[i] = moved(shapes.points[i]);
    const auto low = moved({box.min_x, box.min_y}), high = moved({box.max_x, box.max_y});
    box = {low.x, low.y, high.x, high.y};
}

std::shared_ptr<const PreparedLayer> by_place(std::shared_ptr<const geo::Layer> layer, const Overview& seen,
                                              Coverage coverage) {
    auto prepared = held_by_place(std::move(layer), std::move(coverage));
    seen.tell(prepared);
    return std::make_shared<const PreparedLayer>(std::move(prepared));
}

}  // namespace

void Overview::note(const geo::Shapes& shapes, std::uint32_t feature) {
    ++kinds_[static_cast<std::size_t>(shapes.kinds[feature])];
    corners_ += corners_of(shapes, feature);
    ++features_;
}

void Overview::tell(PreparedLayer& layer) const {
    layer.feature_count = features_;
    layer.corners = corners_;
    auto kinds = kinds_;
    kinds[static_cast<std::size_t>(geo::Kind::none)] = 0;
    const auto most = std::max_element(kinds.begin(), kinds.end());
    layer.kind = *most == 0 ? geo::Kind::none : static_cast<geo::Kind>(most - kinds.begin());
    for (auto kind : {geo::Kind::point, geo::Kind::multi_point, geo::Kind::collection})
        layer.has_points |= kinds[static_cast<std::size_t>(kind)] > 0;
}

void LargeLayerBuilder::add(const geo::Shapes& shapes) {
    if (!coverage_) begin(shapes.box(), shapes.size(), shapes.points.size());
    for (std::uint32_t i = 0; i < shapes.size(); ++i) {
        seen_.note(shapes, i);
        if (coverage_) coverage_->add(shapes, i);
    }
}

void LargeLayerBuilder::add(const geo::Shapes& shapes, std::uint32_t feature, const geo::Box& ground) {
    if (!coverage_) begin(ground, 1, corners_of(shapes, feature));
    seen_.note(shapes, feature);
    if (coverage_) coverage_->add(shapes, feature);
}

void LargeLayerBuilder::add_sample(geo::Shapes shapes) {
    const double missing = expected_ / static_cast<double>(std::max<std::size_t>(shapes.size(), 1));
    const double factor = std::sqrt(std::clamp(missing, 1.0, k_most_missing));
    for (std::uint32_t i = 0; i < shapes.size(); ++i) stretch(shapes, i, factor);
    add(shapes);
}

void LargeLayerBuilder::begin(const geo::Box& box, std::size_t features, std::size_t corners) {
    const double growth = std::max(1.0, expected_ / static_cast<double>(std::max<std::size_t>(features, 1)));
    const double all_corners = static_cast<double>(corners) * growth;
    double unit = suitable_unit(box, all_corners);
    // The first features may lie together, and finer cells than needed take their time. What the source says of its
    // ground may be wrong by one lost feature.
    if (unit > 0 && !ground_.is_empty()) unit = std::clamp(suitable_unit(ground_, all_corners), unit, unit * k_coarser);
    if (unit > 0) coverage_.emplace(unit);
}

std::shared_ptr<const PreparedLayer> LargeLayerBuilder::so_far(std::shared_ptr<const geo::Layer> layer) const {
    return by_place(std::move(layer), seen_, coverage_ ? coverage_->so_far() : Coverage{});
}

std::shared_ptr<const PreparedLayer> LargeLayerBuilder::finish(std::shared_ptr<const geo::Layer> layer) {
    return by_place(std::move(layer), seen_, coverage_ ? coverage_->finish(seen_.corners()) : Coverage{});
}

std::shared_ptr<const PreparedLayer> LargeLayerBuilder::finish(std::shared_ptr<const geo::Layer> layer,
                                                               std::int64_t features) {
    const double growth =
        static_cast<double>(features) / static_cast<double>(std::max<std::size_t>(seen_.features(), 1));
    const auto corners = static_cast<std::size_t>(static_cast<double>(seen_.corners()) * growth);
    auto prepared = held_by_place(std::move(layer), coverage_ ? coverage_->finish(corners) : Coverage{});
    seen_.tell(prepared);
    prepared.feature_count = static_cast<std::size_t>(features);
    prepared.corners = corners;
    return std::make_shared<const PreparedLayer>(std::move(prepared));
}

PreparedLayer held_by_place(std::shared_ptr<const geo::Layer> layer, Coverage coverage) {
    geo::Index nothing(std::make_shared<const std::vector<geo::Box>>());
    const auto box = layer->extent;
    PreparedLayer prepared{std::move(layer), std::move(nothing), box};
    prepared.coverage = std::move(coverage);
    prepared.is_by_place = true;
    prepared.serial = next_prepared_serial();
    return prepared;
}

std::uint64_t next_prepared_serial() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

}  // namespace app
