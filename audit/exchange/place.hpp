// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/model/finding.hpp"
#include "geo/base/problem.hpp"
#include "geo/crs/transform.hpp"

namespace audit {

/// Brings findings from the dossier's CRS to that of a file, rounded to what the file can hold, and valid after that:
/// rounding can make an outline cross or touch itself. Belongs to the thread that made it.
class Placer {
public:
    /// @param decimals of the file's coordinates
    Placer(const geo::Crs& from, const geo::Crs& to, int decimals);

    /// Empty where the finding has no place, or none that can be said in the file's CRS. What cannot be kept as it is
    /// is repaired, or else becomes a point on it; each is counted in `remarks` (export-outside, export-repaired,
    /// export-reduced) with the finding's fid.
    geo::Shape place(const Finding& finding, base::Problems& remarks) const;

private:
    geo::Shape rounded(geo::Shape shape) const;
    bool fits(const geo::Shape& shape) const;
    geo::Shape repaired_or_point(const geo::Shape& exact, geo::Shape tidy, const Finding& finding,
                                 base::Problems& remarks) const;

    geo::Transform transform_;
    bool geographic_ = false;
    double steps_ = 1;  ///< per unit
};

/// Without positions that repeat the one before, and without what has collapsed by that: rings of less than three
/// corners (a shell takes its holes along) and lines of less than two positions.
geo::Shape without_collapsed(const geo::Shape& shape);

}  // namespace audit
