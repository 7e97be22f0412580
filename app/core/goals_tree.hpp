// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/snapshot.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace app {

/// The agendas with their themes and goals, as rows of a tree with counts of findings.
struct GoalRow {
    enum class Level { agenda, theme, goal };
    Level level = Level::goal;
    std::string id;    ///< of the agenda, theme or goal
    std::string text;  ///< in the language asked
    std::string provenance{};
    std::int64_t open = 0, solved = 0;  ///< findings linked; solved counts verified ones too
};

std::vector<GoalRow> goals_tree(const audit::Snapshot& snapshot, base::Language language);
/// Goals whose id or words contain every word of `search`, with the agendas and themes they stand under.
std::vector<GoalRow> matching(const std::vector<GoalRow>& rows, const std::string& search);

}  // namespace app
