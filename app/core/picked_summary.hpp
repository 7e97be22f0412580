// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/snapshot.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace app {

/// What several selected findings have in common.
struct PickedSummary {
    std::size_t count = 0;
    std::string status{}, severity{};            ///< words of it; empty when they differ
    std::map<std::string, std::size_t> goals{};  ///< how many have each
};

PickedSummary summary_of(const audit::Snapshot& snapshot, const std::vector<std::string>& uuids);

}  // namespace app
