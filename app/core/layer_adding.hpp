// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/state.hpp"
#include "geo/base/progress.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What a source offers to the map.
struct FoundLayers {
    struct Found {
        std::string layer;
        int order = 0;          ///< where it belongs in the stack, 0 at the bottom
        bool is_image = false;  ///< lies under everything else
    };
    std::vector<Found> layers{};
    std::vector<CrsQuestion> questions{};  ///< layers without CRS
};

/// Reads the source once. Belongs on a worker. @throws base::Error when there is nothing to draw in it; base::Cancelled
FoundLayers look_at_source(const std::filesystem::path& path, const std::string& layer, const std::string& crs,
                           base::Progress progress);
/// The actions that add what is not in the dossier yet, quiet grounds first.
std::vector<audit::DossierAction> layer_actions_for(const std::filesystem::path& path, const FoundLayers& found,
                                                    const std::string& crs, const std::string& name,
                                                    const audit::Snapshot& snapshot);

}  // namespace app
