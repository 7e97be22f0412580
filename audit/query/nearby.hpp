// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/catalogue/catalogue.hpp"
#include "audit/model/finding.hpp"
#include "geo/crs/crs.hpp"

#include <memory>
#include <string>
#include <vector>

namespace audit {

/// A finding that may be about the same thing.
struct NearFinding {
    std::shared_ptr<const Finding> finding;
    double metres = 0;  ///< on the ground, between the two shapes; 0 where they touch
};

/// A box in `crs` that holds everything within `metres` on the ground of `shape`; empty for an empty shape. To ask an
/// index, before near_duplicates() looks closer.
geo::Box surroundings(const geo::Crs& crs, const geo::Shape& shape, double metres);

/// What a new finding of `category` at `shape` may repeat: findings of that category that are still open and lie within
/// the category's distance, nearest first. @param except uuid of the finding itself, when it is being edited
std::vector<NearFinding> near_duplicates(const Category& category, const geo::Crs& crs,
                                         const std::vector<std::shared_ptr<const Finding>>& among,
                                         const geo::Shape& shape, const std::string& except = {});

/// "There is an open finding of this kind 3.2 m away: Terrace (…). Is it the same?", to say it to people.
base::Problem say_near(const NearFinding& near);

}  // namespace audit
