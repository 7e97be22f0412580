// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/demo/block.hpp"

#include <memory>
#include <vector>

namespace audit::demo {

/// A town around its market: rings of neighbourhoods between circles (canals, then streets and ring roads), cut by
/// rays (main streets, canals, a river). Everything follows from the seed and can be asked for in any order.
class Town {
public:
    struct Site {
        geo::Point centre{};
        int rings = 3;                  ///< how many rings of neighbourhoods the town may have
        std::uint64_t seed = 0;         ///< of this town
        std::uint64_t region_seed = 0;  ///< of the land it lies in
    };
    explicit Town(const Site& site);

    int rings() const { return site_.rings; }
    int sectors(int ring) const { return sectors_[static_cast<std::size_t>(ring)]; }
    /// Circle `k` is the inner edge of ring `k`.
    double radius(int circle) const { return radii_[static_cast<std::size_t>(circle)]; }
    /// Ray on the low side of a sector; `sector` may be sectors(ring), the first ray one turn on.
    double angle(int ring, int sector) const;
    const Street& circle_street(int circle) const { return circles_[static_cast<std::size_t>(circle)]; }
    const Street& ray_street(int ring, int sector) const;
    bool is_river(int ring, int sector) const;
    /// Whether the ray becomes a canal or river in the next ring.
    bool is_water_beyond(int ring, int sector) const;
    Fabric fabric(int ring, int sector) const;
    /// So many neighbourhoods of a ring form one district.
    int district_size(int ring) const;
    std::string district_name(int ring, int first) const;

    const Ground& ground() const { return ground_; }
    std::uint64_t seed() const { return site_.seed; }

private:
    void plan_circles();
    void plan_rays(int ring);
    double planned_angle(int ring, int sector, Random& random) const;
    Street planned_ray(int ring, int origin) const;

    Site site_;
    Ground ground_;
    std::vector<int> sectors_{};
    std::vector<double> radii_{};
    std::vector<Street> circles_{};
    std::vector<std::vector<double>> angles_{};
    std::vector<std::vector<Street>> rays_{};
    std::vector<std::vector<int>> origin_{};  ///< the ray of an inner ring that a ray continues
};

/// Street, canal and bridges along the outer circle and the low ray of a sector.
void draw_frame(Canvas& canvas, const Town& town, int ring, int sector);
void draw_market(Canvas& canvas, const Town& town);
/// Everything between the streets that bound a sector of a ring.
void draw_neighbourhood(Canvas& canvas, const Town& town, int ring, int sector);
void draw_district(Canvas& canvas, const Town& town, int ring, int first, int end, std::int64_t houses);

}  // namespace audit::demo
