// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: WMS, versions 1.1.1 and 1.3.0.

#include "geo/service/tiles.hpp"

#include <optional>
#include <string>
#include <vector>

namespace geo {

struct WmsLayer {
    std::string name{}, title{}, attribution{};
    std::vector<std::string> crs{};  ///< those of the layers around it too
    Box wgs84{};
};

/// What a server says of itself.
struct WmsOffer {
    std::string version{}, title{}, attribution{};
    std::vector<std::string> formats{};
    std::vector<WmsLayer> layers{};  ///< those that can be asked for, in the order of the server
};
/// Nothing when these are not the capabilities of a WMS.
std::optional<WmsOffer> read_wms(const std::string& capabilities);

/// How a layer is asked for.
struct WmsRequest {
    std::string url{}, version{}, layer{}, format{};
    std::string crs_name{};  ///< as the server calls it
    Crs crs{};
    bool north_first = false;  ///< how corners are written in this CRS and version
};
/// In the wanted CRS where the server can, else in another that it can. @throws base::Error "service-crs"
WmsRequest wms_request(const std::string& url, const WmsOffer& offer, const WmsLayer& layer, const Crs& wanted);
/// One picture that covers the ground exactly or, when that would be too large, at a coarser scale.
Mosaic wms_mosaic(const WmsRequest& request, const Box& ground, double units_per_pixel);

/// The sentence of the server where it answers with a complaint instead of a picture, else empty.
std::string wms_complaint(const std::string& body);

}  // namespace geo
