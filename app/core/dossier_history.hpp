// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/dossier.hpp"

#include <memory>
#include <string>
#include <vector>

namespace app {

/// One thing that somebody did, as people read it: the entries of the journal that belong together.
struct HistoryStep {
    std::string when, who, what;         ///< in the language asked
    std::string subject;                 ///< title of the finding, name of the layer; may be empty
    std::string finding{};               ///< uuid; empty when it was not about one that is still there
    bool outside = false;                ///< changed by another program
    std::vector<std::string> changes{};  ///< "Severity: hindering, was blocking"
};

/// What the history panel asked for and got. Newest first.
struct DossierHistory {
    std::string dossier{};  ///< uuid of the dossier, and of which state
    std::uint64_t generation = 0;
    std::vector<audit::HistoryEntry> entries{};  ///< oldest first, as the journal has them
    bool complete = true;                        ///< false: there is more, older than these
    bool arrived = false;
};

/// Which steps are shown.
struct HistoryChoice {
    std::string person{};   ///< empty: everybody
    std::string finding{};  ///< uuid; empty: all
    bool operator==(const HistoryChoice&) const = default;
};

/// Newest first.
std::vector<HistoryStep> history_steps(const std::vector<audit::HistoryEntry>& entries, const audit::Snapshot& snapshot,
                                       const HistoryChoice& choice, base::Language language);
/// Everybody who stands in it, by name.
std::vector<std::string> people_in(const std::vector<audit::HistoryEntry>& entries);

}  // namespace app
