// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/connection.hpp"

#include "geo/geometry/geopackage_blob.hpp"

#include <sqlite3.h>

#include <array>

namespace audit {
namespace {

/// How long we wait for another program that is writing. Long enough for a big commit on a slow disk, short enough
/// that a person still believes in the program.
constexpr int k_patience_ms = 15'000;

std::optional<geo::Box> box_argument(sqlite3_value** arguments) {
    if (sqlite3_value_type(arguments[0]) != SQLITE_BLOB) return std::nullopt;
    auto* bytes = static_cast<const std::uint8_t*>(sqlite3_value_blob(arguments[0]));
    auto count = static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]));
    return geo::box_of_geopackage_blob({bytes, count});
}

template <double geo::Box::*side>
void st_side(sqlite3_context* context, int, sqlite3_value** arguments) {
    auto box = box_argument(arguments);
    if (!box || box->is_empty()) return sqlite3_result_null(context);
    sqlite3_result_double(context, (*box).*side);
}

void st_is_empty(sqlite3_context* context, int, sqlite3_value** arguments) {
    auto box = box_argument(arguments);
    if (!box) return sqlite3_result_null(context);
    sqlite3_result_int(context, box->is_empty());
}

void add_function(sqlite3* handle, const char* name, void (*function)(sqlite3_context*, int, sqlite3_value**)) {
    sqlite3_create_function_v2(handle, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                               function, nullptr, nullptr, nullptr);
}

void add_spatial_functions(sqlite3* handle) {
    add_function(handle, "ST_IsEmpty", st_is_empty);
    add_function(handle, "ST_MinX", st_side<&geo::Box::min_x>);
    add_function(handle, "ST_MaxX", st_side<&geo::Box::max_x>);
    add_function(handle, "ST_MinY", st_side<&geo::Box::min_y>);
    add_function(handle, "ST_MaxY", st_side<&geo::Box::max_y>);
}

// Reading too asks for writing: after a crash the first reader has to roll back what was half written. SQLite itself
// falls back to reading where the file is write-protected.
// One thread at a time uses a connection, so SQLite need not lock itself at every cell.
int flags_of(Connection::Mode mode) {
    auto flags = SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX;
    return mode == Connection::Mode::create ? flags | SQLite::OPEN_CREATE : flags;
}

base::Text explain(int code) {
    switch (code) {
        case SQLITE_FULL:
            return base::text("The disk is full; nothing was changed. Make room and try again.");
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return base::text(
                "The dossier may not be written; nothing was changed. Check the rights on the file and its folder.");
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return base::text(
                "Another program is writing in the dossier and did not finish in time; nothing was changed. Save or "
                "close it there and try again.");
        case SQLITE_CANTOPEN:
            return base::text(
                "The dossier cannot be opened. Check the name, and the rights on the file and its folder.");
        case SQLITE_NOTADB:
            return base::text("This is no dossier. Choose a dossier, or make one with “new”.");
        case SQLITE_CORRUPT:
            return base::text(
                "The dossier is damaged. Do not work in it; take the latest copy and keep this file for recovery.");
        case SQLITE_IOERR:
            return base::text(
                "The disk did not read or write the dossier; nothing was changed. Check the disk and try again.");
        default:
            return base::text("The dossier could not be read or written; nothing was changed.");
    }
}

}  // namespace

void throw_store_error(const std::filesystem::path& path, const SQLite::Exception& fault) {
    throw base::Error(
        {.code = "dossier-store",
         .message = explain(fault.getErrorCode() & 0xFF),
         .where = {.file = path.string()},
         .detail = std::string(fault.what()) + " (" + std::to_string(fault.getExtendedErrorCode()) + ")"});
}

void throw_read_only(const std::filesystem::path& path) {
    throw base::Error({.code = "dossier-store", .message = explain(SQLITE_READONLY), .where = {.file = path.string()}});
}

Connection::Connection(const std::filesystem::path& path, Mode mode) : path_(path), mode_(mode) {
    storing(path_, [&] {
        database_ = std::make_unique<SQLite::Database>(path.string(), flags_of(mode), k_patience_ms);
        add_spatial_functions(database_->getHandle());
        // Dossiers come from strangers. (trusted_schema cannot be off as well: the R-tree triggers need a virtual
        // table.)
        sqlite3_db_config(database_->getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        database_->exec("PRAGMA foreign_keys = ON");
        database_->exec("PRAGMA synchronous = EXTRA");
        database_->exec("PRAGMA temp_store = MEMORY");
        database_->exec("PRAGMA cache_size = -32768");  // KiB: the indexes of a large dossier stay at hand
        // What another program managed to write must be possible to be put back by undo; our own values are checked.
        database_->exec("PRAGMA ignore_check_constraints = ON");
        if (mode == Mode::read) database_->exec("PRAGMA query_only = ON");
    });
}

SQLite::Statement& Connection::statement(const std::string& sql) {
    auto& prepared = statements_[sql];
    if (!prepared) prepared = std::make_unique<SQLite::Statement>(*database_, sql);
    prepared->tryReset();
    prepared->clearBindings();
    return *prepared;
}

void Connection::run_script(const std::string& sql) { database_->exec(sql); }

std::int64_t Connection::number(const std::string& sql) {
    SQLite::Statement query(*database_, sql);
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

std::string Connection::text(const std::string& sql) {
    SQLite::Statement query(*database_, sql);
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

std::uint32_t Connection::change_counter() {
    sqlite3_file* file = nullptr;
    std::array<unsigned char, 4> bytes{};
    sqlite3_file_control(database_->getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (!file || !file->pMethods || file->pMethods->xRead(file, bytes.data(), 4, 24) != SQLITE_OK) return 0;
    return (std::uint32_t{bytes[0]} << 24) | (std::uint32_t{bytes[1]} << 16) | (std::uint32_t{bytes[2]} << 8) |
           bytes[3];
}

bool Connection::is_wal() {
    data_version();  // SQLite only learns the mode by reading the file
    return this->text("PRAGMA journal_mode") == "wal";
}

void Connection::leave_wal() {
    if (mode_ == Mode::read || is_read_only()) return;
    const Impatience impatience(*this);
    try {
        if (is_wal()) this->text("PRAGMA journal_mode = DELETE");
    } catch (const SQLite::Exception&) {
        // Another program has it open; the next time will do.
    }
}

bool Connection::is_read_only() const { return sqlite3_db_readonly(database_->getHandle(), "main") == 1; }

Impatience::Impatience(Connection& connection) : connection_(connection) { connection_.database().setBusyTimeout(0); }
Impatience::~Impatience() { connection_.database().setBusyTimeout(k_patience_ms); }

WriteTransaction::WriteTransaction(Connection& connection) : connection_(connection) {
    connection_.database().exec("BEGIN IMMEDIATE");
}

WriteTransaction::~WriteTransaction() {
    if (!open_) return;
    try {
        connection_.database().exec("ROLLBACK");
    } catch (const SQLite::Exception&) {
        // SQLite rolled back by itself, for example after a full disk.
    }
}

void WriteTransaction::commit() {
    connection_.database().exec("COMMIT");
    open_ = false;
}

}  // namespace audit
