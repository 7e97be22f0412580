// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/tables.hpp"

#include "geo/base/problem.hpp"
#include "geo/geometry/wkb.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cassert>

namespace audit {
namespace {

using nlohmann::json;
using enum ColumnKind;

[[noreturn]] void does_not_fit(const Column& column) {
    throw base::Error({.code = "journal-broken",
                       .message = base::text("A value in the journal does not fit its field."),
                       .where = {.field = column.name}});
}

// Most texts need no escaping, and a dossier of a million findings has forty million of them.
std::string quoted(const std::string& text) {
    auto is_plain = [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; };
    if (std::all_of(text.begin(), text.end(), is_plain)) return '"' + text + '"';
    return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

const std::vector<Table>& journaled_tables() {
    static const std::vector<Table> tables{
        {"facility", {{"uuid"}, {"geom", geometry}, {"name"}, {"kind"}, {"address"}, {"district"}, {"created"}}, true},
        {"finding",
         {{"uuid"},
          {"geom", geometry},
          {"category"},
          {"title"},
          {"status"},
          {"severity"},
          {"date"},
          {"recorded"},
          {"by"},
          {"source"},
          {"facility"},
          {"district"},
          {"notes"},
          {"internal_notes"},
          {"status_reason"},
          {"responsible"},
          {"due"},
          {"layer_refs"},
          {"created"}},
         true},
        {"measurement",
         {{"uuid"}, {"finding"}, {"quantity"}, {"value", real}, {"unit"}, {"accuracy", real}, {"method"}},
         false},
        {"finding_goal", {{"uuid"}, {"finding"}, {"goal"}}, false},
        {"media", {{"uuid"}, {"finding"}, {"sha256"}, {"bytes", integer}, {"content_type"}, {"state"}}, false},
        {"layer",
         {{"uuid"},
          {"name"},
          {"path"},
          {"layer"},
          {"crs"},
          {"visible", integer},
          {"position", integer},
          {"opacity", real},
          {"style"}},
         false},
        {"catalogue_use", {{"uuid"}, {"files"}}, false}};
    return tables;
}

bool is_journaled_table(std::string_view name) {
    const auto& all = journaled_tables();
    return std::any_of(all.begin(), all.end(), [&](const Table& t) { return t.name == name; });
}

const Table& table_named(std::string_view name) {
    const auto& all = journaled_tables();
    auto found = std::find_if(all.begin(), all.end(), [&](const Table& t) { return t.name == name; });
    assert(found != all.end());
    return *found;
}

const Column& Table::column(std::string_view wanted) const {
    auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == wanted; });
    if (found == columns.end())
        throw base::Error(
            {.code = "journal-broken",
             .message = base::text(
                 "The journal names a field that this program does not know. Use a newer version of Doorgang."),
             .where = {.layer = name, .field = std::string(wanted)}});
    return *found;
}

std::string Table::number_column() const {
    bool has_place = std::any_of(columns.begin(), columns.end(), [](const Column& c) { return c.kind == geometry; });
    return has_place ? "fid" : "id";
}

std::string json_of(const Value& value) {
    if (auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (auto* number = std::get_if<double>(&value)) return json(*number).dump();
    if (auto* text = std::get_if<std::string>(&value)) return quoted(*text);
    if (auto* shape = std::get_if<geo::Shape>(&value)) return '"' + geo::hex_wkb_of(*shape) + '"';
    return "null";
}

Value value_of(const Column& column, const std::string& text) {
    auto value = json::parse(text, nullptr, false);
    if (value.is_null()) return std::monostate{};
    switch (column.kind) {
        case ColumnKind::integer:
            if (value.is_number_integer()) return value.get<std::int64_t>();
            break;
        case ColumnKind::real:
            if (value.is_number()) return value.get<double>();
            break;
        case ColumnKind::text:
            if (value.is_string()) return value.get<std::string>();
            break;
        case ColumnKind::geometry:
            if (value.is_string()) return geo::shape_from_hex_wkb(value.get<std::string>());
            break;
    }
    does_not_fit(column);
}

}  // namespace audit
