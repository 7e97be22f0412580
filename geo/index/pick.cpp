// SPDX-License-Identifier: EUPL-1.2
#include "geo/geometry/measure.hpp"
#include "geo/index/index.hpp"

#include <algorithm>

namespace geo {
namespace {

struct Candidate {
    Hit hit;
    double size = 0;  ///< of the box, to prefer the bench to the square it stands on
};

bool comes_first(const Candidate& a, const Candidate& b) {
    if (a.hit.distance != b.hit.distance) return a.hit.distance < b.hit.distance;
    if (a.size != b.size) return a.size < b.size;
    return a.hit.item < b.hit.item;
}

std::vector<Candidate> hits_in(const Pickable& from, std::size_t source, Point point) {
    std::vector<Candidate> found;
    Box around;
    around.grow(point);
    for (auto item : from.index->in(around.widened(from.tolerance))) {
        double off = distance(from.shapes->shape(item), point);
        if (!(off <= from.tolerance)) continue;
        const auto& box = from.shapes->boxes[item];
        found.push_back({{source, item, off}, box.width() * box.height()});
    }
    std::sort(found.begin(), found.end(), comes_first);
    return found;
}

}  // namespace

std::vector<Hit> pick(std::span<const Pickable> topmost_first, Point point) {
    std::vector<Hit> hits;
    for (std::size_t source = 0; source < topmost_first.size(); ++source) {
        for (const auto& found : hits_in(topmost_first[source], source, point)) hits.push_back(found.hit);
    }
    return hits;
}

}  // namespace geo
