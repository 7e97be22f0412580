// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/units.hpp"

#include "geo/base/numbers.hpp"
#include "geo/base/problem.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace audit {
namespace {

struct Unit {
    std::string_view name;
    UnitKind kind;
    double factor;  ///< to the first unit of its kind; 0 where it is not proportional
};

constexpr std::array k_units{
    Unit{"m", UnitKind::length, 1},  Unit{"cm", UnitKind::length, 0.01}, Unit{"mm", UnitKind::length, 0.001},
    Unit{"%", UnitKind::slope, 1},   Unit{"1:n", UnitKind::slope, 0},    Unit{"deg", UnitKind::slope, 0},
    Unit{"N", UnitKind::force, 1},   Unit{"m2", UnitKind::area, 1},      Unit{"count", UnitKind::count, 1},
    Unit{"EUR", UnitKind::money, 1}, Unit{"1", UnitKind::plain, 1},      Unit{"yes/no", UnitKind::yes_no, 1},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> k_spellings{
    {{"m²", "m2"}, {"°", "deg"}, {"€", "EUR"}, {"euro", "EUR"}, {"stuks", "count"}}};

const Unit* find(std::string_view name) {
    for (const auto& unit : k_units)
        if (unit.name == name) return &unit;
    return nullptr;
}

[[noreturn]] void refuse(std::string_view from, std::string_view to) {
    throw base::Error({.code = "unit-unknown",
                       .message = base::text("A value in “{from}” cannot be given in “{to}”.",
                                             {{"from", std::string(from)}, {"to", std::string(to)}})});
}

std::string_view without_spaces(std::string_view text) {
    auto begin = text.find_first_not_of(' ');
    return begin == std::string_view::npos ? text.substr(0, 0)
                                           : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

double percent_of(double value, const Unit& unit) {
    if (unit.name == "1:n") return 100 / value;
    return 100 * std::tan(value * std::numbers::pi / 180);
}

double from_percent(double percent, const Unit& unit) {
    if (unit.name == "1:n") return 100 / percent;
    return std::atan(percent / 100) * 180 / std::numbers::pi;
}

}  // namespace

std::optional<UnitKind> kind_of_unit(std::string_view unit) {
    const auto* found = find(unit);
    return found ? std::optional(found->kind) : std::nullopt;
}

std::string_view spelled_unit(std::string_view unit) {
    for (const auto& [typed, own] : k_spellings)
        if (typed == unit) return own;
    return unit;
}

std::vector<std::string> known_units() {
    std::vector<std::string> names;
    for (const auto& unit : k_units) names.emplace_back(unit.name);
    return names;
}

double convert_value(double value, std::string_view from_unit, std::string_view to_unit) {
    const auto *from = find(from_unit), *to = find(to_unit);
    if (!from || !to || from->kind != to->kind) refuse(from_unit, to_unit);
    if (from == to) return value;
    double first = from->factor > 0 ? value * from->factor : percent_of(value, *from);
    return to->factor > 0 ? first / to->factor : from_percent(first, *to);
}

double convert_accuracy(double value, double accuracy, std::string_view from_unit, std::string_view to_unit) {
    const auto *from = find(from_unit), *to = find(to_unit);
    if (from && to && from->factor > 0 && to->factor > 0) return convert_value(accuracy, from_unit, to_unit);
    return std::abs(convert_value(value + accuracy, from_unit, to_unit) -
                    convert_value(value - accuracy, from_unit, to_unit)) /
           2;
}

std::optional<double> percent_of_ratio(std::string_view text) {
    auto colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    auto rise = base::parse_number(without_spaces(text.substr(0, colon)), true);
    auto run = base::parse_number(without_spaces(text.substr(colon + 1)), true);
    if (!rise || !run || !(*rise > 0) || !(*run > 0)) return std::nullopt;
    return 100 * *rise / *run;
}

}  // namespace audit
