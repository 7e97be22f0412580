// SPDX-License-Identifier: EUPL-1.2
#include "tools/doorgangctl/describe.hpp"

#include "geo/base/numbers.hpp"

#include <algorithm>
#include <iostream>

namespace ctl {
namespace {

using nlohmann::ordered_json;

std::string in_language(const audit::Label& label) { return label.in(base::language()); }

ordered_json ids_of(const std::vector<audit::Mention>& mentions) {
    auto ids = ordered_json::array();
    for (const auto& mention : mentions) ids.push_back(mention.id);
    return ids;
}

ordered_json number_or_null(const std::optional<double>& number) {
    return number ? ordered_json(*number) : ordered_json();
}

/// As many decimals as the norm itself has.
std::string number(double value) {
    auto text = base::number_for_files(value);
    if (base::language() == base::Language::dutch) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

}  // namespace

void answer(bool json, const std::function<ordered_json()>& facts, const std::function<void()>& print) {
    if (json)
        std::cout << facts().dump(2, ' ', false, ordered_json::error_handler_t::replace) << "\n";
    else
        print();
}

ordered_json describe(const audit::Goal& goal) {
    auto provenance = ordered_json::array(), inferred = ordered_json::array();
    for (auto value : goal.provenance) provenance.push_back(audit::word_of(value));
    for (const auto* mentions : {&goal.target_groups, &goal.stakeholders})
        for (const auto& mention : *mentions)
            if (mention.inferred) inferred.push_back(mention.id);
    return {{"id", goal.id},
            {"label", in_language(goal.label)},
            {"provenance", provenance},
            {"document", goal.documents},
            {"target_groups", ids_of(goal.target_groups)},
            {"stakeholders", ids_of(goal.stakeholders)},
            {"inferred", inferred},
            {"treaty", goal.treaty}};
}

ordered_json describe(const audit::Category& category) {
    auto quantities = ordered_json::array();
    for (const auto& field : category.quantities)
        quantities.push_back({{"id", field.quantity}, {"required", field.required}});
    auto severities = ordered_json::object();
    for (const auto& [word, anchor] : category.anchors) severities[word] = in_language(anchor);
    return {{"id", category.id},
            {"label", in_language(category.label)},
            {"help", in_language(category.help)},
            {"letter", category.letter},
            {"geometry", category.geometry},
            {"quantities", quantities},
            {"has_severity", category.has_severity},
            {"default_severity", category.default_severity},
            {"severity", severities},
            {"default_goals", category.default_goals},
            {"treaty", category.treaty},
            {"suggested_on", category.suggested_on},
            {"near_metres", category.near_metres}};
}

ordered_json describe(const audit::Criterion& criterion) {
    return {{"id", criterion.id},
            {"label", in_language(criterion.label)},
            {"quantity", criterion.quantity},
            {"comparison", word_of(criterion.comparison)},
            {"threshold", number_or_null(criterion.threshold)},
            {"upper", number_or_null(criterion.upper)},
            {"unit", criterion.unit},
            {"level", word_of(criterion.level)},
            {"applies_to", criterion.applies_to},
            {"source", criterion.source},
            {"trust", audit::word_of(criterion.trust)}};
}

ordered_json describe(const audit::Norms& norms) {
    return {{"id", norms.id},
            {"version", norms.version},
            {"label", in_language(norms.label)},
            {"criteria", norms.criteria},
            {"rules", norms.rules},
            {"thresholds", norms.thresholds}};
}

std::string say_provenance(const audit::Goal& goal) {
    std::string list;
    for (auto value : goal.provenance) list.append(list.empty() ? "" : ", ").append(base::say(audit::label_of(value)));
    return list;
}

std::string say_threshold(const audit::Criterion& criterion) {
    if (criterion.comparison == audit::Comparison::is_true) return base::tr("yes");
    if (!criterion.threshold) return base::tr("unknown");
    auto value = number(*criterion.threshold) + (criterion.unit.empty() ? "" : " " + criterion.unit);
    switch (criterion.comparison) {
        case audit::Comparison::at_least:
            return "≥ " + value;
        case audit::Comparison::at_most:
            return "≤ " + value;
        case audit::Comparison::equal:
            return "= " + value;
        case audit::Comparison::between:
            return number(*criterion.threshold) + " – " + number(criterion.upper.value_or(*criterion.threshold)) + " " +
                   criterion.unit;
        case audit::Comparison::is_true:
            break;
    }
    return value;
}

}  // namespace ctl
