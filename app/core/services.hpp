// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/jobs.hpp"
#include "geo/net/door.hpp"

#include <memory>

namespace app {

/// What layers from servers need: the way to them, and workers of their own, so that a slow server holds up nothing
/// that lies on this computer.
struct Services {
    base::Jobs& jobs;
    std::shared_ptr<geo::Door> door;
    base::Clock clock;
};

/// What is said at a layer whose server is in trouble, by the address of anything there; nothing when it is well.
std::optional<base::Problem> service_remark(const geo::Door& door, const std::string& address);

}  // namespace app
