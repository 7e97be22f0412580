// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/classes.hpp"

#include <vector>

namespace app {

/// Where ranges begin and end: the smallest number, the limits between, the largest. Ranges that would be empty of
/// values are left out, so that there may be fewer than were asked for; one at least. The last may hold one value only.
/// @param sorted ascending, not empty
std::vector<double> range_limits(const std::vector<double>& sorted, const ClassChoice& choice);

}  // namespace app
