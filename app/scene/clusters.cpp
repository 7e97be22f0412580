// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace app {
namespace {

/// Style pixels: findings in one square of this side are too close to be told apart, and clusters whose middles are
/// nearer than this become one.
constexpr double k_square = 40, k_merge = 34;
/// Fewer are shown one over the other.
constexpr std::size_t k_least = 4;

bool needs_work(audit::Status status) { return status == audit::Status::open || status == audit::Status::in_progress; }

unsigned gravity(const MarkLayer& marks, std::uint32_t item) {
    const auto severity = marks.severity(item);
    return (needs_work(marks.status(item)) ? 4U : 0U) + (severity ? static_cast<unsigned>(*severity) : 0U);
}

using Squares = std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::uint32_t>>;

Squares squares_of(const MarkLayer& marks, double side) {
    Squares squares;
    for (std::uint32_t item = 0; item < marks.size(); ++item)
        if (const auto place = marks.place(item); place && std::isfinite(place->x) && std::isfinite(place->y))
            squares[{std::llround(place->x / side), std::llround(place->y / side)}].push_back(item);
    return squares;
}

/// Everything about it that follows from its findings.
Cluster cluster_of(const MarkLayer& marks, std::vector<std::uint32_t> items) {
    std::sort(items.begin(), items.end());
    Cluster one;
    double x = 0, y = 0;
    unsigned worst = 0;
    for (const auto item : items) {
        const auto place = *marks.place(item);
        one.box.grow(place);
        x += place.x;
        y += place.y;
        if (const auto grave = gravity(marks, item); grave >= worst) {
            worst = grave;
            one.worst = marks.severity(item);
        }
    }
    one.needs_work = worst >= 4;
    const auto count = static_cast<double>(items.size());
    one.place = {x / count, y / count};
    one.items = std::move(items);
    return one;
}

/// The fullest first; a smaller one that lies near joins it. @returns the clusters of what was dense
std::vector<Cluster> merged(const MarkLayer& marks, std::vector<Cluster> dense, double reach) {
    std::stable_sort(dense.begin(), dense.end(),
                     [](const auto& a, const auto& b) { return a.items.size() > b.items.size(); });
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::size_t>> near;
    const auto key_of = [reach](geo::Point p) {
        return std::pair{static_cast<std::int64_t>(std::floor(p.x / reach)),
                         static_cast<std::int64_t>(std::floor(p.y / reach))};
    };
    std::vector<Cluster> kept;
    std::vector<std::vector<std::uint32_t>> joined;
    for (auto& one : dense) {
        const auto [column, row] = key_of(one.place);
        std::optional<std::size_t> host;
        for (int dx = -1; dx <= 1 && !host; ++dx)
            for (int dy = -1; dy <= 1 && !host; ++dy) {
                const auto found = near.find({column + dx, row + dy});
                if (found == near.end()) continue;
                for (const auto i : found->second)
                    if (std::hypot(kept[i].place.x - one.place.x, kept[i].place.y - one.place.y) < reach) host = i;
            }
        if (host) {
            joined[*host].insert(joined[*host].end(), one.items.begin(), one.items.end());
            continue;
        }
        near[{column, row}].push_back(kept.size());
        joined.push_back(one.items);
        kept.push_back(std::move(one));
    }
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (joined[i].size() > kept[i].items.size()) kept[i] = cluster_of(marks, std::move(joined[i]));
    return kept;
}

}  // namespace

std::shared_ptr<const Clusters> cluster(const std::shared_ptr<const MarkLayer>& marks, int step,
                                        base::Progress progress) {
    auto clusters = std::make_shared<Clusters>();
    clusters->marks = marks;
    clusters->step = step;
    const double units = units_of_step(step);
    std::vector<Cluster> dense;
    for (auto& [place, items] : squares_of(*marks, k_square * units)) {
        if (items.size() >= k_least)
            dense.push_back(cluster_of(*marks, std::move(items)));
        else
            clusters->alone.insert(clusters->alone.end(), items.begin(), items.end());
    }
    progress.report(0.5);
    clusters->all = merged(*marks, std::move(dense), k_merge * units);
    std::sort(clusters->alone.begin(), clusters->alone.end());
    clusters->is_alone.assign(marks->size(), false);
    for (const auto item : clusters->alone) clusters->is_alone[item] = true;
    std::stable_sort(clusters->alone.begin(), clusters->alone.end(),
                     [&](auto a, auto b) { return gravity(*marks, a) < gravity(*marks, b); });
    return clusters;
}

std::optional<std::size_t> cluster_at(const Clusters& clusters, const Camera& camera, Pixel at) {
    std::optional<std::size_t> nearest;
    double least = (k_symbol_radius + 4) * camera.pixel_ratio;
    for (std::size_t i = 0; i < clusters.all.size(); ++i) {
        const auto pixel = camera.to_screen(clusters.all[i].place);
        const double off = std::hypot(pixel.x - at.x, pixel.y - at.y);
        if (off > least) continue;
        least = off;
        nearest = i;
    }
    return nearest;
}

}  // namespace app
