// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/dossier.hpp"
#include "audit/dossier/journal.hpp"

#include <memory>
#include <optional>
#include <set>
#include <string>

namespace audit {

/// The table's listed columns, quoted and with commas, for a SELECT.
std::string columns_of(const Table& table);
/// The listed columns of a result's row, null ones included. @param first place of the first of them in the result
Row row_from(SQLite::Statement& statement, const Table& table, int first);

/// Reads and writes the journaled rows of a dossier; knows nothing of actions or the journal.
class Rows {
public:
    Rows(Connection& connection, int srs_id) : connection_(connection), srs_id_(srs_id) {}

    /// The row's listed columns, null ones included; nothing when there is none.
    std::optional<Row> find(const Table& table, const std::string& uuid);
    void insert(const Table& table, const Row& row, const std::string& now);
    void update(const Table& table, const std::string& uuid, const Row& fields, const std::string& now);
    void erase(const Table& table, const std::string& uuid);
    /// uuids of rows of `table` whose `field` is `value`.
    std::vector<std::string> where(const std::string& table, const std::string& field, const std::string& value);

private:
    void bind(SQLite::Statement& statement, int at, const Value& value);
    void number_links(const std::string& field, const std::string& value);
    std::vector<std::uint8_t> blob_;  // lives as long as the binding
    Connection& connection_;
    int srs_id_;
};

/// One action on a dossier: a write transaction in which every changed row becomes an entry of the journal.
/// Without commit() nothing happened.
class Edit {
public:
    /// @param transaction begun by the caller, who had to find the chain in it
    /// @param device the chain to write to
    /// @param action k_outside_action makes entries of another program's edits, in nobody's name
    /// @param undoes see JournalEntry
    Edit(Connection& connection, std::unique_ptr<WriteTransaction> transaction, int srs_id, const Author& author,
         std::string device, std::string action, std::optional<std::int64_t> undoes = {});

    const std::string& now() const { return now_; }
    Rows& rows() { return rows_; }
    std::string new_uuid() const { return author_.ids(); }
    const Author& author() const { return author_; }

    void insert(const std::string& table, Row row);
    /// Journals only what really changes. @returns whether anything did
    bool update(const std::string& table, const std::string& uuid, const Row& fields);
    void erase(const std::string& table, const std::string& uuid);
    /// Journals what another program did to a row; the row itself stays as it is. @param row as it is, or was when it
    /// is gone
    void found(const Table& table, const std::string& uuid, const Patch& patch, const Row& row);
    /// An entry about something that is no journaled row (the dossier's making).
    void note(const std::string& table, const std::string& row, const Patch& patch);

    bool changed_anything() const { return last_.seq >= first_seq_; }
    /// uuids of the findings whose row, measurements, goals or photos changed.
    const std::set<std::string>& touched_findings() const { return touched_findings_; }
    bool touched(const std::string& table) const { return touched_tables_.contains(table); }
    /// Keeps the GeoPackage's own records right and commits.
    void commit();

private:
    void journal(const std::string& table, const std::string& row, const Patch& patch, const std::string& finding);
    void touch(const Table& table, const Row& row);
    void keep_contents();

    Connection& connection_;
    std::unique_ptr<WriteTransaction> transaction_;
    Rows rows_;
    const Author& author_;
    std::string device_, action_, now_;
    std::optional<std::int64_t> undoes_;
    ChainEnd last_;
    std::int64_t first_seq_;
    std::set<std::string> touched_findings_, with_changed_parts_, touched_tables_;
    std::map<std::string, geo::Box> grown_;
};

}  // namespace audit
