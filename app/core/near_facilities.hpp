// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/snapshot.hpp"

#include <limits>
#include <vector>

namespace app {

/// A facility and how far it lies from a finding.
struct NearFacility {
    const audit::Facility* facility = nullptr;
    double metres = std::numeric_limits<double>::infinity();  ///< infinite where one of them has no place
};

/// All of the snapshot, nearest first. They are good as long as the snapshot is.
std::vector<NearFacility> near_facilities(const audit::Snapshot& snapshot, const geo::Shape& shape);

}  // namespace app
