// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/source/source.hpp"

#include <nlohmann/json_fwd.hpp>

namespace ctl {

/// What `probe --json` prints: keys in English, whatever the language; messages in the chosen one.
nlohmann::ordered_json probe_json(const geo::SourceReport& report);

/// Whether something is to be remarked about the source or one of its layers.
bool has_remarks(const geo::SourceReport& report);

}  // namespace ctl
