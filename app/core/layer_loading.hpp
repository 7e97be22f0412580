// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/known_classes.hpp"
#include "app/core/layers.hpp"

#include <functional>

namespace app {

/// What a load brings.
struct ArrivedLayer {
    std::shared_ptr<const PreparedLayer> data{};
    std::shared_ptr<const RasterPicture> picture{};
    std::shared_ptr<const geo::MapService> service{};  ///< that the picture is of
    std::optional<geo::Operation> conversion{};
    std::optional<base::Problem> problem{};
    std::optional<std::string> overview{};  ///< under which `data` is to be kept among the overviews
    bool is_sample = false;                 ///< of a very large layer: what it looks like from afar is a guess so far
};

/// Opens a service, reads a layer, or looks through it when it is too large to be held. Belongs on a worker.
/// @param partly is given what there is so far of one that takes long; without it nobody looks on, and nothing is
/// guessed
/// @throws base::Error; base::Cancelled
ArrivedLayer load_layer(const LayerOrigin& source,
                        const std::function<void(std::shared_ptr<const PreparedLayer>)>& partly,
                        base::Progress progress);

/// Puts the features into classes and prepares each. Belongs on a worker. @param known nullptr: by `as.by`
/// @throws base::Error; base::Cancelled
ColouredLayer colour_layer(const LayerOrigin& source, const std::shared_ptr<const PreparedLayer>& data,
                           const Colouring& as, const KnownLayer* known, base::Progress progress);

}  // namespace app
