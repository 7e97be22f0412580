// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/net/door.hpp"
#include "geo/service/address.hpp"
#include "geo/service/offer.hpp"
#include "geo/source/source.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace geo {

/// What is asked of a service of objects.
struct ObjectsWanted {
    ServiceAddress address{};
    std::string layer{};
    Crs target{};
    Box ground{};             ///< in the target CRS
    std::size_t most = 0;     ///< objects in all
    std::size_t page = 1000;  ///< objects that are asked for at a time
};

/// What came of it.
struct ObjectsRead {
    std::size_t count = 0;
    bool is_cut = false;  ///< there are more on this ground
    bool is_old = false;  ///< read from what was kept, because the server did not answer
};

/// Reads the objects of a service that lie on some ground, page by page, into a new GeoPackage with one layer
/// `k_objects_layer` in the service's own CRS. From there they are read like those of any file. When the server is
/// away, those of the ground that was seen before and is likest to it. Belongs on a worker.
/// @throws base::Error "service-away", "service-unknown", "layer-missing"; base::Cancelled
ObjectsRead read_objects(const ObjectsWanted& wanted, const std::filesystem::path& file, Door& door,
                         const base::Progress& progress);
constexpr const char* k_objects_layer = "objects";

/// The layers of a service of objects. @throws as read_objects()
std::vector<OfferedLayer> object_layers(const ServiceAddress& address, Door& door, const base::Progress& progress);

}  // namespace geo
