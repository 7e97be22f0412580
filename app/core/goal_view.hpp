// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/snapshot.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace app {

/// A goal with all that is known of it, in the language asked.
struct GoalView {
    struct Fact {
        std::string text;
        bool inferred = false;  ///< by us: the document does not say it
    };
    std::string id, label, theme, agenda;
    std::vector<std::string> provenance{}, documents{}, treaty{};
    std::vector<Fact> target_groups{}, stakeholders{};
    std::string treaty_note{};
    std::int64_t open = 0, solved = 0, dropped = 0;
    std::vector<std::uint32_t> findings{};  ///< places in Snapshot::findings, what is still open first, newest first
};

/// Empty id when there is no such goal.
GoalView goal_view(const audit::Snapshot& snapshot, const std::string& goal, base::Language language);

}  // namespace app
