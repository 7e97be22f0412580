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
/// certain: the distance to the threshold is larger than the accuracy. within_tolerance: it is not (equal counts so).
/// possible: the accuracy is unknown, the basis is only indicative, or a condition's quantity was not measured.
enum class Certainty { certain, possible, within_tolerance };
/// measured on the spot, or only indicative (from a map, an estimate): an indicative value never decides with
/// certainty.
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

/// What the chosen norms say about the measurements of one finding: first the criteria, then the rules, each in the
/// order of the norms, one verdict at most for each.
///
/// A criterion has a verdict when its quantity was measured. Is its threshold unknown, or was the quantity of its
/// condition (the length of a narrowing) not measured, then it is not tested; was that measured and lies outside the
/// condition, then the criterion does not apply and has no verdict. The outcome is the plain comparison of value and
/// threshold. It is certain when they lie further apart than the accuracy, or the accuracy is zero (a count), or the
/// answer is a yes or no; a condition that is only just fulfilled weakens it likewise.
///
/// A rule is met when one of its criteria is met. It fails when one was tested and none is met; a criterion that might
/// still hold, because its condition is unknown, makes that only possible. It also fails when none could hold whatever
/// the condition turns out to be. Otherwise it is not tested.
///
/// Of several measurements of one quantity the least favourable counts; of a condition's quantity the largest.
/// Measurements that the catalogue cannot read (another quantity or unit) are left aside; this never throws.
std::vector<Verdict> verdicts_of(const Catalogue& catalogue, const std::vector<Measurement>& measurements);
/// The worst of the verdicts at level `minimum`; a criterion that belongs to a rule counts through its rule. Fails also
/// when it fails within the tolerance; not tested only when nothing was.
Outcome outcome_of(const Catalogue& catalogue, const std::vector<Verdict>& verdicts);

/// Reads `QUANTITY=VALUE[UNIT][±ACCURACY[UNIT]][@METHOD]`; the id of a criterion or rule stands for its quantity; `+-`
/// or `+/-` for `±`; spaces between the parts and a decimal comma are accepted. Yes/no quantities take
/// yes|no|ja|nee|true|false|1|0. Without a unit: the quantity's own. Without accuracy: the method's. A slope may be
/// given as a ratio: `1:12` is kept as the value 12 in the unit `1:n`.
/// @throws base::Error code "measure-form", "-quantity", "-value", "-unit", "-accuracy" or "-method", naming the part
/// that is wrong and what is accepted
Measurement parse_measurement(const Catalogue& catalogue, std::string_view text);
/// The accuracy in the measurement's unit: its own, else its method's, else nothing.
std::optional<double> accuracy_of(const Catalogue& catalogue, const Measurement& measurement);
/// A sentence when the value is outside of what is plausible for its quantity: to be shown, never to refuse.
/// Nothing for a quantity or unit that the catalogue does not know.
std::optional<base::Text> doubt_about(const Catalogue& catalogue, const Measurement& measurement);
/// "1,32 m ± 0,01 (meetlint)": rounded to what the accuracy allows.
std::string say_measurement(const Catalogue& catalogue, const Measurement& measurement, base::Language language);
/// `value` from one unit to another of the same kind. For an accuracy this holds where units are proportional, so not
/// for `1:n` and `deg`: audit::convert_accuracy does those. @throws base::Error code "unit-unknown"
double convert(double value, std::string_view from_unit, std::string_view to_unit);

}  // namespace audit
