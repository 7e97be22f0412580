// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/crs/crs.hpp"
#include "geo/crs/find.hpp"

#include <string>
#include <vector>

namespace app {

class Desk;

/// A layer whose source says no CRS: the person chooses one of those that fit, or any other.
struct CrsQuestion {
    std::string path, layer;
    std::vector<geo::Crs> plausible{};
};

/// The coordinate systems that PROJ knows by what was typed.
struct CrsSearch {
    std::string typed{}, asked{};
    bool waiting = false;  ///< for the answer to `asked`
    std::vector<geo::CrsEntry> found{};
};

/// Looks for what is typed now, unless that was asked already; the answer comes with a later tick.
void follow_crs_search(Desk& desk);

}  // namespace app
