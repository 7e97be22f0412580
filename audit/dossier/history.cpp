// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/state.hpp"

namespace audit {

HistoryEntry history_entry(const JournalEntry& entry) {
    HistoryEntry out{entry.device, entry.seq, entry.time, entry.person, entry.action,
                     entry.table,  entry.row, {},         entry.outside};
    if (!entry.patch) return out;
    try {
        for (const auto& [field, change] : parse_patch(*entry.patch))
            out.changes.emplace_back(field, change.first, change.second);
    } catch (const base::Error&) {
        // One broken entry must not hide the others; check() names it.
    }
    return out;
}

std::vector<HistoryEntry> read_history(Connection& connection, const std::string& uuid) {
    std::vector<HistoryEntry> history;
    // The row itself, what is about it, and all of a part's life, even if it hung on another finding for a while.
    auto where = uuid.empty() ? "" : "(row_uuid = ?1 OR row_uuid IN (SELECT row_uuid FROM journal WHERE finding = ?1))";
    auto values = uuid.empty() ? std::vector<std::string>{} : std::vector<std::string>{uuid};
    read_journal(connection, where, values,
                 [&](const JournalEntry& entry) { history.push_back(history_entry(entry)); });
    return history;
}

std::vector<HistoryEntry> read_recent_history(Connection& connection, std::int64_t entries) {
    std::vector<HistoryEntry> history;
    read_journal(connection, "id > (SELECT max(id) FROM journal) - CAST(?1 AS INTEGER)", {std::to_string(entries)},
                 [&](const JournalEntry& entry) { history.push_back(history_entry(entry)); });
    return history;
}

}  // namespace audit
