// SPDX-License-Identifier: EUPL-1.2
#include "app/core/layer_looks.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

using nlohmann::json;

namespace {

/// Wider lines and larger symbols than these hide what they show; a file may say anything.
constexpr double k_widest_line = 200, k_largest_dot = 60;

constexpr std::array<std::pair<std::string_view, ClassMethod>, 5> k_methods{{{"automatic", ClassMethod::automatic},
                                                                             {"values", ClassMethod::values},
                                                                             {"quantiles", ClassMethod::quantiles},
                                                                             {"equal", ClassMethod::equal},
                                                                             {"natural", ClassMethod::natural}}};
constexpr std::array<std::pair<std::string_view, LinePattern>, 3> k_patterns{
    {{"solid", LinePattern::solid}, {"dashed", LinePattern::dashed}, {"dotted", LinePattern::dotted}}};
constexpr std::array<std::pair<std::string_view, Dot>, 4> k_dots{
    {{"disc", Dot::disc}, {"square", Dot::square}, {"diamond", Dot::diamond}, {"triangle", Dot::triangle}}};

template <class Table>
auto parsed(const Table& table, std::string_view word) -> std::optional<decltype(table[0].second)> {
    for (const auto& [name, value] : table)
        if (name == word) return value;
    return std::nullopt;
}

template <class Table, class Value>
std::string_view word_in(const Table& table, Value value) {
    for (const auto& [name, each] : table)
        if (each == value) return name;
    return {};
}

json object_of(const std::string& text) {
    auto from = json::parse(text, nullptr, false);
    return from.is_object() ? from : json::object();
}

std::optional<std::string> text_in(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) return std::nullopt;
    return found->get<std::string>();
}

std::optional<double> number_in(const json& object, const char* key, double least, double most) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number()) return std::nullopt;
    const double number = found->get<double>();
    if (!std::isfinite(number)) return std::nullopt;
    return std::clamp(number, least, most);
}

/// Put where there is a value, taken away where there is none.
template <class Value>
void put(json& object, const char* key, const std::optional<Value>& value) {
    object.erase(key);
    if (value) object[key] = *value;
}

template <class Value>
std::optional<std::string> word_if(const std::optional<Value>& value) {
    if (!value) return std::nullopt;
    return std::string(word_of(*value));
}

}  // namespace

std::optional<ClassMethod> parse_class_method(std::string_view word) { return parsed(k_methods, word); }
std::string_view word_of(ClassMethod method) { return word_in(k_methods, method); }
std::optional<LinePattern> parse_pattern(std::string_view word) { return parsed(k_patterns, word); }
std::string_view word_of(LinePattern pattern) { return word_in(k_patterns, pattern); }
std::optional<Dot> parse_dot(std::string_view word) { return parsed(k_dots, word); }
std::string_view word_of(Dot dot) { return word_in(k_dots, dot); }

LayerLooks looks_from_json(const std::string& text) {
    const auto object = object_of(text);
    LayerLooks looks;
    looks.colour_by = text_in(object, "colour_by").value_or("");
    looks.classes.method = parse_class_method(text_in(object, "class_method").value_or("")).value_or(ClassMethod{});
    looks.classes.count = static_cast<int>(
        number_in(object, "class_count", k_fewest_ranges, k_most_ranges).value_or(looks.classes.count));
    looks.figure = parse_figure(text_in(object, "findings").value_or(""));
    looks.inhabitants_by = text_in(object, "inhabitants").value_or("");
    looks.label_by = text_in(object, "label_by");
    looks.line_width = number_in(object, "line_width", 0, k_widest_line);
    looks.line_in_metres = text_in(object, "line_unit") == "m";
    looks.pattern = parse_pattern(text_in(object, "line_pattern").value_or(""));
    looks.dot = parse_dot(text_in(object, "symbol").value_or(""));
    looks.dot_size = number_in(object, "symbol_size", 1, k_largest_dot);
    looks.attribution = text_in(object, "attribution").value_or("");
    return looks;
}

std::string looks_to_json(const LayerLooks& looks, const std::string& text) {
    auto object = object_of(text);
    const auto some = [](bool is, auto value) { return is ? std::optional(value) : std::nullopt; };
    const ClassChoice usual;
    put(object, "colour_by", some(!looks.colour_by.empty(), looks.colour_by));
    put(object, "class_method", some(looks.classes.method != usual.method, std::string(word_of(looks.classes.method))));
    put(object, "class_count", some(looks.classes.count != usual.count, looks.classes.count));
    put(object, "findings", word_if(looks.figure));
    put(object, "inhabitants", some(!looks.inhabitants_by.empty(), looks.inhabitants_by));
    put(object, "label_by", looks.label_by);
    put(object, "line_width", looks.line_width);
    put(object, "line_unit", some(looks.line_in_metres, std::string("m")));
    put(object, "line_pattern", word_if(looks.pattern));
    put(object, "symbol", word_if(looks.dot));
    put(object, "symbol_size", looks.dot_size);
    put(object, "attribution", some(!looks.attribution.empty(), looks.attribution));
    return object.empty() ? std::string() : object.dump(-1, ' ', false, json::error_handler_t::replace);
}

LayerStyle with_looks(LayerStyle style, const LayerLooks& looks) {
    auto& line = style.line;
    if (looks.line_width) {
        style.casing = {};
        line.width = static_cast<float>(*looks.line_width);
        line.on_ground = looks.line_in_metres;
        line.dash = line.gap = 0;
    }
    if (looks.pattern) {
        const float unit = std::max(line.width, line.on_ground ? 0.01F : 1.0F);
        line.dash = *looks.pattern == LinePattern::dashed ? 4 * unit : *looks.pattern == LinePattern::dotted ? unit : 0;
        line.gap = line.dash > 0 ? (*looks.pattern == LinePattern::dashed ? 3 : 2) * unit : 0;
    }
    if (looks.dot) style.point.dot = *looks.dot;
    if (looks.dot_size) style.point.size = static_cast<float>(*looks.dot_size);
    return style;
}

}  // namespace app
