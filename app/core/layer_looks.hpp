// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/district_figures.hpp"
#include "app/scene/classes.hpp"
#include "app/scene/style.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace app {

enum class LinePattern { solid, dashed, dotted };

/// What somebody chose about a layer's looks; the dossier keeps it as a JSON object. What is not chosen stays as the
/// layer's name says.
struct LayerLooks {
    std::string colour_by{};                 ///< attribute; empty: what is known of layers of this name
    std::optional<DistrictFigure> figure{};  ///< instead of an attribute: of the findings in each area
    std::string inhabitants_by{};            ///< attribute that a figure needs; empty: what is known of such layers
    ClassChoice classes{};                   ///< of that attribute or figure
    /// Attribute with the names that the map shows; "": none; nothing: what is known of layers of this name.
    std::optional<std::string> label_by{};
    std::optional<double> line_width{};  ///< of lines and outlines, 0: none
    bool line_in_metres = false;         ///< CRS units on the ground instead of pixels; dashes follow the width
    std::optional<LinePattern> pattern{};
    std::optional<Dot> dot{};
    std::optional<double> dot_size{};  ///< pixels
    std::string attribution{};         ///< who must be named beside the map; empty: as its source says
    bool operator==(const LayerLooks&) const = default;
};

/// What is unknown in it, or no JSON at all, is passed over: a newer program may have written it.
LayerLooks looks_from_json(const std::string& json);
/// `json` with these looks in it, keeping what we do not know; "" when nothing is left to say.
std::string looks_to_json(const LayerLooks& looks, const std::string& json);

/// The words that the dossier and actions use; nothing for an unknown one.
std::optional<ClassMethod> parse_class_method(std::string_view word);
std::string_view word_of(ClassMethod method);
std::optional<LinePattern> parse_pattern(std::string_view word);
std::string_view word_of(LinePattern pattern);
std::optional<Dot> parse_dot(std::string_view word);
std::string_view word_of(Dot dot);

/// `style` with the lines and symbols that were chosen.
LayerStyle with_looks(LayerStyle style, const LayerLooks& looks);

}  // namespace app
