// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/services.hpp"
#include "geo/service/map_service.hpp"
#include "geo/source/source.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace app {

class KeptOverviews;

/// What is shown of a large layer before all of it is known.
struct FirstLooks {
    bool wanted = true;                     ///< somebody sees what is half done
    std::int64_t most_at_once = 2'000'000;  ///< features of a source that is looked through before it is called loaded
};

/// Where a layer is read from, and into which CRS.
struct LayerOrigin {
    std::filesystem::path path;  ///< or the address of a service
    geo::SourceOptions options{};
    geo::Crs target{};
    std::shared_ptr<geo::Door> door{};                 ///< to the server of a service
    std::shared_ptr<const geo::MapService> service{};  ///< when it is one that was opened
    std::shared_ptr<KeptOverviews> overviews{};        ///< of large layers that were seen before
    std::optional<std::string> names{};                ///< the attribute that somebody chose for them
    std::int64_t most_at_once = FirstLooks{}.most_at_once;
};

}  // namespace app
