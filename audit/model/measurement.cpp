// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/units.hpp"
#include "audit/model/verdict.hpp"
#include "geo/base/letters.hpp"
#include "geo/base/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace audit {
namespace {

[[noreturn]] void refuse(std::string_view code, base::Text message, base::Text advice, std::string detail = {}) {
    throw base::Error({.code = "measure-" + std::string(code),
                       .message = std::move(message),
                       .advice = std::move(advice),
                       .detail = std::move(detail)});
}

base::Text form_advice() {
    return base::text(
        "Write quantity=value, then the unit, ± accuracy and @method if you know them, such as "
        "passage-width=1.32m±0.01@tape.");
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    auto begin = text.find_first_not_of(blank);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blank) - begin + 1);
}

struct Parts {
    std::string_view quantity{}, value{}, accuracy{}, method{};
    bool has_accuracy = false, has_method = false;
};

Parts split(std::string_view text) {
    auto equals = text.find('=');
    if (equals == std::string_view::npos || trimmed(text.substr(0, equals)).empty())
        refuse("form", base::text("“{text}” is no measurement.", {{"text", std::string(text)}}), form_advice());
    Parts parts{.quantity = trimmed(text.substr(0, equals)), .value = text.substr(equals + 1)};
    if (auto at = parts.value.find('@'); at != std::string_view::npos) {
        parts.method = trimmed(parts.value.substr(at + 1));
        parts.value = parts.value.substr(0, at);
        parts.has_method = true;
    }
    for (std::string_view sign : {"±", "+-", "+/-"}) {
        auto found = parts.value.find(sign);
        if (found == std::string_view::npos) continue;
        parts.accuracy = trimmed(parts.value.substr(found + sign.size()));
        parts.value = parts.value.substr(0, found);
        parts.has_accuracy = true;
        break;
    }
    parts.value = trimmed(parts.value);
    return parts;
}

std::size_t letters_to_change(std::string_view one, std::string_view other) {
    std::vector<std::size_t> row(other.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j < row.size(); ++j) {
            auto above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

/// A person who mistypes wants the few that look like it; all of them stand in the detail.
[[noreturn]] void refuse_quantity(const Catalogue& catalogue, std::string_view typed) {
    constexpr std::size_t k_offered = 6;
    std::vector<std::string> ids;
    for (const auto& q : catalogue.quantities) ids.push_back(q.id);
    auto all = fmt::format("{}", fmt::join(ids, ", "));
    std::stable_sort(ids.begin(), ids.end(), [&](const auto& a, const auto& b) {
        return letters_to_change(typed, a) < letters_to_change(typed, b);
    });
    ids.resize(std::min(ids.size(), k_offered));
    refuse("quantity",
           base::text("The catalogue has no quantity or norm “{quantity}”.", {{"quantity", std::string(typed)}}),
           base::text("Closest to it are: {quantities}.", {{"quantities", fmt::format("{}", fmt::join(ids, ", "))}}),
           all);
}

const Quantity& find_quantity(const Catalogue& catalogue, std::string_view typed) {
    auto wanted = base::small_letters(typed);
    for (const auto& q : catalogue.quantities)
        if (base::small_letters(q.id) == wanted) return q;
    for (const auto& c : catalogue.criteria)
        if (base::small_letters(c.id) == wanted) return *catalogue.quantity(c.quantity);
    for (const auto& r : catalogue.rules)
        if (base::small_letters(r.id) == wanted) return *catalogue.quantity(r.quantity);
    refuse_quantity(catalogue, typed);
}

std::string join_units(const Quantity& quantity) { return fmt::format("{}", fmt::join(quantity.units, ", ")); }

std::string checked_unit(const Quantity& quantity, std::string_view typed) {
    std::string unit(spelled_unit(typed));
    if (std::find(quantity.units.begin(), quantity.units.end(), unit) != quantity.units.end()) return unit;
    refuse("unit",
           base::text("“{unit}” is no unit of {quantity}.", {{"unit", std::string(typed)}, {"quantity", quantity.id}}),
           base::text("Accepted are: {units}.", {{"units", join_units(quantity)}}));
}

struct Amount {
    std::string_view number, unit;
};

/// The unit begins where the digits end.
Amount split_amount(std::string_view text) {
    auto end = text.find_first_not_of("+-0123456789.,");
    if (end == std::string_view::npos) return {text, {}};
    return {trimmed(text.substr(0, end)), trimmed(text.substr(end))};
}

[[noreturn]] void refuse_value(const Quantity& quantity, std::string_view text) {
    refuse(
        "value",
        base::text("“{value}” is no number for {quantity}.", {{"value", std::string(text)}, {"quantity", quantity.id}}),
        base::text("Write a number such as 1.32 or 1,32, with one of the units {units}.",
                   {{"units", join_units(quantity)}}));
}

double read_yes_no(const Quantity& quantity, std::string_view text) {
    constexpr std::array yes{"yes", "ja", "true", "1"}, no{"no", "nee", "false", "0"};
    auto word = base::small_letters(text);
    if (std::find(yes.begin(), yes.end(), word) != yes.end()) return 1;
    if (std::find(no.begin(), no.end(), word) != no.end()) return 0;
    refuse(
        "value",
        base::text("“{value}” is no answer for {quantity}.", {{"value", std::string(text)}, {"quantity", quantity.id}}),
        base::text("Answer yes or no."));
}

/// "1:12" is kept as entered: twelve, in the unit 1:n.
bool read_ratio(const Quantity& quantity, std::string_view text, Measurement& measurement) {
    if (text.find(':') == std::string_view::npos) return false;
    auto percent = percent_of_ratio(text);
    if (!percent) refuse_value(quantity, text);
    measurement.unit = checked_unit(quantity, "1:n");
    measurement.value = convert_value(*percent, "%", "1:n");
    // 1:12 must come back as twelve, also where the detour over the percentage lost the last bit.
    auto run = base::parse_number(trimmed(text.substr(text.find(':') + 1)), true);
    if (run && trimmed(text.substr(0, text.find(':'))) == "1") measurement.value = *run;
    return true;
}

void read_number(const Quantity& quantity, std::string_view text, Measurement& measurement) {
    if (read_ratio(quantity, text, measurement)) return;
    auto amount = split_amount(text);
    auto number = base::parse_number(amount.number, true);
    if (!number || amount.number.starts_with("+-")) refuse_value(quantity, text);
    measurement.value = *number;
    measurement.unit = amount.unit.empty() ? quantity.unit : checked_unit(quantity, amount.unit);
}

[[noreturn]] void refuse_accuracy(const Quantity& quantity, std::string_view text) {
    refuse("accuracy",
           base::text("“{accuracy}” is no accuracy for {quantity}.",
                      {{"accuracy", std::string(text)}, {"quantity", quantity.id}}),
           quantity.kind == QuantityKind::yes_no
               ? base::text("A yes or no has none.")
               : base::text("Write a number that is not below zero, such as 0.01, in the unit of the value."));
}

void read_accuracy(const Quantity& quantity, std::string_view text, Measurement& measurement) {
    auto amount = split_amount(text);
    auto number = base::parse_number(amount.number, true);
    if (!number || *number < 0 || quantity.kind == QuantityKind::yes_no) refuse_accuracy(quantity, text);
    auto unit = amount.unit.empty() ? measurement.unit : checked_unit(quantity, amount.unit);
    auto there = convert_value(measurement.value, measurement.unit, unit);
    auto accuracy = convert_accuracy(there, *number, unit, measurement.unit);
    if (!std::isfinite(accuracy)) refuse_accuracy(quantity, text);
    measurement.accuracy = accuracy;
}

const Method& find_method(const Catalogue& catalogue, std::string_view typed) {
    if (const auto* method = catalogue.method(base::small_letters(typed))) return *method;
    std::vector<std::string> ids;
    for (const auto& method : catalogue.methods) ids.push_back(method.id);
    refuse("method", base::text("The catalogue has no method “{method}”.", {{"method", std::string(typed)}}),
           base::text("Accepted are: {methods}.", {{"methods", fmt::format("{}", fmt::join(ids, ", "))}}));
}

}  // namespace

double convert(double value, std::string_view from_unit, std::string_view to_unit) {
    return convert_value(value, from_unit, to_unit);
}

std::optional<double> accuracy_of(const Catalogue& catalogue, const Measurement& measurement) {
    if (measurement.accuracy) return measurement.accuracy;
    const auto* method = catalogue.method(measurement.method);
    if (!method) return std::nullopt;
    if (auto own = method->accuracy.find(measurement.unit); own != method->accuracy.end()) return own->second;
    for (const auto& [unit, accuracy] : method->accuracy)
        if (kind_of_unit(unit) == kind_of_unit(measurement.unit)) {
            auto there = convert_value(measurement.value, measurement.unit, unit);
            auto found = convert_accuracy(there, accuracy, unit, measurement.unit);
            // A slope that may as well be level has a ratio without bound.
            return std::isfinite(found) ? std::optional(found) : std::nullopt;
        }
    return std::nullopt;
}

Measurement parse_measurement(const Catalogue& catalogue, std::string_view text) {
    auto parts = split(trimmed(text));
    const auto& quantity = find_quantity(catalogue, parts.quantity);
    Measurement measurement{.quantity = quantity.id, .unit = quantity.unit};
    if (quantity.kind == QuantityKind::yes_no)
        measurement.value = read_yes_no(quantity, parts.value);
    else
        read_number(quantity, parts.value, measurement);
    if (parts.has_accuracy) read_accuracy(quantity, parts.accuracy, measurement);
    if (parts.has_method) measurement.method = find_method(catalogue, parts.method).id;
    if (!measurement.accuracy) measurement.accuracy = accuracy_of(catalogue, measurement);
    return measurement;
}

std::optional<base::Text> doubt_about(const Catalogue& catalogue, const Measurement& measurement) {
    const auto* quantity = catalogue.quantity(measurement.quantity);
    if (!quantity || quantity->kind == QuantityKind::yes_no) return std::nullopt;
    if (kind_of_unit(measurement.unit) != kind_of_unit(quantity->unit)) return std::nullopt;
    auto value = convert_value(measurement.value, measurement.unit, quantity->unit);
    if (value >= quantity->smallest && value <= quantity->largest) return std::nullopt;
    return base::text(
        "This value is unlikely: {quantity} is usually between {smallest} and {largest} {unit}. Is the unit right?",
        {{"quantity", quantity->id},
         {"smallest", base::number_for_files(quantity->smallest)},
         {"largest", base::number_for_files(quantity->largest)},
         {"unit", quantity->unit}});
}

}  // namespace audit
