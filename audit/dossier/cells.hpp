// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/connection.hpp"

#include <cstdint>
#include <span>
#include <string>

struct sqlite3_stmt;

namespace audit {

/// The rows of a query that reads very many of them. Straight from SQLite, because SQLiteCpp shares ownership of the
/// statement with every cell that is looked at, which costs as much as the reading.
class Cells {
public:
    /// @throws SQLite::Exception, as step() does
    Cells(Connection& connection, const std::string& sql);
    ~Cells();
    Cells(const Cells&) = delete;
    Cells& operator=(const Cells&) = delete;

    void bind(int at, const std::string& text);
    bool step();
    bool is_null(int column) const;
    std::int64_t number(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    /// Good until the next step.
    std::span<const std::uint8_t> blob(int column) const;

private:
    Connection& connection_;
    sqlite3_stmt* statement_ = nullptr;
};

}  // namespace audit
