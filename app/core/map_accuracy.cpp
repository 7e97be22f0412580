// SPDX-License-Identifier: EUPL-1.2
#include "app/core/map_accuracy.hpp"

#include "geo/base/numbers.hpp"

#include <algorithm>

namespace app {
namespace {

std::string metres(double accuracy) {
    const int decimals = accuracy >= 1 ? 1 : accuracy >= 0.01 ? 2 : 3;
    return base::number_for_people(accuracy, decimals, base::language());
}

base::Text about(const MapAccuracy::Conversion& conversion) {
    const auto& operation = conversion.operation;
    if (!operation.accuracy_m)
        return base::text("From {crs} with “{operation}”, of unknown accuracy.",
                          {{"crs", conversion.from}, {"operation", operation.name}});
    return base::text(
        "From {crs} with “{operation}”, to ± {metres} m.",
        {{"crs", conversion.from}, {"operation", operation.name}, {"metres", metres(*operation.accuracy_m)}});
}

base::Text about_grid(const geo::Operation& operation) {
    // The authority's own word for what remains without the grid, in decimetres as surveyors say it.
    const auto decimetres = base::number_for_people(operation.accuracy_m.value_or(0) * 10, 1, base::language());
    return base::text(
        "The correction grid “{grid}” is not installed: positions may be off by {decimetres} dm, with it by a "
        "millimetre.",
        {{"grid", operation.missing_grid}, {"decimetres", decimetres}});
}

}  // namespace

void summarise(MapAccuracy& accuracy) {
    accuracy.line = base::text("{crs}", {{"crs", accuracy.crs}});
    accuracy.details.clear();
    const MapAccuracy::Conversion* worst = nullptr;
    for (const auto& conversion : accuracy.operations) {
        const auto said = about(conversion);
        if (std::find(accuracy.details.begin(), accuracy.details.end(), said) == accuracy.details.end())
            accuracy.details.push_back(said);
        const auto& stated = conversion.operation.accuracy_m;
        const bool worse =
            !worst || (worst->operation.accuracy_m && (!stated || *stated > *worst->operation.accuracy_m));
        if (worse) worst = &conversion;
    }
    if (accuracy.rd.better_with_grid) accuracy.details.push_back(about_grid(accuracy.rd));
    if (!worst || worst->operation.accuracy_m == 0.0) return;
    if (!worst->operation.accuracy_m)
        accuracy.line = base::text("{crs}, accuracy of converted layers unknown", {{"crs", accuracy.crs}});
    else if (accuracy.rd.better_with_grid)
        accuracy.line = base::text("{crs}, converted to ± {metres} m with “{operation}” (RD grid not installed)",
                                   {{"crs", accuracy.crs},
                                    {"metres", metres(*worst->operation.accuracy_m)},
                                    {"operation", worst->operation.name}});
    else
        accuracy.line = base::text("{crs}, converted to ± {metres} m with “{operation}”",
                                   {{"crs", accuracy.crs},
                                    {"metres", metres(*worst->operation.accuracy_m)},
                                    {"operation", worst->operation.name}});
}

}  // namespace app
