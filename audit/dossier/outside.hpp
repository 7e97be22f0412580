// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/known_rows.hpp"
#include "audit/dossier/state.hpp"

#include <memory>
#include <string>
#include <vector>

/// What QGIS, QField, ogr2ogr or sqlite3 changed in a dossier.
///
/// SQLite counts every commit in the file's header. The number that follows from our own last commit is kept in the
/// dossier; another number means that another program wrote since. Only then rows and journal are compared. In WAL mode
/// (QGIS works so) the header says nothing; there every commit of another connection leads to a comparison.
namespace audit {

/// Cheap. Call inside a transaction.
bool may_be_changed_outside(DossierState& state);

/// Stores the change counter that the file will have after this transaction: in rollback-journal mode every commit
/// raises it by exactly one. Call last in every transaction that writes.
void keep_change_counter(Connection& connection);

/// Begins to write, after what others changed was taken in and is told in `state.noticed`.
std::unique_ptr<WriteTransaction> begin_writing(DossierState& state, base::Progress progress = {});

/// Journals what differs as one action "outside" and mends what other programs cannot know: uuids that are empty or
/// doubled by copying, the two spellings of a link, parts of a deleted finding. Ends the transaction.
/// @returns what a person should hear; empty when nothing differed
base::Problems take_in_outside_edits(DossierState& state, std::unique_ptr<WriteTransaction> transaction,
                                     base::Progress progress);

using RowDifferences = std::vector<RowDifference>;

/// Rows addressed by their number, as other programs left them.
class RawRows {
public:
    explicit RawRows(Connection& connection) : connection_(connection) {}
    Row at(const Table& table, std::int64_t number);
    void set(const Table& table, std::int64_t number, const std::string& column, const Value& value);

private:
    Connection& connection_;
};

/// Gives each row a uuid of its own: one that lost it gets it back when all else is as the journal knows it, a copy
/// (the higher row number) gets a new one. A part that was copied too goes with its finding's copy. The named rows
/// become differences of kind `added`. @param differences in the order of the tables
void mend_identities(Connection& connection, const Edit& edit, RowDifferences& differences, base::Problems& remarks);

/// A link is spelled twice: in uuids for us, in row numbers for the Related Tables extension. Where the two do not fit,
/// the one counts that was changed. Changed links become differences.
void mend_links(Connection& connection, RowDifferences& differences);

/// Values that mean nothing to us; they are kept.
void doubt_values(DossierState& state, const Row& finding, std::int64_t fid, base::Problems& remarks);

}  // namespace audit
