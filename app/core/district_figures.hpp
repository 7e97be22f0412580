// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/prepared.hpp"
#include "app/scene/scene.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// What of the findings an area is coloured by.
enum class DistrictFigure { count, per_km2, per_inhabitant };
std::optional<DistrictFigure> parse_figure(std::string_view word);
std::string_view word_of(DistrictFigure figure);

/// The attribute that holds how many people live in an area, in the words of CBS and others; empty when there is none.
std::string inhabitants_attribute(const std::vector<std::string>& fields);

/// Which area each finding stands in.
struct FindingsInAreas {
    std::vector<std::int64_t> counts{};  ///< of each feature
    std::int64_t findings = 0;           ///< that have a place
    std::int64_t outside = 0;            ///< of these, lie in no area
};

/// A finding stands where its symbol does. On a common border it counts for the first of the areas only; where areas
/// lie over each other, for each that has it inside. Belongs on a worker. @throws base::Cancelled
FindingsInAreas findings_in(const geo::Shapes& areas, const MarkLayer& marks, const base::Progress& progress = {});

/// The figure of each feature as text for classify(): the count, the findings per km² of ground, or per 1000
/// inhabitants. Empty where it means nothing: no area, or nobody known to live there.
/// @param inhabitants of each feature as its source says it; negative numbers say that it is not known, as in files of
/// CBS; may be empty unless the figure needs it
std::vector<std::string> district_figures(DistrictFigure figure, const geo::Layer& layer,
                                          const std::vector<std::int64_t>& findings,
                                          const std::vector<std::string>& inhabitants);

}  // namespace app
