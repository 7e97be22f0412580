// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/geometry/shape.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace audit {

/// What one column of a row holds. A Shape only in a column of kind `geometry`.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, geo::Shape>;
using Row = std::map<std::string, Value>;

enum class ColumnKind { text, integer, real, geometry };
struct Column {
    std::string name;
    ColumnKind kind = ColumnKind::text;
};

/// A table whose rows are journaled. Columns that follow from others (changed, base_id, …) are not listed: they are
/// set by the code that writes the row and never appear in a patch.
struct Table {
    std::string name;
    std::vector<Column> columns;  ///< "uuid" first
    bool has_changed = false;     ///< keeps the time of its last change in `changed`

    const Column& column(std::string_view name) const;
    /// Name of the column with the row's number, local to the file: "fid" as GDAL calls it where there is a geometry.
    std::string number_column() const;
};

/// In the order in which a merged or restored dossier can be filled.
const std::vector<Table>& journaled_tables();
/// @pre there is one of that name
const Table& table_named(std::string_view name);
bool is_journaled_table(std::string_view name);

/// Value as canonical JSON text: shortest round-trip numbers, geometry as upper-case hex WKB in quotes, null for
/// nothing.
std::string json_of(const Value& value);
/// @throws base::Error code "journal-broken" when the text does not fit the column
Value value_of(const Column& column, const std::string& json);

}  // namespace audit
