// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/net/door.hpp"
#include "geo/service/address.hpp"

#include <string>
#include <vector>

namespace geo {

/// Something of a service that can be a layer.
struct OfferedLayer {
    std::string name{};   ///< in the service; empty for tiles by number
    std::string title{};  ///< what people call it
    std::string attribution{};
};

struct ServiceOffer {
    ServiceAddress address{};
    std::string title{};
    std::vector<OfferedLayer> layers{};
    std::string wanted{};      ///< the layer that the address named, empty when none
    bool held_secret = false;  ///< a name or password was taken from the address
};

/// What is at an address that somebody pasted, or in a description for GDAL (a file with <GDAL_WMS> or <GDAL_WMTS>).
/// Belongs on a worker.
/// @throws base::Error "service-away", "service-unknown", "service-refused", "service-empty"; base::Cancelled
ServiceOffer look_at_service(const std::string& pasted, Door& door, const base::Progress& progress);

}  // namespace geo
