// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/properties.hpp"

#include "geo/base/numbers.hpp"

#include <algorithm>
#include <array>

namespace audit {
namespace {

using Value = PropertyValue;
using F = const Finding&;
using W = const Wording&;

/// Null where nobody said anything.
Value if_any(std::string_view text) { return text.empty() ? Value{} : Value{text}; }

Value severity(F f, W /*wording*/) { return f.severity ? Value{word_of(*f.severity)} : Value{}; }

/// Internal notes follow the others behind a mark that is the same in every language.
Value notes(F f, W w) {
    if (!w.is_internal() || f.internal_notes.empty()) return std::string_view(f.notes);
    return f.notes + (f.notes.empty() ? "" : "\n\n") + "[internal] " + f.internal_notes;
}

Value goals(F f, W /*wording*/) { return std::vector<std::string_view>(f.goals.begin(), f.goals.end()); }

Value goal_titles(F f, W w) {
    std::vector<std::string_view> titles;
    for (const auto& goal : f.goals) titles.push_back(w.label_of_goal(goal));
    return titles;
}

Value photos(F f, W w) {
    std::vector<std::string_view> paths;
    for (const auto& photo : f.photos) {
        std::string_view path = photo.path;
        paths.push_back(w.is_internal() ? path : path.substr(path.rfind('/') + 1));
    }
    return paths;
}

constexpr std::array k_properties{
    Property{"uuid", false, [](F f, W) -> Value { return std::string_view(f.uuid); }},
    Property{"category", false, [](F f, W) -> Value { return std::string_view(f.category); }},
    Property{"category_label", false, [](F f, W w) -> Value { return w.label_of_category(f.category); }},
    Property{"title", false, [](F f, W) -> Value { return std::string_view(f.title); }},
    Property{"status", false, [](F f, W) -> Value { return word_of(f.status); }},
    Property{"severity", false, severity},
    Property{"date", false, [](F f, W) -> Value { return if_any(f.date); }},
    Property{"recorded", false, [](F f, W) -> Value { return if_any(f.recorded); }},
    Property{"by", true, [](F f, W) -> Value { return if_any(f.by); }},
    Property{"source", false, [](F f, W) -> Value { return word_of(f.source); }},
    Property{"facility", false, [](F f, W) -> Value { return if_any(f.facility); }},
    Property{"district", false, [](F f, W) -> Value { return if_any(f.district); }},
    Property{"notes", false, notes},
    Property{"goals", false, goals},
    Property{"goal_titles", false, goal_titles},
    Property{"measurements", false, [](F f, W) -> Value { return std::span<const Measurement>(f.measurements); }},
    Property{"verdicts", false, [](F f, W w) -> Value { return verdicts_of(w.catalogue(), f.measurements); }},
    Property{"photos", false, photos},
    Property{"layer_refs", false,
             [](F f, W) -> Value { return std::vector<std::string_view>(f.layer_refs.begin(), f.layer_refs.end()); }},
    Property{"created", false, [](F f, W) -> Value { return if_any(f.created); }},
    Property{"changed", false, [](F f, W) -> Value { return if_any(f.changed); }},
    Property{"responsible", true, [](F f, W) -> Value { return if_any(f.responsible); }},
    Property{"due", true, [](F f, W) -> Value { return if_any(f.due); }},
    Property{"status_reason", true, [](F f, W) -> Value { return if_any(f.status_reason); }},
};

}  // namespace

std::string_view word_of(Audience audience) { return audience == Audience::outside ? "public" : "internal"; }

std::optional<Audience> parse_audience(std::string_view word) {
    for (auto audience : {Audience::outside, Audience::internal})
        if (word == word_of(audience)) return audience;
    return std::nullopt;
}

Wording::Wording(const Catalogue& catalogue, Audience audience, base::Language language)
    : catalogue_(catalogue), audience_(audience), language_(language) {
    for (const auto& category : catalogue.categories) categories_.emplace(category.id, category.label.in(language));
    for (const auto& agenda : catalogue.agendas)
        for (const auto& theme : agenda.themes)
            for (const auto& goal : theme.goals) goals_.emplace(goal.id, goal.label.in(language));
}

std::string_view Wording::label_in(const Labels& labels, std::string_view id) {
    auto found = labels.find(id);
    return found == labels.end() ? id : found->second;
}

std::span<const Property> properties() { return k_properties; }

std::string notation_of(const Measurement& measurement, char decimal) {
    auto number = [decimal](double value) {
        auto text = base::number_for_files(value);
        std::replace(text.begin(), text.end(), '.', decimal);
        return text;
    };
    auto value = number(measurement.value);
    auto out = measurement.quantity + "=" + (measurement.unit == "1:n" ? "1:" + value : value + measurement.unit);
    if (measurement.accuracy) out += "±" + number(*measurement.accuracy);
    if (!measurement.method.empty()) out += "@" + measurement.method;
    return out;
}

std::string notation_of(const Verdict& verdict) {
    auto out = verdict.criterion;
    for (auto word : {word_of(verdict.outcome), word_of(verdict.certainty), word_of(verdict.basis)})
        out.append(" ").append(word);
    return out;
}

}  // namespace audit
