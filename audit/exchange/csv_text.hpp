// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/texts.hpp"

#include <string>
#include <string_view>

namespace audit {

/// How a spreadsheet of a country reads a text file: Dutch ones take the comma for decimals, and so the semicolon
/// between cells.
struct CsvDialect {
    char separator = ',', decimal = '.';
};
CsvDialect csv_dialect(base::Language language);

/// Makes a text safe in a spreadsheet: one that a spreadsheet would take for a formula (it begins with = + - @ or a
/// tab or carriage return, and is no number) gets an apostrophe before it. So does one that begins with apostrophes
/// before such a sign, which makes the guard reversible: unguarded(guarded(x)) == x.
std::string guarded(std::string_view text);
std::string unguarded(std::string_view cell);

/// Appends a cell, quoted where RFC 4180 asks for it. Control characters other than tab and line ends, and bytes that
/// are no UTF-8, become U+FFFD.
void append_cell(std::string& out, std::string_view text, const CsvDialect& dialect);

}  // namespace audit
