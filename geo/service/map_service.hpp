// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/crs/transform.hpp"
#include "geo/net/door.hpp"
#include "geo/service/address.hpp"
#include "geo/source/raster.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace geo {

/// A map that a server draws. What is known of it is frozen: it may be read from all threads.
class MapService {
public:
    /// Reads what the service says of itself. Belongs on a worker. @param layer its name there; nothing for tiles by
    /// number @param crs of such tiles, when they are not in web mercator
    /// @throws base::Error "service-away", "service-unknown", "layer-missing", "service-crs"; base::Cancelled
    static std::shared_ptr<const MapService> open(const ServiceAddress& address, const std::string& layer,
                                                  const std::optional<Crs>& crs, const Crs& target, Door& door,
                                                  const base::Progress& progress);
    ~MapService();
    MapService(const MapService&) = delete;
    MapService& operator=(const MapService&) = delete;

    /// Name and CRS; it has no size of its own.
    const RasterReport& report() const;
    /// Where it lies in the target CRS, no farther than that can be used.
    const Box& extent() const;
    /// The size of its finest pixel in the target CRS.
    double finest_units() const;
    /// Who must be named beside it; empty when the service does not say.
    const std::string& attribution() const;

    /// Squares of ground, target CRS, as side × side pixels each: from the disk where that is not old, else from the
    /// server, which is asked for all of them together. Pixels::is_passing where something lacks or is old because the
    /// server did not answer. @throws base::Cancelled
    std::vector<Pixels> read(std::span<const Box> grounds, int side, Door& door, const base::Progress& progress) const;
    Pixels read(const Box& ground, int side, Door& door, const base::Progress& progress) const;
    /// Any address at its server, for Door::trouble().
    const std::string& server() const;

private:
    struct Pimpl;
    struct Plan;
    Plan plan(const Transform& there, const Box& ground, int side) const;
    static Pixels painted(const Plan& plan, std::span<const Door::Got> got, int side);
    explicit MapService(std::unique_ptr<Pimpl> pimpl);
    std::unique_ptr<Pimpl> pimpl_;
};

}  // namespace geo
