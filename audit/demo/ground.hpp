// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/demo/curve.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace audit::demo {

/// A street, canal or path that bounds a block: widths in metres, measured from its middle.
struct Street {
    std::string name{};
    double half = 3;     ///< middle to kerb
    double walk = 1.8;   ///< width of the footway on each side; 0: none
    double water = 0;    ///< middle to the water's edge; 0: no canal
    bool shops = false;  ///< cafés and shops settle along it
    std::string use = "rijbaan lokale weg";
    std::string paving = "open verharding";
};

/// A line of a town's plan: a circle at radius `at` or a ray at angle `at`, moved sideways by `shift` metres on the
/// ground (outward, or counter-clockwise).
struct Rail {
    double at = 0, shift = 0;
};

/// Four sides counter-clockwise, each from corner to corner: low ray (outward), high circle, high ray (inward),
/// low circle.
struct Quad {
    std::array<Line, 4> sides{};
    Line ring() const;  ///< open
};

/// Where a town lies and how its plan is bent: circles and rays are pushed about by smooth noise, so that nothing is
/// straight or round, and what does not cross in the plan does not cross on the ground.
class Ground {
public:
    Ground(geo::Point centre, double crooked_radius, std::uint64_t seed);

    geo::Point place(double radius, double angle) const;
    /// @returns nothing when the shifted lines do not meet in four corners (a block too thin for its streets)
    std::optional<Quad> quad(Rail low_circle, Rail high_circle, Rail low_ray, Rail high_ray) const;
    /// Along a circle between angles, or along a ray between radii; the direction gives the side that is left.
    Line circle(Rail rail, double from_angle, double to_angle) const;
    Line ray(Rail rail, double from_radius, double to_radius) const;
    geo::Point centre() const { return centre_; }
    /// Bends a position of the open land in the way the whole region is bent.
    static geo::Point bent(geo::Point flat, std::uint64_t seed);

private:
    geo::Point centre_;
    double crooked_radius_;
    std::uint64_t seed_;
};

}  // namespace audit::demo
