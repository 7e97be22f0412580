// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/services.hpp"
#include "geo/service/map_service.hpp"
#include "geo/source/source.hpp"

#include <filesystem>
#include <memory>

namespace app {

class KeptOverviews;

/// Where a layer is read from, and into which CRS.
struct LayerOrigin {
    std::filesystem::path path;  ///< or the address of a service
    geo::SourceOptions options{};
    geo::Crs target{};
    std::shared_ptr<geo::Door> door{};                 ///< to the server of a service
    std::shared_ptr<const geo::MapService> service{};  ///< when it is one that was opened
    std::shared_ptr<KeptOverviews> overviews{};        ///< of large layers that were seen before
};

}  // namespace app
