// SPDX-License-Identifier: EUPL-1.2
#include "app/core/draft.hpp"

#include "audit/model/verdict.hpp"
#include "geo/base/numbers.hpp"
#include "geo/geometry/wkb.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

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

audit::EditFinding editing(const audit::Catalogue& catalogue, const FindingDraft& draft, const audit::Finding& before) {
    audit::EditFinding edit{.uuid = draft.uuid};
    const auto set = [&](const char* name, const std::string& old_value, const std::string& new_value) {
        if (old_value != new_value) edit.fields[name] = new_value;
    };
    set("category", before.category, draft.category);
    set("title", before.title, draft.title);
    set("notes", before.notes, draft.notes);
    set("date", before.date, draft.date);
    set("severity", before.severity ? std::string(audit::word_of(*before.severity)) : "", draft.severity);
    for (const auto& old : before.measurements) {
        const auto found = draft.fields.find(old.quantity);
        if (found == draft.fields.end() || found->second.is_empty()) edit.removed_quantities.push_back(old.quantity);
    }
    for (const auto& [quantity, field] : draft.fields) {
        const auto old = std::find_if(before.measurements.begin(), before.measurements.end(),
                                      [&](const auto& m) { return m.quantity == quantity; });
        const bool same = old != before.measurements.end() && field_of(*old) == field;
        if (!field.is_empty() && !same) edit.measurements.push_back(measurement_of(catalogue, quantity, field));
    }
    auto goals = draft.goals;
    std::sort(goals.begin(), goals.end());
    if (goals != before.goals) edit.goals = goals;
    if (!(draft.shape == before.shape)) edit.shape = draft.shape;
    return edit;
}

}  // namespace

FindingDraft new_draft(std::string key, geo::Shape shape, std::string date) {
    FindingDraft draft{.key = std::move(key), .uuid = {}};
    draft.shape = std::move(shape);
    draft.date = std::move(date);
    return draft;
}

FindingDraft draft_of(std::string key, const audit::Finding& finding) {
    FindingDraft draft{.key = std::move(key), .uuid = finding.uuid};
    draft.category = finding.category;
    draft.shape = finding.shape;
    draft.title = finding.title;
    draft.notes = finding.notes;
    draft.severity = finding.severity ? std::string(audit::word_of(*finding.severity)) : "";
    draft.date = finding.date;
    draft.goals = finding.goals;
    for (const auto& measurement : finding.measurements) draft.fields[measurement.quantity] = field_of(measurement);
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
    std::erase_if(draft.fields, [](const auto& entry) { return entry.second.is_empty(); });
    for (const auto& wanted : chosen->quantities) {
        const auto* quantity = catalogue.quantity(wanted.quantity);
        if (!quantity || draft.fields.count(wanted.quantity) > 0) continue;
        draft.fields[wanted.quantity] = {.value = {},
                                         .unit = quantity->unit,
                                         .accuracy = {},
                                         .method = quantity->methods.empty() ? "" : quantity->methods.front()};
    }
}

std::string to_json(const FindingDraft& draft) {
    nlohmann::json fields = nlohmann::json::object();
    for (const auto& [quantity, field] : draft.fields)
        fields[quantity] = {
            {"value", field.value}, {"unit", field.unit}, {"accuracy", field.accuracy}, {"method", field.method}};
    return nlohmann::json{{"form", "finding"},
                          {"key", draft.key},
                          {"uuid", draft.uuid},
                          {"category", draft.category},
                          {"shape", geo::hex_wkb_of(draft.shape)},
                          {"title", draft.title},
                          {"notes", draft.notes},
                          {"severity", draft.severity},
                          {"date", draft.date},
                          {"fields", fields},
                          {"goals", draft.goals},
                          {"layer_refs", draft.layer_refs}}
        .dump();
}

std::optional<FindingDraft> draft_from_json(const std::string& json) {
    try {
        const auto in = nlohmann::json::parse(json);
        if (in.value("form", "") != "finding") return std::nullopt;
        FindingDraft draft{.key = in.at("key"), .uuid = in.at("uuid")};
        draft.category = in.at("category");
        draft.shape = geo::shape_from_hex_wkb(in.at("shape").get<std::string>());
        draft.title = in.at("title");
        draft.notes = in.at("notes");
        draft.severity = in.at("severity");
        draft.date = in.at("date");
        draft.goals = in.at("goals").get<std::vector<std::string>>();
        draft.layer_refs = in.at("layer_refs").get<std::vector<std::string>>();
        for (const auto& [quantity, field] : in.at("fields").items())
            draft.fields[quantity] = {field.at("value"), field.at("unit"), field.at("accuracy"), field.at("method")};
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
                               const audit::Finding* before) {
    if (before == nullptr) return recording(catalogue, draft);
    return editing(catalogue, draft, *before);
}

}  // namespace app
