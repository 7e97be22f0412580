// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/style.hpp"
#include "geo/base/texts.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace app {

/// One colour of a layer that is coloured by an attribute.
struct LayerClass {
    enum class Sort { value, range, others, nothing };
    Sort sort = Sort::value;
    std::string value{};         ///< of Sort::value
    double from = 0, below = 0;  ///< of Sort::range; the last one includes `below`
    std::int64_t count = 0;
};

/// The features of a layer by what stands in one attribute.
struct Classes {
    std::vector<LayerClass> all{};
    std::vector<std::uint8_t> class_of{};  ///< of each feature
};

/// Numbers of many different values become five ranges with as many features each; everything else becomes its eight
/// commonest values, the others together, and a class of what is empty. Decimal commas are numbers too.
Classes classify(const std::vector<std::string>& values);

/// What the legend says: "asfalt", "1.2 to 1.8", "other values", "no value".
std::string label_of(const LayerClass& one, base::Language language);
/// Quiet colours that differ in lightness as well as in hue; ranges go from light to dark.
Colour class_colour(const Classes& classes, std::size_t index, Theme theme);
/// `style` with this colour wherever it shows one.
LayerStyle recoloured(LayerStyle style, Colour colour);
/// `style` with all of it less opaque. @param opacity 0 to 1
LayerStyle faded(LayerStyle style, double opacity);

}  // namespace app
