// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/edit.hpp"
#include "geo/base/progress.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace audit {

/// What the journal says a row must be: its entries taken in their order.
struct KnownRow {
    bool present = false;
    bool unknown = false;                         ///< a patch was blanked, so that not every field is known
    std::map<std::string, std::string> fields{};  ///< JSON text; what is null may be left out

    /// @throws base::Error code "journal-broken"
    void take(const std::optional<std::string>& patch);
    std::string field(const std::string& name) const;  ///< "null" where there is none
};

/// Nothing when the journal never named the row.
std::optional<KnownRow> known_row(Connection& connection, const Table& table, const std::string& uuid);

/// From what the journal says to what is there; empty when they are equal.
Patch patch_between(const Table& table, const KnownRow& known, const Row& row);

/// The value of a field in the journal, or nothing where it does not fit the column: a journal that was tampered with
/// must not keep anybody from working.
Value value_or_nothing(const Column& column, const std::string& json);

/// How a row differs from what the journal says.
struct RowDifference {
    /// nameless: without a uuid. doubled: a row before it, by row number, has the same uuid. unreadable: the journal's
    /// entries about it are broken.
    enum class Kind { added, changed, removed, nameless, doubled, unreadable };
    Kind kind = Kind::changed;
    const Table* table = nullptr;
    std::int64_t number = 0;  ///< fid or id; 0 for a removed row
    std::string uuid{};
};

/// Tells every row that differs, in bounded memory: rows and journal are walked side by side in the order of uuid.
/// Rows of which a patch was blanked are not compared. Call inside a transaction.
void compare_with_journal(Connection& connection, const std::function<void(RowDifference)>& differs,
                          base::Progress progress = {});

}  // namespace audit
