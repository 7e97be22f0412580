// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/catalogue/catalogue.hpp"
#include "audit/model/finding.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace audit {

enum class Outcome { meets, fails, not_tested };
/// certain: the distance to the threshold is larger than the accuracy. within_tolerance: it is not. possible: the
/// accuracy is unknown, the basis is only indicative, or a rule misses its second quantity.
enum class Certainty { certain, possible, within_tolerance };
/// measured on the spot, or only indicative (from a map, an estimate): an indicative value never decides with certainty.
enum class Basis { measured, indicative };

std::string_view word_of(Outcome outcome);      ///< "meets" "fails" "not-tested"
std::string_view word_of(Certainty certainty);  ///< "certain" "possible" "within-tolerance"
std::string_view word_of(Basis basis);
base::Text label_of(Outcome outcome);
base::Text label_of(Certainty certainty);
base::Text label_of(Basis basis);

struct Verdict {
    std::string criterion;  ///< id of a criterion or of a rule
    Outcome outcome = Outcome::not_tested;
    Certainty certainty = Certainty::possible;
    Basis basis = Basis::measured;
    double value = 0;  ///< in `unit`, the criterion's unit
    std::string unit;
    std::optional<double> accuracy{};
    std::optional<double> threshold{};  ///< nothing when the norm is unknown
};

/// Every measurement against every criterion of its quantity in the chosen norms, then the rules, in the order of the
/// norms. A criterion with an unknown threshold, or a condition (length of a narrowing) that was not measured, is not
/// tested.
std::vector<Verdict> verdicts_of(const Catalogue& catalogue, const std::vector<Measurement>& measurements);
/// The worst of the verdicts at level `minimum`; a criterion that belongs to a rule counts through its rule.
Outcome outcome_of(const Catalogue& catalogue, const std::vector<Verdict>& verdicts);

/// Reads `QUANTITY=VALUE[UNIT][±ACCURACY][@METHOD]`; a criterion's id stands for its quantity; `+-` for `±`.
/// Yes/no quantities take yes|no|ja|nee|true|false|1|0. Without a unit: the quantity's own. Without accuracy: the
/// method's. A slope may be given as a ratio `1:12`.
/// @throws base::Error code "measure-…" naming the part that is wrong and what is accepted
Measurement parse_measurement(const Catalogue& catalogue, std::string_view text);
/// "1,32 m ± 0,01 (meetlint)": rounded to what the accuracy allows.
std::string say_measurement(const Catalogue& catalogue, const Measurement& measurement, base::Language language);
/// `value` (or an accuracy) from one unit to another of the same quantity. @throws base::Error code "unit-unknown"
double convert(double value, std::string_view from_unit, std::string_view to_unit);

}  // namespace audit
