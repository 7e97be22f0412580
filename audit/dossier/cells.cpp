// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/cells.hpp"

#include <sqlite3.h>

namespace audit {

Cells::Cells(Connection& connection, const std::string& sql) : connection_(connection) {
    auto* handle = connection_.database().getHandle();
    auto result = sqlite3_prepare_v2(handle, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr);
    if (result != SQLITE_OK) throw SQLite::Exception(handle, result);
}

Cells::~Cells() { sqlite3_finalize(statement_); }

void Cells::bind(int at, const std::string& text) {
    sqlite3_bind_text(statement_, at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

bool Cells::step() {
    auto result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    throw SQLite::Exception(connection_.database().getHandle(), result);
}

bool Cells::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
std::int64_t Cells::number(int column) const { return sqlite3_column_int64(statement_, column); }
double Cells::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string Cells::text(int column) const {
    auto* begin = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (!begin) return {};
    return {begin, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::span<const std::uint8_t> Cells::blob(int column) const {
    auto* begin = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    if (!begin) return {};
    return {begin, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

}  // namespace audit
