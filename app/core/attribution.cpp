// SPDX-License-Identifier: EUPL-1.2
#include "app/core/attribution.hpp"

#include "app/core/figures.hpp"
#include "geo/base/letters.hpp"

#include <algorithm>

namespace app {
namespace {

/// A source may say anything; more than this would hide the map.
constexpr std::size_t k_most_letters = 120;

}  // namespace

std::string LoadedLayer::attribution() const {
    const auto looks_say = looks().attribution;
    if (!looks_say.empty()) return base::shortened(looks_say, k_most_letters);
    if (image) return base::shortened(image->attribution(), k_most_letters);
    // Whoever shows its data must name it: https://www.openstreetmap.org/copyright
    const auto suffix = base::small_letters(std::filesystem::path(source.path).extension().string());
    return suffix == ".osm" || suffix == ".pbf" ? "© OpenStreetMap contributors" : std::string();
}

std::string attribution_of(const Layers& layers, const std::function<bool(const LoadedLayer&)>& is_shown) {
    std::vector<std::string> names;
    for (auto layer = layers.all().rbegin(); layer != layers.all().rend(); ++layer) {
        const auto name = is_shown(*layer) ? layer->attribution() : std::string();
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : k_dot) + name;
    return all;
}

}  // namespace app
