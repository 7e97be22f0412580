// SPDX-License-Identifier: EUPL-1.2
#include "app/core/picked_summary.hpp"

namespace app {
namespace {

void keep_common(std::string& common, std::string_view word, bool first) {
    if (first)
        common = word;
    else if (common != word)
        common.clear();
}

}  // namespace

PickedSummary summary_of(const audit::Snapshot& snapshot, const std::vector<std::string>& uuids) {
    PickedSummary summary;
    for (const auto& uuid : uuids) {
        const auto* finding = snapshot.find(uuid);
        if (!finding) continue;
        const bool first = summary.count++ == 0;
        keep_common(summary.status, audit::word_of(finding->status), first);
        keep_common(summary.severity, finding->severity ? audit::word_of(*finding->severity) : "", first);
        for (const auto& goal : finding->goals) ++summary.goals[goal];
    }
    return summary;
}

}  // namespace app
