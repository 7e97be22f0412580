// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/layers.hpp"

#include <functional>

namespace app {

/// Who made what is shown: everybody once, those whose map lies on top first. UI thread.
std::string attribution_of(const Layers& layers, const std::function<bool(const LoadedLayer&)>& is_shown);

}  // namespace app
