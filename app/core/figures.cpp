// SPDX-License-Identifier: EUPL-1.2
#include "app/core/figures.hpp"

#include "geo/base/numbers.hpp"

#include <cctype>

namespace app {
namespace {

constexpr std::string_view k_no_break_space = "\u00A0";

}  // namespace

std::string with_unit(double value, int decimals, std::string_view unit, base::Language language) {
    std::string text = base::number_for_people(value, decimals, language);
    if (!unit.empty() && unit != "%" && unit != "°") text += k_no_break_space;
    return text.append(unit);
}

std::string unit_words(const std::string& unit) {
    if (unit == "count") return {};
    if (unit == "m2") return "m²";
    if (unit == "deg") return "°";
    if (unit == "EUR") return "€";
    return unit;
}

std::string kept_together(std::string text) {
    const std::size_t end = std::min(text.find(" ("), text.size());
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        out += text[i] == ' ' && i < end ? std::string(k_no_break_space) : std::string(1, text[i]);
    return out;
}

std::string length_words(double metres, base::Language language) {
    if (metres >= 10000) return with_unit(metres / 1000, 1, "km", language);
    if (metres >= 1000) return with_unit(metres / 1000, 2, "km", language);
    return with_unit(metres, metres < 100 ? 2 : 1, "m", language);
}

std::string area_words(double square_metres, base::Language language) {
    if (square_metres >= 1e6) return with_unit(square_metres / 1e6, 2, "km²", language);
    if (square_metres >= 1e4) return with_unit(square_metres / 1e4, 2, "ha", language);
    return with_unit(square_metres, square_metres < 100 ? 1 : 0, "m²", language);
}

std::string capitalised(std::string text) {
    if (!text.empty()) text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

}  // namespace app
