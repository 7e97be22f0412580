// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/numbers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace base {

std::string number_for_files(double value) { return fmt::format("{}", value); }

std::string number_for_files(double value, int decimals) {
    auto text = fmt::format("{:.{}f}", value, decimals);
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string number_for_people(double value, int decimals, Language language) {
    auto text = fmt::format("{:.{}f}", value, decimals);
    auto point = std::min(text.find('.'), text.size());
    auto first = text.starts_with('-') ? std::size_t{1} : std::size_t{0};
    if (point < text.size() && language == Language::dutch) text[point] = ',';
    if (point - first > 4)
        for (auto at = point; at > first + 3; at -= 3) text.insert(at - 3, "\u202F");
    return text;
}

int decimals_for_accuracy(double accuracy, int when_unknown) {
    if (!(accuracy > 0)) return when_unknown;
    return std::clamp(static_cast<int>(std::ceil(-std::log10(accuracy) - 1e-9)), 0, 6);
}

std::optional<double> parse_number(std::string_view text, bool comma) {
    std::string own(text);
    if (comma && own.find('.') == std::string::npos) std::replace(own.begin(), own.end(), ',', '.');
    auto begin = own.data(), end = own.data() + own.size();
    if (begin != end && *begin == '+') ++begin;
    double value = 0;
    auto [stop, fault] = std::from_chars(begin, end, value);
    if (fault != std::errc{} || stop != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

}  // namespace base
