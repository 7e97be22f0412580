// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/problem.hpp"
#include "geo/crs/crs.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>

namespace geo {

/// What PROJ will do between two CRSs, for the bottom line and for reports.
struct Operation {
    std::string name;                  ///< "Amersfoort to WGS 84 (4)"
    std::optional<double> accuracy_m;  ///< as stated by the authority; nothing when not stated; 0 for no-op
    bool better_with_grid = false;     ///< a more accurate operation exists whose grid is not installed
    std::string missing_grid{};        ///< its file name
};

/// Coordinates from one CRS to another. Belongs to the thread that made it (PROJ context per thread).
class Transform {
public:
    /// @throws base::Error code "crs-no-operation"
    Transform(const Crs& from, const Crs& to);
    ~Transform();
    Transform(Transform&&) noexcept;
    Transform& operator=(Transform&&) noexcept;

    const Operation& operation() const;
    bool is_identity() const;
    /// In place. Points that cannot be transformed become NaN. @returns how many could not
    std::size_t apply(std::span<Point> points) const;
    /// @throws base::Error code "crs-outside" when a point cannot be transformed
    Shape apply(Shape shape) const;
    Point apply(Point p) const;

private:
    struct Pimpl;
    std::unique_ptr<Pimpl> pimpl_;
};

/// Transforms published points of RDNAPTRANS and looks whether they come out within `Operation::accuracy_m` + 0.25 m.
/// A wrong or missing datum shift is off by 100 m and would poison every position.
/// @returns the reason when the installation of PROJ cannot be trusted
std::optional<base::Problem> check_known_point();

/// True metres on the ground between two points of `crs`, whatever its unit (geodesic).
double ground_distance_m(const Crs& crs, Point a, Point b);
/// True square metres (geodesic) of a polygon shape in `crs`.
double ground_area_m2(const Crs& crs, const Shape& shape);
double ground_length_m(const Crs& crs, const Shape& shape);

}  // namespace geo
