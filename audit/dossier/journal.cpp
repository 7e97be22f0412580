// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/journal.hpp"

#include "geo/base/ids.hpp"

#include <nlohmann/json.hpp>

namespace audit {
namespace {

using nlohmann::json;

const std::string k_columns =
    "SELECT device, seq, time, person, action, action_seq, undoes, outside, table_name, row_uuid, patch, salt, "
    "patch_hash, previous, hash, finding FROM journal ";

[[noreturn]] void broken_patch() {
    throw base::Error({.code = "journal-broken", .message = base::text("An entry of the journal cannot be read.")});
}

std::optional<std::string> optional_text(const SQLite::Column& column) {
    if (column.isNull()) return std::nullopt;
    return column.getString();
}

JournalEntry entry_from(SQLite::Statement& row) {
    JournalEntry entry;
    entry.device = row.getColumn(0).getString();
    entry.seq = row.getColumn(1).getInt64();
    entry.time = row.getColumn(2).getString();
    entry.person = row.getColumn(3).getString();
    entry.action = row.getColumn(4).getString();
    entry.action_seq = row.getColumn(5).getInt64();
    if (!row.getColumn(6).isNull()) entry.undoes = row.getColumn(6).getInt64();
    entry.outside = row.getColumn(7).getInt() != 0;
    entry.table = row.getColumn(8).getString();
    entry.row = row.getColumn(9).getString();
    entry.patch = optional_text(row.getColumn(10));
    entry.salt = optional_text(row.getColumn(11));
    entry.patch_hash = row.getColumn(12).getString();
    entry.previous = row.getColumn(13).getString();
    entry.hash = row.getColumn(14).getString();
    entry.finding = row.getColumn(15).getString();
    return entry;
}

}  // namespace

std::string text_of(const Patch& patch) {
    // Written by hand around JSON texts: parsing and printing them again would cost time and could change a digit.
    std::string out = "{";
    for (const auto& [field, change] : patch) {
        if (out.size() > 1) out += ',';
        out += json_of(Value{field}) + ":[" + change.first + "," + change.second + "]";
    }
    return out + "}";
}

Patch parse_patch(const std::string& text) {
    auto object = json::parse(text, nullptr, false);
    if (!object.is_object()) broken_patch();
    Patch patch;
    for (const auto& [field, change] : object.items()) {
        if (!change.is_array() || change.size() != 2) broken_patch();
        patch[field] = {change[0].dump(), change[1].dump()};
    }
    return patch;
}

std::string patch_hash_of(const std::string& salt, const std::string& patch) { return base::sha256_hex(salt + patch); }

std::string hash_of(const JournalEntry& entry) {
    // Keys in their order; building a JSON object for it would cost more than the hashing.
    auto text = [](const std::string& value) { return json_of(Value{value}); };
    std::string header = "{\"action\":" + text(entry.action);
    header += ",\"action_seq\":" + std::to_string(entry.action_seq);
    header += ",\"device\":" + text(entry.device);
    header += entry.outside ? ",\"outside\":true" : ",\"outside\":false";
    header += ",\"patch\":" + text(entry.patch_hash);
    header += ",\"person\":" + text(entry.person);
    header += ",\"previous\":" + text(entry.previous);
    header += ",\"row\":" + text(entry.row);
    header += ",\"seq\":" + std::to_string(entry.seq);
    header += ",\"table\":" + text(entry.table);
    header += ",\"time\":" + text(entry.time);
    header += ",\"undoes\":" + (entry.undoes ? std::to_string(*entry.undoes) : "null");
    return base::sha256_hex(header + "}");
}

ChainEnd end_of_chain(Connection& connection, const std::string& device) {
    auto& query = connection.statement("SELECT seq, hash FROM journal WHERE device = ? ORDER BY seq DESC LIMIT 1");
    query.bind(1, device);
    if (!query.executeStep()) return {};
    ChainEnd end{query.getColumn(0).getInt64(), query.getColumn(1).getString()};
    query.reset();
    return end;
}

void append(Connection& connection, const JournalEntry& entry) {
    auto& insert = connection.statement(
        "INSERT INTO journal (device, seq, time, person, action, action_seq, undoes, outside, table_name, row_uuid, "
        "patch, salt, patch_hash, previous, hash, finding) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, entry.device);
    insert.bind(2, entry.seq);
    insert.bind(3, entry.time);
    insert.bind(4, entry.person);
    insert.bind(5, entry.action);
    insert.bind(6, entry.action_seq);
    if (entry.undoes) insert.bind(7, *entry.undoes);
    insert.bind(8, entry.outside ? 1 : 0);
    insert.bind(9, entry.table);
    insert.bind(10, entry.row);
    if (entry.patch) insert.bind(11, *entry.patch);
    if (entry.salt) insert.bind(12, *entry.salt);
    insert.bind(13, entry.patch_hash);
    insert.bind(14, entry.previous);
    insert.bind(15, entry.hash);
    if (!entry.finding.empty()) insert.bind(16, entry.finding);
    insert.exec();
}

void read_journal(Connection& connection, const std::string& where, const std::vector<std::string>& values,
                  const std::function<void(const JournalEntry&)>& use) {
    auto& query = connection.statement(k_columns + (where.empty() ? "" : "WHERE " + where + " ") + "ORDER BY id");
    for (std::size_t i = 0; i < values.size(); ++i) query.bind(static_cast<int>(i) + 1, values[i]);
    // A reader that throws must not leave the statement, and with it a lock, open.
    struct Reset {
        SQLite::Statement& statement;
        ~Reset() { statement.tryReset(); }
    } reset{query};
    while (query.executeStep()) use(entry_from(query));
}

void read_chain_backwards(Connection& connection, const std::string& device,
                          const std::function<bool(const JournalEntry&)>& use) {
    auto& query = connection.statement(k_columns + "WHERE device = ? ORDER BY seq DESC");
    query.bind(1, device);
    while (query.executeStep() && use(entry_from(query))) continue;
    query.reset();
}

std::vector<JournalEntry> entries_of_action(Connection& connection, const std::string& device,
                                            std::int64_t action_seq) {
    auto& query = connection.statement(k_columns + "WHERE device = ? AND seq >= ? AND action_seq = ? ORDER BY seq");
    query.bind(1, device);
    query.bind(2, action_seq);
    query.bind(3, action_seq);
    std::vector<JournalEntry> entries;
    while (query.executeStep()) entries.push_back(entry_from(query));
    return entries;
}

}  // namespace audit
