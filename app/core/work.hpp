// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/jobs.hpp"

#include <optional>

namespace app {

/// Something that is being done now, as the window shows it.
struct Work {
    base::Text name;
    double fraction = 0;
    bool running = true;               ///< false: waiting for its turn
    std::optional<base::JobId> job{};  ///< to stop it; nothing: it cannot be stopped
};

}  // namespace app
