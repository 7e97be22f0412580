// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/edit.hpp"
#include "geo/geometry/geopackage_blob.hpp"

namespace audit {
namespace {

std::string quoted(const std::string& name) { return '"' + name + '"'; }

Value read(const Column& column, const SQLite::Column& cell) {
    if (cell.isNull()) return std::monostate{};
    switch (column.kind) {
        case ColumnKind::integer:
            return cell.getInt64();
        case ColumnKind::real:
            return cell.getDouble();
        case ColumnKind::text:
            return cell.getString();
        case ColumnKind::geometry:
            break;
    }
    try {
        auto* bytes = static_cast<const std::uint8_t*>(cell.getBlob());
        return geo::from_geopackage_blob({bytes, static_cast<std::size_t>(cell.getBytes())}).shape;
    } catch (const base::Error&) {
        // Broken by another program: the row stays usable, so that it can be mended or deleted; check() names it.
        return std::monostate{};
    }
}

// Columns that follow from others: the local row numbers behind a link's two ids.
const std::string k_link_insert =
    "INSERT INTO finding_goal (\"uuid\", \"finding\", \"goal\", base_id, related_id) VALUES (?1, ?2, ?3, "
    "ifnull((SELECT fid FROM finding WHERE uuid = ?2), 0), ifnull((SELECT id FROM goal WHERE goal_id = ?3), 0))";
const std::string k_link_numbers =
    "UPDATE finding_goal SET base_id = ifnull((SELECT fid FROM finding WHERE uuid = finding_goal.finding), base_id), "
    "related_id = ifnull((SELECT id FROM goal WHERE goal_id = finding_goal.goal), related_id) ";

// A photo lies in the media folder of this copy of the dossier, named by its content (see media.cpp).
const std::string k_photo_insert =
    "INSERT INTO media (uuid, finding, sha256, bytes, content_type, state, path) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
    "(SELECT value FROM dossier WHERE key = 'media_folder') || '/' || ?3 || CASE ?5 WHEN 'image/jpeg' THEN '.jpg' "
    "WHEN 'image/png' THEN '.png' WHEN 'image/webp' THEN '.webp' WHEN 'image/heic' THEN '.heic' ELSE '.tif' END)";

/// The statements of a table as text, made once: building them for every row costs more than running them.
struct TableSql {
    std::string select, insert, erase;
};

std::string insert_text(const Table& table) {
    if (table.name == "finding_goal") return k_link_insert;
    if (table.name == "media") return k_photo_insert;
    std::string marks;
    for (std::size_t i = 0; i < table.columns.size(); ++i) marks += i == 0 ? "?" : ", ?";
    return "INSERT INTO " + quoted(table.name) + " (" + columns_of(table) + (table.has_changed ? ", changed" : "") +
           ") VALUES (" + marks + (table.has_changed ? ", ?" : "") + ")";
}

const TableSql& sql_of(const Table& table) {
    static const std::map<std::string, TableSql> all = [] {
        std::map<std::string, TableSql> made;
        for (const auto& each : journaled_tables())
            made[each.name] = {"SELECT " + columns_of(each) + " FROM " + quoted(each.name) + " WHERE uuid = ?",
                               insert_text(each), "DELETE FROM " + quoted(each.name) + " WHERE uuid = ?"};
        return made;
    }();
    return all.at(table.name);
}

}  // namespace

std::string columns_of(const Table& table) {
    std::string list;
    for (const auto& column : table.columns) list += (list.empty() ? "" : ", ") + quoted(column.name);
    return list;
}

Row row_from(SQLite::Statement& statement, const Table& table, int first) {
    Row row;
    for (const auto& column : table.columns) row[column.name] = read(column, statement.getColumn(first++));
    return row;
}

void Rows::bind(SQLite::Statement& statement, int at, const Value& value) {
    if (auto* whole = std::get_if<std::int64_t>(&value)) return statement.bind(at, *whole);
    if (auto* number = std::get_if<double>(&value)) return statement.bind(at, *number);
    if (auto* text = std::get_if<std::string>(&value)) return statement.bind(at, *text);
    if (auto* shape = std::get_if<geo::Shape>(&value)) {
        blob_ = geo::geopackage_blob(*shape, srs_id_);
        return statement.bind(at, blob_.data(), static_cast<int>(blob_.size()));
    }
    statement.bind(at);
}

std::optional<Row> Rows::find(const Table& table, const std::string& uuid) {
    auto& query = connection_.statement(sql_of(table).select);
    query.bind(1, uuid);
    if (!query.executeStep()) return std::nullopt;
    auto row = row_from(query, table, 0);
    query.reset();
    return row;
}

void Rows::insert(const Table& table, const Row& row, const std::string& now) {
    auto& insert = connection_.statement(sql_of(table).insert);
    int at = 1;
    for (const auto& column : table.columns) {
        auto value = row.find(column.name);
        bind(insert, at++, value == row.end() ? Value{} : value->second);
    }
    if (table.has_changed) insert.bind(at, now);
    insert.exec();
    // A finding that comes back by undo has another fid; a link may have stayed.
    if (table.name == "finding") number_links("finding", std::get<std::string>(row.at("uuid")));
}

void Rows::update(const Table& table, const std::string& uuid, const Row& fields, const std::string& now) {
    std::string sets;
    for (const auto& [name, value] : fields)
        sets += (sets.empty() ? "" : ", ") + quoted(table.column(name).name) + " = ?";
    if (table.has_changed) sets += std::string(sets.empty() ? "" : ", ") + "changed = ?";
    if (sets.empty()) return;
    auto& update = connection_.statement("UPDATE " + quoted(table.name) + " SET " + sets + " WHERE uuid = ?");
    int at = 1;
    for (const auto& [name, value] : fields) bind(update, at++, value);
    if (table.has_changed) update.bind(at++, now);
    update.bind(at, uuid);
    update.exec();
    if (table.name == "finding_goal") number_links("uuid", uuid);
}

void Rows::number_links(const std::string& field, const std::string& value) {
    auto& update = connection_.statement(k_link_numbers + "WHERE " + quoted(field) + " = ?");
    update.bind(1, value);
    update.exec();
}

void Rows::erase(const Table& table, const std::string& uuid) {
    auto& erase = connection_.statement(sql_of(table).erase);
    erase.bind(1, uuid);
    erase.exec();
}

std::vector<std::string> Rows::where(const std::string& table, const std::string& field, const std::string& value) {
    auto& query =
        connection_.statement("SELECT uuid FROM " + quoted(table) + " WHERE " + quoted(field) + " = ? ORDER BY uuid");
    query.bind(1, value);
    std::vector<std::string> uuids;
    while (query.executeStep()) uuids.push_back(query.getColumn(0).getString());
    return uuids;
}

}  // namespace audit
