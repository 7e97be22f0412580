// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/overview.hpp"

#include "app/scene/prepared.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace app {
namespace {

/// Enough for a median, and no feature decides it alone.
constexpr std::size_t k_most_edges = 4096, k_most_edges_a_feature = 100;

/// Times that cells may begin coarser than the first features ask for.
constexpr double k_coarser = 16;

std::size_t corners_of(const geo::Shapes& shapes, std::uint32_t feature) {
    auto first = shapes.first_part(feature), end = shapes.feature_ends[feature];
    return first < end ? shapes.part_ends[end - 1] - shapes.part_begin(first) : 0;
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
    if (features_++ % stride_ != 0) return;
    const auto before = edges_.size();
    for (auto part = shapes.first_part(feature); part < shapes.feature_ends[feature]; ++part)
        if (edges_.size() - before < k_most_edges_a_feature) note_edges(shapes.part(part));
}

void Overview::note_edges(std::span<const geo::Point> corners) {
    const auto count = std::min(corners.size(), k_most_edges_a_feature);
    for (std::size_t i = 0; i + 1 < count; ++i)
        edges_.push_back(std::hypot(corners[i + 1].x - corners[i].x, corners[i + 1].y - corners[i].y));
    if (edges_.size() < k_most_edges) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < edges_.size(); i += 2) edges_[kept++] = edges_[i];
    edges_.resize(kept);
    stride_ *= 2;
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
    if (edges_.empty()) return;
    auto edges = edges_;
    const auto middle = edges.begin() + static_cast<std::ptrdiff_t>(edges.size() / 2);
    std::nth_element(edges.begin(), middle, edges.end());
    layer.typical_edge = *middle;
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
