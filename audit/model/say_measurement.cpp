// SPDX-License-Identifier: EUPL-1.2
#include "audit/model/verdict.hpp"
#include "geo/base/numbers.hpp"

#include <cmath>

namespace audit {
namespace {

int decimals_needed(double value) {
    auto text = base::number_for_files(value, 4);
    auto point = text.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

/// The unit as people write it, with the space before it.
std::string written_unit(const std::string& unit) {
    if (unit == "1" || unit == "count" || unit == "1:n" || unit.empty()) return {};
    if (unit == "%" || unit == "deg") return unit == "%" ? "%" : "°";
    if (unit == "m2") return "\u00A0m²";
    return "\u00A0" + unit;
}

std::string written_accuracy(double accuracy, int decimals, base::Language language) {
    return " ± " + base::number_for_people(accuracy, decimals, language);
}

std::string written_number(const Measurement& measurement, std::optional<double> accuracy, base::Language language) {
    bool known = accuracy && *accuracy > 0;
    int decimals = known ? base::decimals_for_accuracy(*accuracy, 0) : decimals_needed(measurement.value);
    auto text = base::number_for_people(measurement.value, decimals, language);
    if (measurement.unit == "1:n") text = "1:" + text;
    text += written_unit(measurement.unit);
    return known ? text + written_accuracy(*accuracy, decimals, language) : text;
}

}  // namespace

std::string say_measurement(const Catalogue& catalogue, const Measurement& measurement, base::Language language) {
    const auto* quantity = catalogue.quantity(measurement.quantity);
    bool yes_no = quantity ? quantity->kind == QuantityKind::yes_no : measurement.unit == "yes/no";
    auto text = yes_no ? base::say(measurement.value != 0 ? base::text("yes") : base::text("no"), language)
                       : written_number(measurement, accuracy_of(catalogue, measurement), language);
    if (const auto* method = catalogue.method(measurement.method)) text += " (" + method->label.in(language) + ")";
    return text;
}

}  // namespace audit
