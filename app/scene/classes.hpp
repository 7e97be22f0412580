// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/style.hpp"
#include "app/scene/subject.hpp"
#include "geo/base/texts.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace app {

/// One colour of a layer that is coloured by an attribute.
struct LayerClass {
    /// `known`: of a well-known kind of layer, see `subject`.
    enum class Sort { value, range, others, nothing, known };
    Sort sort = Sort::value;
    std::string value{};         ///< of Sort::value
    double from = 0, below = 0;  ///< of Sort::range; the last one includes `below`
    std::int64_t count = 0;
    Subject subject = Subject::unknown;  ///< of Sort::known
    std::string english{}, dutch{};      ///< of Sort::known: what the legend says
};

/// How numbers are put into ranges. `automatic`: many different numbers by quantiles, everything else by value.
enum class ClassMethod { automatic, values, quantiles, equal, natural };
constexpr int k_fewest_ranges = 2, k_most_ranges = 8;
struct ClassChoice {
    ClassMethod method = ClassMethod::automatic;
    int count = 5;  ///< of ranges
    bool operator==(const ClassChoice&) const = default;
};

/// The features of a layer by what stands in one attribute.
struct Classes {
    bool are_numbers = false;  ///< they could be put into ranges, or are
    std::vector<LayerClass> all{};
    std::vector<std::uint8_t> class_of{};  ///< of each feature
};

/// Ranges with as many features each (quantiles), of the same width (equal), or so that what lies in one range is as
/// alike as can be (natural breaks); everything else becomes its eight commonest values, the others together, and a
/// class of what is empty. Decimal commas are numbers too, and -99990 or less means that a number is missing, as in
/// files of CBS.
Classes classify(const std::vector<std::string>& values, ClassChoice choice = {});

/// The classes of other features of the same layer. @param values one for each
std::vector<std::uint8_t> classes_of(const Classes& classes, const std::vector<std::string>& values);

/// What the legend says: "asfalt", "1.2 to 1.8", "other values", "no value".
std::string label_of(const LayerClass& one, base::Language language);
/// Quiet colours that differ in lightness as well as in hue; ranges go from light to dark.
Colour class_colour(const Classes& classes, std::size_t index, Theme theme);
/// `style` with this colour wherever it shows one.
LayerStyle recoloured(LayerStyle style, Colour colour);
/// Of an area that is filled with its colour, whatever its layer is about. Where nothing is known of it, it has a
/// broken outline and no colour.
LayerStyle area_style(const Classes& classes, std::size_t index, Theme theme);
/// `style` with all of it less opaque. @param opacity 0 to 1
LayerStyle faded(LayerStyle style, double opacity);

}  // namespace app
