// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/layers.hpp"
#include "app/scene/style.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace app {

/// How a layer is drawn as a whole, with what was chosen for it; without its opacity.
LayerStyle style_of(const LoadedLayer& layer, Theme theme);
/// How one class of a coloured layer is drawn. Classes of values differ in symbol or dashes too, not by colour alone.
LayerStyle style_of_class(const LoadedLayer& layer, std::size_t index, Theme theme);

/// Places of the classes, bottom first: what no known class fits lies below the others.
std::vector<std::size_t> drawing_order(const Classes& classes);

/// A line of the legend.
struct LegendEntry {
    std::string text{};
    LayerStyle style{};
    geo::Kind kind = geo::Kind::none;
    std::int64_t count = 0;
};
/// One for each class that has objects, or one for the whole layer; none for images and what is not loaded.
std::vector<LegendEntry> legend_of(const LoadedLayer& layer, Theme theme, base::Language language);

}  // namespace app
