// SPDX-License-Identifier: EUPL-1.2
#include "audit/model/testing.hpp"

#include "audit/catalogue/units.hpp"

#include <algorithm>
#include <cmath>

namespace audit::detail {
namespace {

/// Conversions between units leave errors in the last bits: 132 cm must not fail where 1.32 m does not.
constexpr double k_noise = 1e-9;

Certainty weaker(Certainty one, Certainty other) { return strength(one) < strength(other) ? one : other; }

/// A measurement in the unit that is asked for.
struct Value {
    double value = 0;
    std::optional<double> accuracy{};
    Basis basis = Basis::measured;
    bool is_answer = false;  ///< a yes or no
};

std::optional<Value> value_in(const Catalogue& catalogue, const Measurement& measurement, const std::string& unit) {
    auto own = kind_of_unit(measurement.unit);
    if (!own || own != kind_of_unit(unit) || !std::isfinite(measurement.value)) return std::nullopt;
    Value value{.value = convert_value(measurement.value, measurement.unit, unit),
                .is_answer = own == UnitKind::yes_no};
    if (!std::isfinite(value.value)) return std::nullopt;
    if (auto accuracy = accuracy_of(catalogue, measurement)) {
        auto there = convert_accuracy(measurement.value, *accuracy, measurement.unit, unit);
        if (std::isfinite(there)) value.accuracy = there;
    }
    const auto* method = catalogue.method(measurement.method);
    if (method && method->indicative) value.basis = Basis::indicative;
    return value;
}

Certainty certainty_at(double distance, const Value& value) {
    if (value.basis == Basis::indicative) return Certainty::possible;
    if (value.is_answer) return Certainty::certain;
    if (!value.accuracy) return Certainty::possible;
    bool exact = *value.accuracy == 0;
    return exact || distance > *value.accuracy + k_noise ? Certainty::certain : Certainty::within_tolerance;
}

double margin_of(const Criterion& criterion, double value) {
    double threshold = criterion.threshold.value_or(0);
    switch (criterion.comparison) {
        case Comparison::at_least:
            return value - threshold;
        case Comparison::at_most:
            return threshold - value;
        case Comparison::equal:
            return -std::abs(value - threshold);
        case Comparison::between:
            return std::min(value - threshold, criterion.upper.value_or(threshold) - value);
        case Comparison::is_true:
            return value != 0 ? 1 : -1;
    }
    return 0;
}

bool has_threshold(const Criterion& criterion) {
    return criterion.threshold || criterion.comparison == Comparison::is_true;
}

/// The measurement that decides: the one with the smallest margin.
std::optional<Value> least_favourable(const Catalogue& catalogue, const Criterion& criterion,
                                      const std::vector<Measurement>& measurements) {
    std::optional<Value> worst;
    for (const auto& measurement : measurements) {
        if (measurement.quantity != criterion.quantity) continue;
        auto value = value_in(catalogue, measurement, criterion.unit);
        if (value && (!worst || margin_of(criterion, value->value) < margin_of(criterion, worst->value))) worst = value;
    }
    return worst;
}

std::optional<Value> largest(const Catalogue& catalogue, const std::string& quantity,
                             const std::vector<Measurement>& measurements) {
    std::optional<Value> found;
    const auto* wanted = catalogue.quantity(quantity);
    for (const auto& measurement : measurements) {
        if (!wanted || measurement.quantity != quantity) continue;
        auto value = value_in(catalogue, measurement, wanted->unit);
        if (value && (!found || value->value > found->value)) found = value;
    }
    return found;
}

void test_condition(const Catalogue& catalogue, const Condition& condition,
                    const std::vector<Measurement>& measurements, Tested& tested) {
    auto value = largest(catalogue, condition.quantity, measurements);
    if (!value) {
        tested.state = Tested::State::condition_unknown;
        tested.condition_certainty = Certainty::possible;
        return;
    }
    bool above = !condition.above || value->value > *condition.above + k_noise;
    bool below = !condition.up_to || value->value <= *condition.up_to + k_noise;
    if (!above || !below) tested.state = Tested::State::does_not_apply;
    for (const auto& limit : {condition.above, condition.up_to})
        if (limit)
            tested.condition_certainty =
                weaker(tested.condition_certainty, certainty_at(std::abs(value->value - *limit), *value));
}

void test_threshold(const Criterion& criterion, const Value& value, Tested& tested) {
    if (!has_threshold(criterion)) {
        if (tested.state == Tested::State::tested) tested.state = Tested::State::threshold_unknown;
        return;
    }
    tested.margin = margin_of(criterion, value.value);
    tested.unconditional = tested.margin >= -k_noise ? Outcome::meets : Outcome::fails;
    tested.unconditional_certainty = certainty_at(std::abs(tested.margin), value);
}

}  // namespace

int strength(Certainty certainty) {
    switch (certainty) {
        case Certainty::possible:
            return 0;
        case Certainty::within_tolerance:
            return 1;
        case Certainty::certain:
            return 2;
    }
    return 0;
}

std::optional<Tested> test(const Catalogue& catalogue, const Criterion& criterion,
                           const std::vector<Measurement>& measurements) {
    auto value = least_favourable(catalogue, criterion, measurements);
    if (!value) return std::nullopt;
    Tested tested;
    if (criterion.condition) test_condition(catalogue, *criterion.condition, measurements, tested);
    test_threshold(criterion, *value, tested);
    tested.verdict = {.criterion = criterion.id,
                      .basis = value->basis,
                      .value = value->value,
                      .unit = criterion.unit,
                      .accuracy = value->accuracy,
                      .threshold = criterion.threshold};
    if (tested.state == Tested::State::tested) {
        tested.verdict.outcome = tested.unconditional;
        tested.verdict.certainty = weaker(tested.unconditional_certainty, tested.condition_certainty);
    }
    return tested;
}

}  // namespace audit::detail
