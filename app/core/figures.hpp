// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/texts.hpp"

#include <string>
#include <string_view>

namespace app {

/// Between parts of a line; it never begins a line.
constexpr const char* k_dot = "\u00a0\u00a0·  ";
/// "1,80 m" that never stands on two lines: a no-break space before the unit, none before "%" and "°".
std::string with_unit(double value, int decimals, std::string_view unit, base::Language language);
/// What people read for a unit of the catalogue: "m²" for "m2", nothing for "count".
std::string unit_words(const std::string& unit);
/// The same text with no-break spaces for the spaces around its figures: "1,32 m ± 0,01 (meetlint)" keeps what stands
/// before the bracket together.
std::string kept_together(std::string text);
/// A length as people read it: "12,4 m", "1,26 km". @param metres true metres
std::string length_words(double metres, base::Language language);
/// "35 m²", "1,2 ha". @param square_metres true square metres
std::string area_words(double square_metres, base::Language language);
/// "Blokkerend": the first letter large.
std::string capitalised(std::string text);

}  // namespace app
