// SPDX-License-Identifier: EUPL-1.2
#include "app/core/filter_chips.hpp"

#include "audit/query/filter.hpp"

#include <algorithm>

namespace app {
namespace {

audit::FilterField field_of(audit::GroupKey key) {
    switch (key) {
        case audit::GroupKey::status:
            return audit::FilterField::status;
        case audit::GroupKey::severity:
            return audit::FilterField::severity;
        case audit::GroupKey::category:
            return audit::FilterField::category;
        case audit::GroupKey::goal:
            return audit::FilterField::goal;
        case audit::GroupKey::district:
            return audit::FilterField::district;
    }
    return audit::FilterField::words;
}

audit::Filter read(const std::string& filter) {
    try {
        return audit::parse_filter(filter);
    } catch (const base::Error&) {
        return {};
    }
}

bool asks_for(const audit::Term& term, audit::FilterField field) {
    return term.field == field && term.relation == audit::Relation::is && !term.negated;
}

std::vector<std::string> values_of(const std::string& filter, audit::GroupKey key) {
    for (const auto& term : read(filter).terms)
        if (asks_for(term, field_of(key))) return term.values;
    return {};
}

/// The label of a value that no finding has, as Counter would give it.
std::string label_of_value(const audit::Snapshot& snapshot, audit::GroupKey key, const std::string& value,
                           base::Language language) {
    audit::Counter counter(key);
    audit::Finding probe;
    probe.category = key == audit::GroupKey::category ? value : "";
    probe.district = key == audit::GroupKey::district ? value : "";
    if (key == audit::GroupKey::goal && !value.empty()) probe.goals = {value};
    if (key == audit::GroupKey::severity) probe.severity = audit::parse_severity(value);
    if (key == audit::GroupKey::status) probe.status = audit::parse_status(value).value_or(audit::Status::open);
    counter.add(probe);
    const auto groups = counter.groups(*snapshot.catalogue, language);
    return groups.empty() ? value : groups.front().label;
}

}  // namespace

std::vector<FilterChoice> filter_choices(const audit::Snapshot& snapshot, const std::string& filter,
                                         audit::GroupKey key, base::Language language) {
    audit::Counter counter(key);
    for (const auto& finding : snapshot.findings) counter.add(*finding);
    const auto values = values_of(filter, key);
    std::vector<FilterChoice> choices;
    for (const auto& group : counter.groups(*snapshot.catalogue, language))
        choices.push_back({group.key, group.label, group.count.all,
                           std::find(values.begin(), values.end(), group.key) != values.end()});
    for (const auto& value : values) {
        const bool listed =
            std::any_of(choices.begin(), choices.end(), [&](const auto& each) { return each.key == value; });
        if (!listed) choices.push_back({value, label_of_value(snapshot, key, value, language), 0, true});
    }
    return choices;
}

std::vector<std::string> chosen_labels(const audit::Snapshot& snapshot, const std::string& filter, audit::GroupKey key,
                                       base::Language language) {
    std::vector<std::string> labels;
    for (const auto& value : values_of(filter, key)) labels.push_back(label_of_value(snapshot, key, value, language));
    return labels;
}

std::string toggled(const std::string& filter, audit::GroupKey key, const std::string& value) {
    auto wanted = read(filter);
    const auto field = field_of(key);
    auto term =
        std::find_if(wanted.terms.begin(), wanted.terms.end(), [&](const auto& each) { return asks_for(each, field); });
    if (term == wanted.terms.end()) {
        wanted.terms.push_back({.field = field, .values = {value}});
        return audit::text_of(wanted);
    }
    if (std::find(term->values.begin(), term->values.end(), value) == term->values.end())
        term->values.push_back(value);
    else
        std::erase(term->values, value);
    if (term->values.empty()) wanted.terms.erase(term);
    return audit::text_of(wanted);
}

}  // namespace app
