// SPDX-License-Identifier: EUPL-1.2
#include "app/core/draft.hpp"

#include "geo/base/numbers.hpp"

#include <algorithm>

namespace app {
namespace {

FieldDraft field_of(const audit::Measurement& measurement) {
    return {.quantity = measurement.quantity,
            .uuid = measurement.uuid,
            .value = base::number_for_files(measurement.value),
            .unit = measurement.unit,
            .accuracy = measurement.accuracy ? base::number_for_files(*measurement.accuracy) : "",
            .method = measurement.method};
}

FieldDraft empty_field(const audit::Quantity& quantity) {
    return {.quantity = quantity.id,
            .unit = quantity.unit,
            .method = quantity.methods.empty() ? "" : quantity.methods.front()};
}

/// Measurements come back in the order they were sent in, each quantity by itself.
void name_fields(std::vector<FieldDraft>& fields, const std::vector<FieldDraft>& saved) {
    std::vector<FieldDraft> left = saved;
    for (auto& field : fields) {
        const auto found = std::find_if(left.begin(), left.end(), [&](const FieldDraft& candidate) {
            return field.uuid.empty() ? candidate.quantity == field.quantity : candidate.uuid == field.uuid;
        });
        if (found == left.end()) continue;
        field.uuid = found->uuid;
        left.erase(found);
    }
}

template <class T>
void keep_later(T& target, const T& now, const T& sent) {
    if (!(now == sent)) target = now;
}

}  // namespace

FieldDraft& FormValues::field(std::string_view quantity) {
    for (auto& field : fields)
        if (field.quantity == quantity) return field;
    fields.push_back({.quantity = std::string(quantity)});
    return fields.back();
}

FindingDraft new_draft(std::string key, geo::Shape shape, std::string date) {
    FindingDraft draft;
    draft.key = std::move(key);
    draft.shape = std::move(shape);
    draft.date = std::move(date);
    draft.source = std::string(audit::word_of(audit::ReportSource::inspection));
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
    draft.internal_notes = finding.internal_notes;
    draft.severity = finding.severity ? std::string(audit::word_of(*finding.severity)) : "";
    draft.date = finding.date;
    draft.source = std::string(audit::word_of(finding.source));
    draft.facility = finding.facility;
    draft.responsible = finding.responsible;
    draft.due = finding.due;
    draft.goals = finding.goals;
    for (const auto& measurement : finding.measurements) draft.fields.push_back(field_of(measurement));
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
    std::erase_if(draft.fields, [](const FieldDraft& field) { return field.is_empty() && field.uuid.empty(); });
    for (const auto& wanted : category->quantities) {
        const auto* quantity = catalogue.quantity(wanted.quantity);
        const bool there = std::any_of(draft.fields.begin(), draft.fields.end(),
                                       [&](const FieldDraft& field) { return field.quantity == wanted.quantity; });
        if (quantity && !there) draft.fields.push_back(empty_field(*quantity));
    }
}

void offer_another(FindingDraft& draft, const audit::Catalogue& catalogue, const std::string& quantity) {
    const auto* known = catalogue.quantity(quantity);
    if (!known) return;
    auto another = empty_field(*known);
    auto after = draft.fields.end();
    for (auto field = draft.fields.begin(); field != draft.fields.end(); ++field) {
        if (field->quantity != quantity) continue;
        // The same tape is still in the hand.
        another.unit = field->unit;
        another.method = field->method;
        after = field + 1;
    }
    draft.fields.insert(after, another);
}

FindingDraft gone_on(const FindingDraft& now, const FindingDraft& sent, const audit::Finding& saved) {
    FindingDraft next = draft_of(now.key, saved);
    next.layer_refs = now.layer_refs;
    for (auto member : {&FormValues::category, &FormValues::title, &FormValues::notes, &FormValues::internal_notes,
                        &FormValues::severity, &FormValues::date, &FormValues::source, &FormValues::facility,
                        &FormValues::responsible, &FormValues::due})
        keep_later(next.*member, now.*member, sent.*member);
    keep_later(next.shape, now.shape, sent.shape);
    keep_later(next.goals, now.goals, sent.goals);
    if (!(now.fields == sent.fields)) {
        next.fields = now.fields;
        name_fields(next.fields, next.opened.fields);
    }
    for (const auto& photo : now.photos)
        if (std::find(sent.photos.begin(), sent.photos.end(), photo) == sent.photos.end()) next.photos.push_back(photo);
    for (const auto& photo : now.removed_photos)
        if (std::find(sent.removed_photos.begin(), sent.removed_photos.end(), photo) == sent.removed_photos.end())
            next.removed_photos.push_back(photo);
    return next;
}

FindingDraft as_new(FindingDraft draft) {
    draft.uuid.clear();
    draft.opened = {};
    draft.removed_photos.clear();
    for (auto& field : draft.fields) field.uuid.clear();
    return draft;
}

}  // namespace app
