// SPDX-License-Identifier: EUPL-1.2
#include "app/core/draft.hpp"

#include "audit/model/verdict.hpp"
#include "geo/base/numbers.hpp"
#include "geo/geometry/wkb.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace app {
namespace {

/// Digits as people type them: a comma becomes the point of files.
std::string with_point(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    std::erase(text, ' ');
    return text;
}

FieldDraft field_of(const audit::Measurement& measurement) {
    return {.value = base::number_for_files(measurement.value),
            .unit = measurement.unit,
            .accuracy = measurement.accuracy ? base::number_for_files(*measurement.accuracy) : "",
            .method = measurement.method};
}

std::vector<audit::Measurement> measurements_of(const audit::Catalogue& catalogue, const FindingDraft& draft) {
    std::vector<audit::Measurement> out;
    for (const auto& [quantity, field] : draft.fields)
        if (!field.is_empty()) out.push_back(measurement_of(catalogue, quantity, field));
    return out;
}

audit::RecordFinding recording(const audit::Catalogue& catalogue, const FindingDraft& draft) {
    return {.category = draft.category,
            .shape = draft.shape,
            .title = draft.title,
            .notes = draft.notes,
            .measurements = measurements_of(catalogue, draft),
            .goals = draft.goals,
            .severity = audit::parse_severity(draft.severity),
            .date = draft.date,
            .layer_refs = draft.layer_refs};
}

/// The goals as they are now, with what was linked and unlinked in the form.
std::vector<std::string> changed_goals(const FindingDraft& draft, const audit::Finding* now) {
    std::set<std::string> goals(draft.goals.begin(), draft.goals.end());
    if (!now) return {goals.begin(), goals.end()};
    const std::set<std::string> opened(draft.opened.goals.begin(), draft.opened.goals.end());
    std::set<std::string> merged(now->goals.begin(), now->goals.end());
    for (const auto& goal : goals)
        if (opened.count(goal) == 0) merged.insert(goal);
    for (const auto& goal : opened)
        if (goals.count(goal) == 0) merged.erase(goal);
    return {merged.begin(), merged.end()};
}

bool same_goals(const FindingDraft& draft) {
    return std::set<std::string>(draft.goals.begin(), draft.goals.end()) ==
           std::set<std::string>(draft.opened.goals.begin(), draft.opened.goals.end());
}

audit::EditFinding editing(const audit::Catalogue& catalogue, const FindingDraft& draft, const audit::Finding* now) {
    const auto& opened = draft.opened;
    audit::EditFinding edit{.uuid = draft.uuid};
    const auto set = [&](const char* name, const std::string& old_value, const std::string& new_value) {
        if (old_value != new_value) edit.fields[name] = new_value;
    };
    set("category", opened.category, draft.category);
    set("title", opened.title, draft.title);
    set("notes", opened.notes, draft.notes);
    set("date", opened.date, draft.date);
    set("severity", opened.severity, draft.severity);
    for (const auto& [quantity, old] : opened.fields) {
        const auto found = draft.fields.find(quantity);
        if (found == draft.fields.end() || found->second.is_empty()) edit.removed_quantities.push_back(quantity);
    }
    for (const auto& [quantity, field] : draft.fields) {
        const auto old = opened.fields.find(quantity);
        const bool same = old != opened.fields.end() && old->second == field;
        if (!field.is_empty() && !same) edit.measurements.push_back(measurement_of(catalogue, quantity, field));
    }
    if (!same_goals(draft)) edit.goals = changed_goals(draft, now);
    if (!(draft.shape == opened.shape)) edit.shape = draft.shape;
    return edit;
}

nlohmann::json json_of(const FormValues& values) {
    nlohmann::json fields = nlohmann::json::object();
    for (const auto& [quantity, field] : values.fields)
        fields[quantity] = {
            {"value", field.value}, {"unit", field.unit}, {"accuracy", field.accuracy}, {"method", field.method}};
    return {{"category", values.category},
            {"shape", geo::hex_wkb_of(values.shape)},
            {"title", values.title},
            {"notes", values.notes},
            {"severity", values.severity},
            {"date", values.date},
            {"fields", fields},
            {"goals", values.goals}};
}

void read_values(const nlohmann::json& in, FormValues& values) {
    values.category = in.at("category");
    values.shape = geo::shape_from_hex_wkb(in.at("shape").get<std::string>());
    values.title = in.at("title");
    values.notes = in.at("notes");
    values.severity = in.at("severity");
    values.date = in.at("date");
    values.goals = in.at("goals").get<std::vector<std::string>>();
    for (const auto& [quantity, field] : in.at("fields").items())
        values.fields[quantity] = {field.at("value"), field.at("unit"), field.at("accuracy"), field.at("method")};
}

}  // namespace

FindingDraft new_draft(std::string key, geo::Shape shape, std::string date) {
    FindingDraft draft;
    draft.key = std::move(key);
    draft.shape = std::move(shape);
    draft.date = std::move(date);
    return draft;
}

FindingDraft draft_of(std::string key, const audit::Finding& finding) {
    FindingDraft draft;
    draft.key = std::move(key);
    draft.uuid = finding.uuid;
    draft.category = finding.category;
    draft.shape = finding.shape;
    draft.title = finding.title;
    draft.notes = finding.notes;
    draft.severity = finding.severity ? std::string(audit::word_of(*finding.severity)) : "";
    draft.date = finding.date;
    draft.goals = finding.goals;
    for (const auto& measurement : finding.measurements) draft.fields[measurement.quantity] = field_of(measurement);
    draft.opened = draft;
    return draft;
}

void choose_category(FindingDraft& draft, const audit::Catalogue& catalogue, const std::string& category) {
    const auto* chosen = catalogue.category(category);
    const auto* before = catalogue.category(draft.category);
    if (!chosen) return;
    if (draft.goals.empty() || (before && draft.goals == before->default_goals)) draft.goals = chosen->default_goals;
    if (draft.severity.empty() || (before && draft.severity == before->default_severity))
        draft.severity = chosen->default_severity;
    draft.category = category;
    offer_fields(draft, catalogue);
}

void offer_fields(FindingDraft& draft, const audit::Catalogue& catalogue) {
    const auto* category = catalogue.category(draft.category);
    if (!category) return;
    std::erase_if(draft.fields, [](const auto& entry) { return entry.second.is_empty(); });
    for (const auto& wanted : category->quantities) {
        const auto* quantity = catalogue.quantity(wanted.quantity);
        if (!quantity || draft.fields.count(wanted.quantity) > 0) continue;
        draft.fields[wanted.quantity] = {.value = {},
                                         .unit = quantity->unit,
                                         .accuracy = {},
                                         .method = quantity->methods.empty() ? "" : quantity->methods.front()};
    }
}

std::string to_json(const FindingDraft& draft) {
    auto out = json_of(draft);
    out["form"] = "finding";
    out["key"] = draft.key;
    out["uuid"] = draft.uuid;
    out["layer_refs"] = draft.layer_refs;
    if (!draft.is_new()) out["opened"] = json_of(draft.opened);
    return out.dump();
}

std::optional<FindingDraft> draft_from_json(const std::string& json) {
    try {
        const auto in = nlohmann::json::parse(json);
        if (in.value("form", "") != "finding") return std::nullopt;
        FindingDraft draft;
        draft.key = in.at("key");
        draft.uuid = in.at("uuid");
        draft.layer_refs = in.at("layer_refs").get<std::vector<std::string>>();
        read_values(in, draft);
        if (!draft.is_new()) read_values(in.at("opened"), draft.opened);
        return draft;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    } catch (const base::Error&) {
        return std::nullopt;
    }
}

audit::Measurement measurement_of(const audit::Catalogue& catalogue, const std::string& quantity,
                                  const FieldDraft& field) {
    std::string text = quantity + "=" + with_point(field.value) + field.unit;
    if (!field.accuracy.empty()) text += "±" + with_point(field.accuracy);
    if (!field.method.empty()) text += "@" + field.method;
    return audit::parse_measurement(catalogue, text);
}

audit::DossierAction action_of(const audit::Catalogue& catalogue, const FindingDraft& draft,
                               const audit::Finding* now) {
    if (draft.is_new()) return recording(catalogue, draft);
    return editing(catalogue, draft, now);
}

}  // namespace app
