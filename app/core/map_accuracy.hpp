// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/texts.hpp"
#include "geo/crs/transform.hpp"

#include <string>
#include <vector>

namespace app {

/// How exact the positions on the map are: which conversions brought the layers there.
struct MapAccuracy {
    struct Conversion {
        std::string from;
        geo::Operation operation{};
    };
    std::string crs;                       ///< of the dossier
    std::vector<Conversion> operations{};  ///< one for each layer in another CRS
    geo::Operation rd{};                ///< RD's own conversion, where RD takes part; shows whether its grid is there
    base::Text line{};                  ///< for the bottom line: the CRS, and the worst conversion with its accuracy
    std::vector<base::Text> details{};  ///< every conversion by name, and what a missing grid costs
};

/// Fills `line` and `details`.
void summarise(MapAccuracy& accuracy);

}  // namespace app
