// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: what servers say of themselves, asked through the door.

#include "geo/net/door.hpp"
#include "geo/service/wms.hpp"
#include "geo/service/wmts.hpp"

#include <functional>
#include <string>

namespace geo {

/// Brings what a service says of itself, not older than a day where the server answers.
/// @param is_it whether this is what was asked for @throws base::Error "service-away", "service-unknown"
std::string ask_service(const std::string& address, Door& door, const base::Progress& progress,
                        const std::function<bool(const std::string&)>& is_it);

/// Says why a service cannot be used, by what came of asking. @throws base::Error "service-away", "service-unknown",
/// "service-refused"
[[noreturn]] void fail_service(const std::string& address, const Door::Got& got);

/// @throws base::Error "service-away", "service-unknown"
WmsOffer wms_at(const std::string& url, Door& door, const base::Progress& progress);
WmtsOffer wmts_at(const std::string& url, Door& door, const base::Progress& progress);

}  // namespace geo
