// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/problem.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace audit {

/// A SQLite connection as a dossier needs it: full durability, the five ST_ functions of the R-tree triggers,
/// patience with other programs, statements prepared once. Belongs to one thread.
class Connection {
public:
    enum class Mode { create, write, read };
    /// @throws base::Error naming the file
    Connection(const std::filesystem::path& path, Mode mode);

    SQLite::Database& database() { return *database_; }
    const std::filesystem::path& path() const { return path_; }

    /// The statement of this text, prepared on first use, reset and without bindings. Use one result at a time.
    SQLite::Statement& statement(const std::string& sql);
    void run_script(const std::string& sql);
    std::int64_t number(const std::string& sql);
    std::string text(const std::string& sql);

    /// The file change counter of the database header (SQLite file format, offset 24), read through SQLite's own file
    /// handle: closing another handle of the same file would drop our locks. Call inside a transaction.
    std::uint32_t change_counter();
    /// Moves when another connection changed the file.
    std::int64_t data_version() { return number("PRAGMA data_version"); }
    /// Whether the file is in write-ahead-log mode; QGIS works so while it edits.
    bool is_wal();
    /// Brings the file back into our own mode, so that nothing lies beside it at rest. Without effect while another
    /// program has it open. Call outside transactions.
    void leave_wal();
    /// Whether SQLite could only open it for reading.
    bool is_read_only() const;

private:
    std::filesystem::path path_;
    Mode mode_;
    std::unique_ptr<SQLite::Database> database_;
    std::map<std::string, std::unique_ptr<SQLite::Statement>> statements_;
};

/// While it lives, the connection does not wait for other programs: what is busy fails at once.
class Impatience {
public:
    explicit Impatience(Connection& connection);
    ~Impatience();
    Impatience(const Impatience&) = delete;
    Impatience& operator=(const Impatience&) = delete;

private:
    Connection& connection_;
};

/// Turns what SQLite threw while `work` ran into one sentence about `path`.
[[noreturn]] void throw_store_error(const std::filesystem::path& path, const SQLite::Exception& fault);

/// What SQLite would say when something is written in a file that it could only open for reading.
[[noreturn]] void throw_read_only(const std::filesystem::path& path);

template <class Work>
auto storing(const std::filesystem::path& path, Work&& work) {
    try {
        return work();
    } catch (const SQLite::Exception& fault) {
        throw_store_error(path, fault);
    }
}

/// BEGIN IMMEDIATE; rolls back unless committed.
class WriteTransaction {
public:
    explicit WriteTransaction(Connection& connection);
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;
    void commit();

private:
    Connection& connection_;
    bool open_ = true;
};

}  // namespace audit
