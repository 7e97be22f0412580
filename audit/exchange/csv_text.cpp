// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/csv_text.hpp"

#include "audit/exchange/utf8.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>

namespace audit {
namespace {

constexpr std::string_view k_formula_signs = "=+-@\t\r";

bool looks_like_formula(std::string_view text) {
    auto first = text.find_first_not_of('\'');
    if (first == std::string_view::npos || k_formula_signs.find(text[first]) == std::string_view::npos) return false;
    return first > 0 || !base::parse_number(text, true);
}

bool is_control(char c) {
    auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

}  // namespace

CsvDialect csv_dialect(base::Language language) {
    return language == base::Language::dutch ? CsvDialect{';', ','} : CsvDialect{',', '.'};
}

std::string guarded(std::string_view text) {
    return looks_like_formula(text) ? "'" + std::string(text) : std::string(text);
}

std::string unguarded(std::string_view cell) {
    bool is_guarded = cell.starts_with('\'') && looks_like_formula(cell);
    return std::string(is_guarded ? cell.substr(1) : cell);
}

void append_cell(std::string& out, std::string_view text, const CsvDialect& dialect) {
    const char special[] = {'"', '\n', '\r', dialect.separator};
    bool needs_quotes = text.find_first_of(std::string_view(special, sizeof special)) != std::string_view::npos ||
                        text.starts_with(' ') || text.ends_with(' ');
    if (needs_quotes) out += '"';
    for (std::size_t at = 0; at < text.size();) {
        auto length = is_control(text[at]) ? 0 : utf8_length(text, at);
        if (text[at] == '"') out += '"';
        out += length ? text.substr(at, length) : k_replacement;
        at += length ? length : 1;
    }
    if (needs_quotes) out += '"';
}

}  // namespace audit
