// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/stretches.hpp"

#include <algorithm>

namespace app {
namespace {

constexpr std::size_t k_steps = 256;  ///< of a stretch, from corner to corner
/// With fewer corners it is quicker to look at each.
constexpr std::size_t k_many_corners = 8 * k_steps;

}  // namespace

std::size_t corners_of(const geo::Shapes& shapes, std::uint32_t feature) {
    auto first = shapes.first_part(feature), end = shapes.feature_ends[feature];
    return first < end ? shapes.part_ends[end - 1] - shapes.part_begin(first) : 0;
}

std::size_t Stretches::count(std::size_t corners) { return corners < 2 ? 1 : (corners - 2) / k_steps + 1; }

std::span<const geo::Point> Stretches::corners(std::span<const geo::Point> part, std::size_t i) {
    const auto from = i * k_steps;
    return part.subspan(from, std::min(k_steps + 1, part.size() - from));
}

void Stretches::add(const geo::Shapes& shapes, std::uint32_t feature) {
    if (corners_of(shapes, feature) < k_many_corners) return;
    const auto begin = boxes_.size();
    for (auto at = shapes.first_part(feature); at < shapes.feature_ends[feature]; ++at) {
        const auto part = shapes.part(at);
        for (std::size_t i = 0; i < count(part.size()); ++i) {
            auto& box = boxes_.emplace_back();
            for (const auto p : corners(part, i)) box.grow(p);
        }
    }
    ranges_[feature] = {begin, boxes_.size()};
}

void Stretches::clear() {
    ranges_.clear();
    boxes_.clear();
}

std::span<const geo::Box> Stretches::of(std::uint32_t feature) const {
    const auto found = ranges_.find(feature);
    if (found == ranges_.end()) return {};
    return std::span(boxes_).subspan(found->second.begin, found->second.end - found->second.begin);
}

}  // namespace app
