// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/check.hpp"

#include <algorithm>
#include <unordered_map>

namespace audit {
namespace {

using base::text;

/// What the journal says the rows must be now: (table, uuid) -> field -> JSON text. Fields whose patch was blanked are
/// not known and not compared.
class Expected {
public:
    void take(const JournalEntry& entry) {
        if (!is_journaled_table(entry.table)) return;
        auto& row = rows_[entry.table][entry.row];
        if (!entry.patch) {
            row.unknown = true;
            return;
        }
        auto patch = parse_patch(*entry.patch);
        auto uuid = patch.find("uuid");
        if (uuid != patch.end()) {
            row.present = uuid->second.second != "null";
            row.unknown = false;
            row.fields.clear();
        }
        for (auto& [field, change] : patch) row.fields[field] = std::move(change.second);
    }

    void compare(DossierState& state, base::Problems& problems) {
        for (const auto& table : journaled_tables()) compare_table(state, table, problems);
    }

private:
    struct ExpectedRow {
        bool present = true, unknown = false;
        std::unordered_map<std::string, std::string> fields;
    };

    void compare_table(DossierState& state, const Table& table, base::Problems& problems) {
        auto& expected = rows_[table.name];
        Rows rows(state.connection, state.srs_id);
        std::size_t seen = 0;
        for (const auto& uuid : uuids_in(state.connection, table)) {
            auto known = expected.find(uuid);
            if (known == expected.end() || !known->second.present) {
                changed_outside(state, table, uuid, problems);
                continue;
            }
            ++seen;
            auto row = rows.find(table, uuid);
            if (!known->second.unknown && row && differs(table, known->second, *row))
                changed_outside(state, table, uuid, problems);
        }
        std::size_t wanted = 0;
        for (const auto& [uuid, row] : expected) wanted += row.present ? 1 : 0;
        for (auto missing = wanted; missing > seen; --missing) changed_outside(state, table, {}, problems);
    }

    static std::vector<std::string> uuids_in(Connection& connection, const Table& table) {
        std::vector<std::string> uuids;
        auto& query = connection.statement("SELECT DISTINCT uuid FROM \"" + table.name + "\" WHERE uuid IS NOT NULL");
        while (query.executeStep()) uuids.push_back(query.getColumn(0).getString());
        return uuids;
    }

    static bool differs(const Table& table, const ExpectedRow& expected, const Row& row) {
        for (const auto& column : table.columns) {
            auto wanted = expected.fields.find(column.name);
            if ((wanted == expected.fields.end() ? "null" : wanted->second) != json_of(row.at(column.name)))
                return true;
        }
        return false;
    }

    static void changed_outside(DossierState& state, const Table& table, const std::string& uuid,
                                base::Problems& problems) {
        problems.add({.code = "row-outside",
                      .message = text("A row was changed, added or removed by another program than Doorgang."),
                      .where = {.file = state.connection.path().string(), .layer = table.name},
                      .advice = text("Look whether that was meant; export or copy what must stay."),
                      .detail = uuid});
    }

    std::unordered_map<std::string, std::unordered_map<std::string, ExpectedRow>> rows_;
};

void broken(DossierState& state, const JournalEntry& entry, const char* code, base::Text message,
            base::Problems& problems) {
    problems.add({.code = code,
                  .message = std::move(message),
                  .where = {.file = state.connection.path().string(),
                            .layer = "journal",
                            .field = entry.device,
                            .feature = entry.seq},
                  .advice = text("Keep the file; compare it with an earlier copy.")});
}

}  // namespace

void check_journal(DossierState& state, CheckReport& report, base::Progress progress) {
    std::unordered_map<std::string, ChainEnd> ends;
    Expected expected;
    auto total = std::max<std::int64_t>(1, state.connection.number("SELECT count(*) FROM journal"));
    read_journal(state.connection, "", {}, [&](const JournalEntry& entry) {
        auto& end = ends[entry.device];
        if (entry.seq != end.seq + 1)
            broken(state, entry, "journal-gap", text("Entries of the journal are missing before this one."),
                   report.problems);
        else if (entry.previous != end.hash)
            broken(state, entry, "journal-chain",
                   text("An entry of the journal does not follow from the one before it."), report.problems);
        if (hash_of(entry) != entry.hash)
            broken(state, entry, "journal-hash", text("An entry of the journal was changed."), report.problems);
        if (entry.patch && patch_hash_of(entry.salt.value_or(""), *entry.patch) != entry.patch_hash)
            broken(state, entry, "journal-patch", text("The values of an entry of the journal were changed."),
                   report.problems);
        end = {entry.seq, entry.hash};
        try {
            expected.take(entry);
        } catch (const base::Error& unreadable) {
            report.problems.add(unreadable.problem());
        }
        if (++report.journal_entries % 1024 == 0)
            progress.report(static_cast<double>(report.journal_entries) / static_cast<double>(total));
    });
    expected.compare(state, report.problems);
}

}  // namespace audit
