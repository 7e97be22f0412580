// SPDX-License-Identifier: EUPL-1.2
#include "app/core/draft.hpp"
#include "audit/model/verdict.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace app {
namespace {

/// Digits as people type them: a comma becomes the point of files.
std::string with_point(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    std::erase(text, ' ');
    return text;
}

std::vector<audit::Measurement> measurements_of(const audit::Catalogue& catalogue, const FindingDraft& draft) {
    std::vector<audit::Measurement> out;
    for (const auto& field : draft.fields)
        if (!field.is_empty()) out.push_back(measurement_of(catalogue, field));
    return out;
}

audit::RecordFinding recording(const audit::Catalogue& catalogue, const FindingDraft& draft) {
    return {.category = draft.category,
            .shape = draft.shape,
            .title = draft.title,
            .notes = draft.notes,
            .internal_notes = draft.internal_notes,
            .measurements = measurements_of(catalogue, draft),
            .photos = {draft.photos.begin(), draft.photos.end()},
            .goals = draft.goals,
            .severity = audit::parse_severity(draft.severity),
            .facility = draft.facility,
            .source = audit::parse_report_source(draft.source).value_or(audit::ReportSource::inspection),
            .date = draft.date,
            .layer_refs = draft.layer_refs,
            .responsible = draft.responsible,
            .due = draft.due};
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

/// The texts of the form that are fields of the finding, by their name in the dossier.
constexpr std::array k_fields{std::pair{"category", &FormValues::category},
                              std::pair{"title", &FormValues::title},
                              std::pair{"notes", &FormValues::notes},
                              std::pair{"internal_notes", &FormValues::internal_notes},
                              std::pair{"date", &FormValues::date},
                              std::pair{"severity", &FormValues::severity},
                              std::pair{"source", &FormValues::source},
                              std::pair{"facility", &FormValues::facility},
                              std::pair{"responsible", &FormValues::responsible},
                              std::pair{"due", &FormValues::due}};

void edit_measurements(const audit::Catalogue& catalogue, const FindingDraft& draft, audit::EditFinding& edit) {
    for (const auto& old : draft.opened.fields) {
        const bool kept = std::any_of(draft.fields.begin(), draft.fields.end(), [&](const FieldDraft& field) {
            return field.uuid == old.uuid && !field.is_empty();
        });
        if (!kept) edit.removed_measurements.push_back(old.uuid);
    }
    for (const auto& field : draft.fields) {
        const auto& opened = draft.opened.fields;
        if (field.is_empty() || std::find(opened.begin(), opened.end(), field) != opened.end()) continue;
        auto& target = field.uuid.empty() ? edit.added_measurements : edit.measurements;
        target.push_back(measurement_of(catalogue, field));
    }
}

audit::EditFinding editing(const audit::Catalogue& catalogue, const FindingDraft& draft, const audit::Finding* now) {
    audit::EditFinding edit{.uuid = draft.uuid};
    for (const auto& [name, member] : k_fields)
        if (draft.*member != draft.opened.*member) edit.fields[name] = draft.*member;
    edit_measurements(catalogue, draft, edit);
    if (!same_goals(draft)) edit.goals = changed_goals(draft, now);
    if (!(draft.shape == draft.opened.shape)) edit.shape = draft.shape;
    edit.added_photos = {draft.photos.begin(), draft.photos.end()};
    edit.removed_photos = draft.removed_photos;
    return edit;
}

}  // namespace

audit::Measurement measurement_of(const audit::Catalogue& catalogue, const FieldDraft& field) {
    std::string text = field.quantity + "=" + with_point(field.value) + field.unit;
    if (!field.accuracy.empty()) text += "±" + with_point(field.accuracy);
    if (!field.method.empty()) text += "@" + field.method;
    auto measurement = audit::parse_measurement(catalogue, text);
    measurement.uuid = field.uuid;
    return measurement;
}

audit::DossierAction action_of(const audit::Catalogue& catalogue, const FindingDraft& draft,
                               const audit::Finding* now) {
    if (draft.is_new()) return recording(catalogue, draft);
    return editing(catalogue, draft, now);
}

bool changes_nothing(const audit::DossierAction& action) {
    const auto* edit = std::get_if<audit::EditFinding>(&action);
    return edit && edit->fields.empty() && edit->measurements.empty() && edit->added_measurements.empty() &&
           edit->removed_measurements.empty() && edit->removed_quantities.empty() && !edit->shape && !edit->goals &&
           edit->added_photos.empty() && edit->removed_photos.empty();
}

}  // namespace app
