// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/edit.hpp"

#include "audit/dossier/outside.hpp"
#include "geo/base/ids.hpp"

namespace audit {
namespace {

bool is_null(const Value& value) { return std::holds_alternative<std::monostate>(value); }

/// The finding that a row is or hangs on; "" for others.
std::string finding_of(const std::string& table, const Row& row) {
    auto owner = row.find(table == "finding" ? "uuid" : "finding");
    auto* uuid = owner == row.end() ? nullptr : std::get_if<std::string>(&owner->second);
    return uuid ? *uuid : std::string();
}

}  // namespace

Edit::Edit(Connection& connection, std::unique_ptr<WriteTransaction> transaction, int srs_id, const Author& author,
           std::string device, std::string action, std::optional<std::int64_t> undoes)
    : connection_(connection),
      transaction_(std::move(transaction)),
      rows_(connection, srs_id),
      author_(author),
      device_(std::move(device)),
      action_(std::move(action)),
      now_(base::to_iso(author.clock())),
      undoes_(undoes),
      last_(end_of_chain(connection, device_)),
      first_seq_(last_.seq + 1) {}

void Edit::journal(const std::string& table, const std::string& row, const Patch& patch, const std::string& finding) {
    JournalEntry entry;
    entry.device = device_;
    entry.seq = last_.seq + 1;
    entry.time = now_;
    entry.outside = action_ == k_outside_action;
    if (!entry.outside) entry.person = author_.person;
    entry.action = action_;
    entry.action_seq = first_seq_;
    entry.undoes = undoes_;
    entry.table = table;
    entry.row = row;
    entry.finding = finding;
    entry.patch = text_of(patch);
    entry.salt = author_.salt();
    entry.patch_hash = patch_hash_of(*entry.salt, *entry.patch);
    entry.previous = last_.hash;
    entry.hash = hash_of(entry);
    append(connection_, entry);
    last_ = {entry.seq, entry.hash};
}

void Edit::touch(const Table& table, const Row& row) {
    touched_tables_.insert(table.name);
    if (auto finding = finding_of(table.name, row); !finding.empty()) {
        touched_findings_.insert(finding);
        if (table.name != "finding") with_changed_parts_.insert(finding);
    }
    auto geometry = row.find("geom");
    if (geometry != row.end())
        if (auto* shape = std::get_if<geo::Shape>(&geometry->second)) grown_[table.name].grow(shape->box());
}

void Edit::insert(const std::string& name, Row row) {
    const auto& table = table_named(name);
    Patch patch;
    for (const auto& [field, value] : row)
        if (!is_null(value)) patch[table.column(field).name] = {"null", json_of(value)};
    rows_.insert(table, row, now_);
    journal(name, std::get<std::string>(row.at("uuid")), patch, finding_of(name, row));
    touch(table, row);
}

bool Edit::update(const std::string& name, const std::string& uuid, const Row& fields) {
    const auto& table = table_named(name);
    auto before = rows_.find(table, uuid);
    if (!before) return false;
    Patch patch;
    Row changes;
    for (const auto& [field, value] : fields) {
        auto from = json_of(before->at(field)), to = json_of(value);
        if (from == to) continue;
        patch[field] = {from, to};
        changes[field] = value;
    }
    if (patch.empty()) return false;
    rows_.update(table, uuid, changes, now_);
    touch(table, *before);  // a part may leave its finding
    for (auto& [field, value] : changes) (*before)[field] = value;
    journal(name, uuid, patch, finding_of(name, *before));
    touch(table, *before);
    return true;
}

void Edit::erase(const std::string& name, const std::string& uuid) {
    const auto& table = table_named(name);
    auto before = rows_.find(table, uuid);
    if (!before) return;
    Patch patch;
    for (const auto& [field, value] : *before)
        if (!is_null(value)) patch[field] = {json_of(value), "null"};
    rows_.erase(table, uuid);
    journal(name, uuid, patch, finding_of(name, *before));
    touch(table, *before);
}

void Edit::found(const Table& table, const std::string& uuid, const Patch& patch, const Row& row) {
    journal(table.name, uuid, patch, finding_of(table.name, row));
    touch(table, row);
    auto moved = patch.find("finding");
    if (moved != patch.end() && moved->second.first != "null")
        touch(table, {{"finding", value_or_nothing(table.column("finding"), moved->second.first)}});
}

void Edit::note(const std::string& table, const std::string& row, const Patch& patch) {
    journal(table, row, patch, {});
}

void Edit::keep_contents() {
    touched_tables_.insert("journal");
    for (const auto& table : touched_tables_) {
        auto& update = connection_.statement("UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?");
        update.bind(1, now_);
        update.bind(2, table);
        update.exec();
    }
    for (const auto& [table, box] : grown_) {
        if (box.is_empty()) continue;
        // The extent only grows: it is a hint for zooming, and shrinking it would mean reading every row.
        auto& update = connection_.statement(
            "UPDATE gpkg_contents SET min_x = min(ifnull(min_x, ?1), ?1), min_y = min(ifnull(min_y, ?2), ?2), "
            "max_x = max(ifnull(max_x, ?3), ?3), max_y = max(ifnull(max_y, ?4), ?4) WHERE table_name = ?5");
        update.bind(1, box.min_x);
        update.bind(2, box.min_y);
        update.bind(3, box.max_x);
        update.bind(4, box.max_y);
        update.bind(5, table);
        update.exec();
    }
    keep_change_counter(connection_);
}

void Edit::commit() {
    if (!changed_anything()) return;
    for (const auto& uuid : with_changed_parts_) {
        auto& changed = connection_.statement("UPDATE finding SET changed = ?1 WHERE uuid = ?2 AND changed <> ?1");
        changed.bind(1, now_);
        changed.bind(2, uuid);
        changed.exec();
    }
    keep_contents();
    transaction_->commit();
}

}  // namespace audit
