// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "geo/base/numbers.hpp"

#include <functional>
#include <sstream>

namespace app {
namespace {

using Words = std::vector<std::string>;

std::optional<base::Text> needs_layers(const State& state) {
    if (!state.snapshot || state.snapshot->layers.empty()) return base::text("There are no layers yet.");
    return std::nullopt;
}

Words words_of(const std::string& text) {
    std::istringstream stream(text);
    Words words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

[[noreturn]] void not_understood(const std::string& argument) {
    throw base::Refusal({.code = "looks-unknown",
                         .message = base::text("“{words}” is no way to show a layer.", {{"words", argument}})});
}

/// "auto" takes the choice back. @throws base::Refusal for a word that is neither
template <class Value>
void choose(std::optional<Value>& choice, const std::string& word, std::optional<Value> (*parse)(std::string_view)) {
    choice = word == "auto" ? std::nullopt : parse(word);
    if (!choice && word != "auto") not_understood(word);
}

std::optional<double> size_of(std::string_view word) {
    const auto number = base::parse_number(std::string(word));
    return number && *number >= 0 ? number : std::nullopt;
}

void set_classes(LayerLooks& looks, const Words& words) {
    const auto method = parse_class_method(words[1]);
    if (!method) not_understood(words[1]);
    looks.classes.method = *method;
    if (words.size() < 3) return;
    const auto count = base::parse_number(words[2]);
    if (!count || *count < k_fewest_ranges || *count > k_most_ranges) not_understood(words[2]);
    looks.classes.count = static_cast<int>(*count);
}

/// "2px", "3.5m" or "auto".
void set_line(LayerLooks& looks, const Words& words) {
    auto word = words[1];
    const bool in_metres = word.ends_with('m'), in_pixels = word.ends_with("px");
    if (in_metres || in_pixels) word.resize(word.size() - (in_metres ? 1 : 2));
    choose(looks.line_width, word, size_of);
    looks.line_in_metres = looks.line_width && in_metres;
}

void set_pattern(LayerLooks& looks, const Words& words) { choose(looks.pattern, words[1], parse_pattern); }
void set_symbol(LayerLooks& looks, const Words& words) { choose(looks.dot, words[1], parse_dot); }
void set_symbol_size(LayerLooks& looks, const Words& words) { choose(looks.dot_size, words[1], size_of); }

/// Colours areas by the findings in them: "count", "per_km2", or "per_inhabitant" and the attribute that says how many
/// people live there, unless that is known.
void set_figure(Desk& desk, const std::string& argument) {
    const auto words = words_of(argument);
    const auto figure = words.size() < 2 ? std::nullopt : parse_figure(words[1]);
    if (!figure) not_understood(argument);
    const auto* layer = desk.layers().find(words[0]);
    if (!layer || !layer->data) return;
    const auto& name = layer->source.name;
    if (!can_show_figures(*layer))
        throw base::Refusal({.code = "no-areas",
                             .message = base::text("Findings can only be counted in a layer of areas, and of no more "
                                                   "than twenty thousand."),
                             .where = {.layer = name}});
    auto looks = layer->looks();
    looks.figure = *figure;
    looks.colour_by.clear();
    // An attribute's name may have spaces.
    const auto rest = argument.find(words[1], words[0].size()) + words[1].size() + 1;
    looks.inhabitants_by = rest < argument.size() ? argument.substr(rest) : "";
    const bool is_known = !inhabitants_attribute(layer->data->layer->report.fields).empty();
    if (*figure == DistrictFigure::per_inhabitant && looks.inhabitants_by.empty() && !is_known)
        throw base::Refusal({.code = "no-inhabitants",
                             .message = base::text("Choose the attribute that says how many people live in an area."),
                             .where = {.layer = name}});
    desk.perform_quietly(audit::EditLayer{.uuid = words[0], .style = looks_to_json(looks, layer->source.style)});
}

/// The argument is the layer's uuid and the words of the choice.
Action look_action(std::string_view name, base::Text label, void (*change)(LayerLooks&, const Words&)) {
    return {.name = name,
            .label = std::move(label),
            .icon = "settings",
            .refuse = needs_layers,
            .apply = [change](Desk& desk, const std::string& argument) {
                const auto words = words_of(argument);
                if (words.size() < 2) not_understood(argument);
                const auto* layer = desk.layers().find(words[0]);
                if (!layer) return;
                auto looks = layer->looks();
                change(looks, words);
                desk.perform_quietly(
                    audit::EditLayer{.uuid = words[0], .style = looks_to_json(looks, layer->source.style)});
            }};
}

}  // namespace

std::vector<Action> look_actions() {
    return {
        {.name = "layer-figure",
         .label = base::text("Colour areas by the findings in them"),
         .icon = "settings",
         .refuse = needs_layers,
         .apply = set_figure},
        look_action("layer-classes", base::text("Choose how numbers are put into classes"), set_classes),
        look_action("layer-line", base::text("Choose the width of lines"), set_line),
        look_action("layer-pattern", base::text("Choose unbroken or broken lines"), set_pattern),
        look_action("layer-symbol", base::text("Choose the symbol of points"), set_symbol),
        look_action("layer-symbol-size", base::text("Choose the size of symbols"), set_symbol_size),
    };
}

}  // namespace app
