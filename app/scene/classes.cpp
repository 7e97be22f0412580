// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/classes.hpp"

#include "app/scene/range_limits.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace app {
namespace {

constexpr std::size_t k_most_values = 8;
/// Statistics Netherlands (CBS) writes -99997 or -99999999 where a number is missing or secret.
constexpr double k_missing = -99990;
constexpr std::uint8_t k_no_class = 255;

/// Every value as a number, empty ones as nothing; no answer when one is no number.
std::optional<std::vector<std::optional<double>>> numbers_of(const std::vector<std::string>& values) {
    std::vector<std::optional<double>> numbers;
    numbers.reserve(values.size());
    for (const auto& value : values) {
        auto number = value.empty() ? std::nullopt : base::parse_number(value, true);
        if (!value.empty() && !number) return std::nullopt;
        if (number && *number <= k_missing) number.reset();
        numbers.push_back(number);
    }
    return numbers;
}

Classes ranges_of(const std::vector<std::optional<double>>& numbers, const ClassChoice& choice) {
    std::vector<double> sorted;
    for (const auto& number : numbers)
        if (number) sorted.push_back(*number);
    std::sort(sorted.begin(), sorted.end());
    const auto limits = range_limits(sorted, choice);
    Classes classes{.are_numbers = true};
    for (std::size_t i = 0; i + 1 < limits.size(); ++i)
        classes.all.push_back({.sort = LayerClass::Sort::range, .from = limits[i], .below = limits[i + 1]});
    if (std::any_of(numbers.begin(), numbers.end(), [](const auto& number) { return !number; }))
        classes.all.push_back({.sort = LayerClass::Sort::nothing});
    return classes;
}

/// The class of each value, by what the classes are.
class Chooser {
public:
    explicit Chooser(const Classes& classes) : classes_(classes) {
        for (std::size_t i = 0; i < classes.all.size(); ++i) {
            const auto place = static_cast<std::uint8_t>(i);
            const auto& one = classes.all[i];
            if (one.sort == LayerClass::Sort::value) by_value_[one.value] = place;
            if (one.sort == LayerClass::Sort::range) ++ranges_;
            if (one.sort == LayerClass::Sort::others) others_ = place;
            if (one.sort == LayerClass::Sort::nothing) nothing_ = place;
        }
    }

    std::uint8_t of(const std::string& value) const {
        if (ranges_ > 0) return of_number(value.empty() ? std::nullopt : base::parse_number(value, true));
        const auto found = by_value_.find(value);
        if (found != by_value_.end()) return found->second;
        return value.empty() ? nothing_ : others_;
    }

private:
    std::uint8_t of_number(std::optional<double> number) const {
        if (!number || *number <= k_missing) return nothing_;
        for (std::uint8_t i = 0; i + 1 < ranges_; ++i)
            if (*number < classes_.all[i].below) return i;
        return static_cast<std::uint8_t>(ranges_ - 1);
    }

    const Classes& classes_;
    std::map<std::string, std::uint8_t> by_value_{};
    std::uint8_t ranges_ = 0;
    /// Where there is no such class: none at all.
    std::uint8_t others_ = k_no_class, nothing_ = k_no_class;
};

void count(Classes& classes, const std::vector<std::string>& values) {
    classes.class_of = classes_of(classes, values);
    for (const auto own : classes.class_of)
        if (own < classes.all.size()) ++classes.all[own].count;
}

Classes values_of(const std::map<std::string, std::int64_t>& counts) {
    std::vector<std::pair<std::int64_t, std::string>> commonest;
    bool has_empty = false;
    for (const auto& [value, count] : counts)
        if (value.empty())
            has_empty = true;
        else
            commonest.emplace_back(-count, value);
    std::sort(commonest.begin(), commonest.end());
    Classes classes;
    for (std::size_t i = 0; i < std::min(commonest.size(), k_most_values); ++i)
        classes.all.push_back({.sort = LayerClass::Sort::value, .value = commonest[i].second});
    if (commonest.size() > k_most_values) classes.all.push_back({.sort = LayerClass::Sort::others});
    if (has_empty) classes.all.push_back({.sort = LayerClass::Sort::nothing});
    return classes;
}

std::string number_words(double value, base::Language language) {
    // Four digits tell classes apart; trailing zeros say nothing.
    const double size = std::abs(value);
    const int decimals = size >= 1000 || std::floor(value) == value ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
    return base::number_for_people(value, decimals, language);
}

/// Neighbours in these lists differ in lightness, so that they can be told apart without colour too.
constexpr std::array<std::uint32_t, k_most_values> k_on_light{0x3B6E8F, 0xC98B4B, 0x4E7D5B, 0xB58BA8,
                                                              0x6A5D8C, 0xA9A25A, 0x8A4B4B, 0x7FA9A3};
constexpr std::array<std::uint32_t, k_most_values> k_on_dark{0x8FBEDA, 0xA8763F, 0x9CCBA6, 0x8F6B85,
                                                             0xB8AEDB, 0x8A8444, 0xD9A0A0, 0x5E8A84};
constexpr std::size_t k_stops = 5;
constexpr std::array<std::uint32_t, k_stops> k_rising_on_light{0xD3E2E6, 0xA5C6CF, 0x73A5B3, 0x437F92, 0x1F5668};
constexpr std::array<std::uint32_t, k_stops> k_rising_on_dark{0x24444E, 0x336676, 0x4A8DA0, 0x78B8C8, 0xB9E4EE};

/// A colour on the way through the stops. @param share 0 to 1
Colour between(const std::array<std::uint32_t, k_stops>& stops, double share) {
    const double at = share * (k_stops - 1);
    const auto i = std::min(static_cast<std::size_t>(at), k_stops - 2);
    const double part = at - static_cast<double>(i);
    const auto a = Colour::of(stops[i]), b = Colour::of(stops[i + 1]);
    const auto mix = [part](std::uint8_t from, std::uint8_t to) {
        return static_cast<std::uint8_t>(std::lround(from + (to - from) * part));
    };
    return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), 255};
}

Colour faded(Colour colour, double opacity) {
    colour.a = static_cast<std::uint8_t>(std::lround(colour.a * std::clamp(opacity, 0.0, 1.0)));
    return colour;
}

}  // namespace

Classes classify(const std::vector<std::string>& values, ClassChoice choice) {
    std::map<std::string, std::int64_t> counts;
    for (const auto& value : values) ++counts[value];
    const auto numbers = numbers_of(values);
    const bool any =
        numbers && std::any_of(numbers->begin(), numbers->end(), [](const auto& n) { return n.has_value(); });
    const bool wants_ranges =
        choice.method == ClassMethod::automatic ? counts.size() > k_most_values : choice.method != ClassMethod::values;
    auto classes = any && wants_ranges ? ranges_of(*numbers, choice) : values_of(counts);
    if (!any || !wants_ranges) classes.are_numbers = any && counts.size() > 2;
    count(classes, values);
    return classes;
}

std::vector<std::uint8_t> classes_of(const Classes& classes, const std::vector<std::string>& values) {
    const Chooser chooser(classes);
    std::vector<std::uint8_t> own;
    own.reserve(values.size());
    for (const auto& value : values) own.push_back(chooser.of(value));
    return own;
}

std::string label_of(const LayerClass& one, base::Language language) {
    switch (one.sort) {
        case LayerClass::Sort::value:
            return one.value;
        case LayerClass::Sort::range:
            if (one.from == one.below) return number_words(one.from, language);
            return base::say(base::text("{from} to {below}", {{"from", number_words(one.from, language)},
                                                              {"below", number_words(one.below, language)}}),
                             language);
        case LayerClass::Sort::others:
            return base::say(base::text("Other values"), language);
        case LayerClass::Sort::known:
            return language == base::Language::dutch ? one.dutch : one.english;
        case LayerClass::Sort::nothing:
            break;
    }
    return base::say(base::text("No value"), language);
}

Colour class_colour(const Classes& classes, std::size_t index, Theme theme) {
    const bool dark = theme == Theme::dark || theme == Theme::contrast;
    const auto& one = classes.all[index];
    if (one.sort == LayerClass::Sort::range) {
        std::size_t ranges = 0;
        for (const auto& other : classes.all) ranges += other.sort == LayerClass::Sort::range;
        const double share = ranges > 1 ? static_cast<double>(index) / static_cast<double>(ranges - 1) : 0.5;
        return between(dark ? k_rising_on_dark : k_rising_on_light, share);
    }
    if (one.sort == LayerClass::Sort::value) return Colour::of(dark ? k_on_dark[index] : k_on_light[index]);
    return Colour::of(dark ? 0x5C6468 : 0xB9B6AE);
}

LayerStyle recoloured(LayerStyle style, Colour colour) {
    const auto with_alpha_of = [&](Colour old) {
        auto next = colour;
        next.a = std::max<std::uint8_t>(old.a, 180);
        return next;
    };
    const auto darker = Colour{static_cast<std::uint8_t>(colour.r * 3 / 4), static_cast<std::uint8_t>(colour.g * 3 / 4),
                               static_cast<std::uint8_t>(colour.b * 3 / 4), 255};
    const bool is_area = style.fill.is_seen();
    if (is_area) style.fill = with_alpha_of(style.fill);
    style.line.colour = is_area ? darker : colour;
    if (style.line.width <= 0) style.line.width = 1;
    if (style.point.dot != Dot::none) style.point.fill = colour;
    return style;
}

/// Streets and buildings below an area stay to be seen.
constexpr std::uint8_t k_area_alpha = 190;

LayerStyle area_style(const Classes& classes, std::size_t index, Theme theme) {
    const auto ink = map_colours(theme).ink;
    LayerStyle style{.line = {.colour = {ink.r, ink.g, ink.b, 140}, .width = 1}};
    if (classes.all[index].sort == LayerClass::Sort::nothing) {
        style.line.dash = 3;
        style.line.gap = 4;
    } else {
        style.fill = class_colour(classes, index, theme);
        style.fill.a = k_area_alpha;
    }
    return style;
}

LayerStyle faded(LayerStyle style, double opacity) {
    if (opacity >= 1) return style;
    style.fill = faded(style.fill, opacity);
    style.casing.colour = faded(style.casing.colour, opacity);
    style.line.colour = faded(style.line.colour, opacity);
    style.point.fill = faded(style.point.fill, opacity);
    style.point.edge = faded(style.point.edge, opacity);
    return style;
}

}  // namespace app
