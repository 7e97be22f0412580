// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/state.hpp"

namespace audit {

HistoryEntry history_entry(const JournalEntry& entry) {
    HistoryEntry out{entry.device, entry.seq, entry.time, entry.person, entry.action,
                     entry.table,  entry.row, {},         entry.outside};
    if (entry.patch)
        for (const auto& [field, change] : parse_patch(*entry.patch))
            out.changes.emplace_back(field, change.first, change.second);
    return out;
}

namespace {

// Parts of a finding name it in their patch: as new value when they came, as old one when they went.
bool is_about(const JournalEntry& entry, const std::string& uuid, std::set<std::string>& parts) {
    if (entry.row == uuid || parts.contains(entry.row)) return true;
    if (!entry.patch || entry.patch->find(uuid) == std::string::npos) return false;
    auto patch = parse_patch(*entry.patch);
    auto owner = patch.find("finding");
    auto wanted = '"' + uuid + '"';
    if (owner == patch.end() || (owner->second.first != wanted && owner->second.second != wanted)) return false;
    parts.insert(entry.row);
    return true;
}

}  // namespace

std::vector<HistoryEntry> read_history(Connection& connection, const std::string& uuid) {
    std::vector<HistoryEntry> history;
    std::set<std::string> parts;
    // Parts of a finding name it in their patch.
    auto where = uuid.empty() ? "" : "(row_uuid = ?1 OR (table_name <> 'finding' AND instr(patch, ?1) > 0))";
    auto values = uuid.empty() ? std::vector<std::string>{} : std::vector<std::string>{uuid};
    read_journal(connection, where, values, [&](const JournalEntry& entry) {
        if (uuid.empty() || is_about(entry, uuid, parts)) history.push_back(history_entry(entry));
    });
    return history;
}

std::vector<HistoryEntry> read_recent_history(Connection& connection, std::int64_t entries) {
    std::vector<HistoryEntry> history;
    read_journal(connection, "id > (SELECT max(id) FROM journal) - CAST(?1 AS INTEGER)", {std::to_string(entries)},
                 [&](const JournalEntry& entry) { history.push_back(history_entry(entry)); });
    return history;
}

}  // namespace audit
