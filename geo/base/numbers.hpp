// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/texts.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace base {

/// The shortest decimal text that reads back as the same double; never depends on a locale. For files.
std::string number_for_files(double value);
/// At most `decimals` decimals, trailing zeros removed, point as separator. For files.
std::string number_for_files(double value, int decimals);
/// Exactly `decimals` decimals; decimal comma in Dutch, thousands grouped by a thin space. For people.
std::string number_for_people(double value, int decimals, Language language);
/// Decimals that make sense for a value known to ± `accuracy`, one significant digit of the accuracy: 0.05 gives 2.
int decimals_for_accuracy(double accuracy, int when_unknown);
/// The whole of `text` as a finite number with a decimal point; a decimal comma is accepted where `comma` is true.
std::optional<double> parse_number(std::string_view text, bool comma = false);

}  // namespace base
