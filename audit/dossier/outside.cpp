// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/outside.hpp"

#include "audit/dossier/schema.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <string_view>

namespace audit {
namespace {

using base::text;
using Kind = RowDifference::Kind;

/// Order in which rows can be filled, and so undone backwards.
std::size_t rank_of(const Table& table) { return static_cast<std::size_t>(&table - journaled_tables().data()); }

/// One noticing: the differences, journaled in an order in which undo, which goes backwards, finds what it needs.
class Intake {
public:
    Intake(DossierState& state, Edit& edit, base::Problems& remarks)
        : state_(state), edit_(edit), raw_(state.connection), remarks_(remarks) {}

    void run(RowDifferences differences) {
        auto by_table = [](const RowDifference& a, const RowDifference& b) {
            return rank_of(*a.table) < rank_of(*b.table);
        };
        std::stable_sort(differences.begin(), differences.end(), by_table);
        mend_identities(state_.connection, edit_, differences, remarks_);
        mend_links(state_.connection, differences);
        // Parts before their finding where rows go, after it where they come.
        std::stable_sort(differences.begin(), differences.end(), by_table);
        for (auto difference = differences.rbegin(); difference != differences.rend(); ++difference)
            if (difference->kind == Kind::removed) take_removed(*difference);
        for (auto kind : {Kind::changed, Kind::added})
            for (const auto& difference : differences)
                if (difference.kind == kind) take_present(difference);
        for (const auto& difference : differences)
            if (difference.kind == Kind::unreadable) remark_unreadable(difference);
        tell();
    }

private:
    void take_removed(const RowDifference& difference) {
        const auto& table = *difference.table;
        auto known = known_row(state_.connection, table, difference.uuid).value_or(KnownRow{});
        if (table.name == "finding") take_parts_along(difference.uuid);
        Row row;
        Patch patch;
        for (const auto& column : table.columns) {
            auto json = known.field(column.name);
            if (json == "null") continue;
            row[column.name] = value_or_nothing(column, json);
            patch[column.name] = {json, "null"};
        }
        row["uuid"] = difference.uuid;
        patch["uuid"] = {json_of(row["uuid"]), "null"};
        edit_.found(table, difference.uuid, patch, row);
        ++removed_;
    }

    // Other programs do not know what hangs on a finding; left alone it would be seen by nobody and kept for ever.
    void take_parts_along(const std::string& finding) {
        for (const char* part : {"measurement", "finding_goal", "media"})
            for (const auto& uuid : edit_.rows().where(part, "finding", finding)) {
                edit_.erase(part, uuid);
                erased_.insert(uuid);
                ++removed_;
            }
    }

    void take_present(const RowDifference& difference) {
        const auto& table = *difference.table;
        if (erased_.contains(difference.uuid)) return;
        if (table.name == "finding") mend_times(difference.number);
        auto row = raw_.at(table, difference.number);
        auto known =
            difference.kind == Kind::added ? std::nullopt : known_row(state_.connection, table, difference.uuid);
        auto patch = patch_between(table, known.value_or(KnownRow{}), row);
        if (patch.empty()) return;
        edit_.found(table, difference.uuid, patch, row);
        if (table.has_changed) raw_.set(table, difference.number, "changed", edit_.now());
        if (table.name == "finding") doubt_values(state_, row, difference.number, remarks_);
        ++(difference.kind == Kind::added ? added_ : changed_);
    }

    // QGIS writes times without the Z that the GeoPackage standard wants.
    void mend_times(std::int64_t fid) {
        for (const std::string field : {"recorded", "created"}) {
            auto& update = state_.connection.statement(
                "UPDATE finding SET " + field + " = strftime('%Y-%m-%dT%H:%M:%fZ', " + field +
                ") WHERE fid = ? AND strftime('%Y-%m-%dT%H:%M:%fZ', " + field + ") IS NOT NULL");
            update.bind(1, fid);
            update.exec();
        }
    }

    void remark_unreadable(const RowDifference& difference) {
        remarks_.add({.code = "journal-broken",
                      .message = text("The journal's entries about a row are broken; what changed in it is not known."),
                      .where = where(difference),
                      .advice = text("Keep the file; compare it with an earlier copy.")});
    }

    base::Where where(const RowDifference& difference) const {
        return {
            .file = state_.connection.path().string(), .layer = difference.table->name, .feature = difference.number};
    }

    void tell() {
        if (added_ + changed_ + removed_ == 0) return;
        base::Problems all;
        all.add({.code = "outside-edits",
                 .message = text("Another program changed the dossier; rows added: {added}, changed: {changed}, "
                                 "removed: {removed}.",
                                 {{"added", std::to_string(added_)},
                                  {"changed", std::to_string(changed_)},
                                  {"removed", std::to_string(removed_)}}),
                 .where = {.file = state_.connection.path().string()},
                 .advice = text("The history shows what; “undo” takes it back.")});
        all.add(remarks_);
        remarks_ = std::move(all);
    }

    DossierState& state_;
    Edit& edit_;
    RawRows raw_;
    base::Problems& remarks_;
    std::set<std::string> erased_;
    std::int64_t added_ = 0, changed_ = 0, removed_ = 0;
};

// GDAL and QGIS believe this number, and not every program keeps it.
void mend_feature_counts(Connection& connection) {
    for (const char* table : {"finding", "facility"}) {
        auto& update = connection.statement("UPDATE gpkg_ogr_contents SET feature_count = (SELECT count(*) FROM \"" +
                                            std::string(table) + "\") WHERE table_name = ?");
        update.bind(1, table);
        update.exec();
    }
}

// A program that writes a table anew (ogr2ogr -overwrite) leaves our indexes out, and every look-up would read it
// whole.
void mend_indexes(Connection& connection) {
    constexpr std::string_view k_create = "CREATE INDEX ";
    std::istringstream schema(schema_text("0001_dossier"));
    for (std::string line; std::getline(schema, line);)
        if (line.starts_with(k_create))
            connection.run_script("CREATE INDEX IF NOT EXISTS " + line.substr(k_create.size()));
}

/// Nothing differed: remembered, so that the next look is cheap again.
void remember_compared(DossierState& state, WriteTransaction& transaction) {
    state.compared_version = state.connection.data_version();
    if (state.connection.is_wal()) return;
    keep_change_counter(state.connection);
    transaction.commit();
}

}  // namespace

bool may_be_changed_outside(DossierState& state) {
    auto& connection = state.connection;
    if (connection.is_wal()) return state.compared_version != connection.data_version();
    return setting(connection, "change_counter") != std::to_string(connection.change_counter());
}

void keep_change_counter(Connection& connection) {
    // In WAL mode no number can be promised; an empty one leads to a comparison once that mode has ended.
    auto next = connection.is_wal() ? std::string() : std::to_string(connection.change_counter() + 1);
    set_setting(connection, "change_counter", next);
}

std::unique_ptr<WriteTransaction> begin_writing(DossierState& state, base::Progress progress) {
    // SQLite itself would only say so at the first row, when photos are copied already.
    if (state.connection.is_read_only()) throw_read_only(state.connection.path());
    state.connection.leave_wal();
    while (true) {
        auto transaction = std::make_unique<WriteTransaction>(state.connection);
        if (!may_be_changed_outside(state)) return transaction;
        state.noticed.add(take_in_outside_edits(state, std::move(transaction), progress));
    }
}

base::Problems take_in_outside_edits(DossierState& state, std::unique_ptr<WriteTransaction> transaction,
                                     base::Progress progress) {
    mend_indexes(state.connection);
    RowDifferences differences;
    compare_with_journal(
        state.connection, [&](RowDifference difference) { differences.push_back(std::move(difference)); }, progress);
    auto& held = *transaction;
    auto device = own_chain(state);
    Edit edit(state.connection, std::move(transaction), state.srs_id, state.author, device, k_outside_action);
    base::Problems remarks;
    Intake(state, edit, remarks).run(std::move(differences));
    if (!edit.changed_anything()) return remember_compared(state, held), remarks;
    mend_feature_counts(state.connection);
    state.compared_version = state.connection.data_version();
    edit.commit();
    state.device = device;
    state.remember(edit);
    // Rows got other uuids: the next snapshot is read whole.
    state.last_data_version = 0;
    return remarks;
}

Row RawRows::at(const Table& table, std::int64_t number) {
    auto& query = connection_.statement("SELECT " + columns_of(table) + " FROM \"" + table.name + "\" WHERE " +
                                        table.number_column() + " = ?");
    query.bind(1, number);
    query.executeStep();
    auto row = row_from(query, table, 0);
    query.reset();
    return row;
}

void RawRows::set(const Table& table, std::int64_t number, const std::string& column, const Value& value) {
    auto& update = connection_.statement("UPDATE \"" + table.name + "\" SET \"" + column + "\" = ?1 WHERE " +
                                         table.number_column() + " = ?2");
    if (auto* words = std::get_if<std::string>(&value)) update.bind(1, *words);
    if (auto* whole = std::get_if<std::int64_t>(&value)) update.bind(1, *whole);
    update.bind(2, number);
    update.exec();
}

}  // namespace audit
