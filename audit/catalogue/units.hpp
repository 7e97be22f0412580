// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace audit {

/// What units measure. Only units of the same kind convert into each other.
enum class UnitKind { length, slope, force, area, count, money, plain, yes_no };

/// m cm mm · % 1:n deg · N · m2 · count · EUR · 1 (a bare number) · yes/no. Angles and shares are slopes to this table;
/// their quantities accept only the one unit that makes sense.
std::optional<UnitKind> kind_of_unit(std::string_view unit);
/// The unit's own spelling for what people type: "m²" is "m2", "°" is "deg", "€" is "EUR"; other text comes back as it
/// is.
std::string_view spelled_unit(std::string_view unit);
/// All spellings of the table, in its order.
std::vector<std::string> known_units();

/// `value` from one unit to another of the same kind. @throws base::Error code "unit-unknown"
double convert_value(double value, std::string_view from_unit, std::string_view to_unit);
/// `accuracy` of `value`, both in `from_unit`, in `to_unit`: half the width of what the value may be there. It differs
/// from converting the number only for ratios and degrees, which are not proportional to a percentage.
double convert_accuracy(double value, double accuracy, std::string_view from_unit, std::string_view to_unit);
/// The percentage of a ratio: "1:12" is 8.333 %. Nothing when `text` is no ratio above zero; decimal comma accepted.
std::optional<double> percent_of_ratio(std::string_view text);

}  // namespace audit
