// SPDX-License-Identifier: EUPL-1.2
#include "app/core/near_facilities.hpp"

#include "geo/crs/transform.hpp"

#include <algorithm>

namespace app {

std::vector<NearFacility> near_facilities(const audit::Snapshot& snapshot, const geo::Shape& shape) {
    std::vector<NearFacility> all;
    all.reserve(snapshot.facilities.size());
    for (const auto& facility : snapshot.facilities) {
        NearFacility near{.facility = &facility};
        if (!facility.shape.is_empty() && !shape.is_empty())
            near.metres =
                geo::ground_distance_m(snapshot.info.crs, facility.shape.box().centre(), shape.box().centre());
        all.push_back(near);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.metres < b.metres; });
    return all;
}

}  // namespace app
