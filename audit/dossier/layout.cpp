// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/layout.hpp"

#include "audit/dossier/state.hpp"
#include "audit/dossier/tables.hpp"

namespace audit {
namespace {

using base::text;

/// The layout this program writes. A newer one is refused, an older one is migrated after a copy.
constexpr const char* k_layout = "1";

/// What is read besides the journaled tables.
const std::vector<Table>& own_tables() {
    static const std::vector<Table> tables{
        {"journal",
         {{"device"},
          {"seq"},
          {"time"},
          {"person"},
          {"action"},
          {"action_seq"},
          {"undoes"},
          {"outside"},
          {"table_name"},
          {"row_uuid"},
          {"patch"},
          {"salt"},
          {"patch_hash"},
          {"previous"},
          {"hash"},
          {"finding"}},
         false},
        {"device", {{"uuid"}, {"machine"}, {"replica"}, {"file"}, {"created"}}, false},
        {"draft", {{"draft_key"}, {"content"}, {"changed"}}, false},
        {"catalogue", {{"name"}, {"sha256"}, {"content"}}, false}};
    return tables;
}

// Test versions wrote the same layout number without some columns, and other programs can drop one: better said here
// than by SQLite in the middle of the work.
void refuse_missing_columns(Connection& connection) {
    for (const auto* tables : {&journaled_tables(), &own_tables()})
        for (const auto& table : *tables)
            for (const auto& column : table.columns) {
                auto& query = connection.statement("SELECT count(*) FROM pragma_table_info(?1) WHERE name = ?2");
                query.bind(1, table.name);
                query.bind(2, column.name);
                query.executeStep();
                const bool there = query.getColumn(0).getInt() > 0;
                query.reset();
                if (there) continue;
                throw base::Error({.code = "dossier-column",
                                   .message = text("The dossier lacks a part that this program needs: it comes from an "
                                                   "earlier test version, or another program took the part away."),
                                   .where = {.file = connection.path().string()},
                                   .advice = text("Make a new dossier; this file can still be added to it as a layer."),
                                   .detail = "no column " + table.name + "." + column.name});
            }
}

}  // namespace

void refuse_unknown_layout(Connection& connection) {
    auto file = connection.path().string();
    if (connection.number(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('dossier', 'journal', 'finding')") !=
        3)
        throw base::Error({.code = "dossier-none",
                           .message = text("This is a database, but no dossier of Doorgang."),
                           .where = {.file = file},
                           .advice = text("Choose a dossier, or make one with “new” and add this file as a layer.")});
    auto layout = setting(connection, "layout");
    if (layout != k_layout)
        throw base::Error({.code = "dossier-layout",
                           .message = text("The dossier has layout {found}; this program knows layout {known}.",
                                           {{"found", layout}, {"known", k_layout}}),
                           .where = {.file = file},
                           .advice = text("Open it with a newer version of Doorgang.")});
    refuse_missing_columns(connection);
}

}  // namespace audit
