// SPDX-License-Identifier: EUPL-1.2
#include "app/core/dossier_history.hpp"

#include "app/core/figures.hpp"
#include "app/core/findings_list.hpp"
#include "audit/model/verdict.hpp"
#include "geo/base/numbers.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace app {
namespace {

using audit::HistoryEntry;
using nlohmann::json;

struct FieldName {
    std::string_view field;
    base::Text label;
};

const std::array k_fields{FieldName{"category", base::text("Category")},
                          FieldName{"title", base::text("Title")},
                          FieldName{"status", base::text("Status")},
                          FieldName{"status_reason", base::text("Reason given")},
                          FieldName{"severity", base::text("Severity")},
                          FieldName{"date", base::text("Date of observation")},
                          FieldName{"by", base::text("Observed by")},
                          FieldName{"source", base::text("Reported by")},
                          FieldName{"facility", base::text("Facility")},
                          FieldName{"district", base::text("District")},
                          FieldName{"notes", base::text("Note")},
                          FieldName{"internal_notes", base::text("Internal note")},
                          FieldName{"responsible", base::text("Who must act")},
                          FieldName{"due", base::text("To be done by")},
                          FieldName{"name", base::text("Name")},
                          FieldName{"value", base::text("Value")},
                          FieldName{"unit", base::text("Unit")},
                          FieldName{"accuracy", base::text("Accuracy")},
                          FieldName{"method", base::text("Method")}};

std::string label_of_field(const std::string& field, base::Language language) {
    for (const auto& known : k_fields)
        if (known.field == field) return base::say(known.label, language);
    return {};
}

/// As many decimals as it has, at most four.
std::string number_words(double value, base::Language language) {
    const std::string text = base::number_for_files(value, 4);
    const auto point = text.find('.');
    const int decimals = point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
    return base::number_for_people(value, decimals, language);
}

/// What people read for a value as the journal keeps it.
std::string value_words(const std::string& field, const std::string& text, const audit::Catalogue& catalogue,
                        base::Language language) {
    const json value = json::parse(text, nullptr, false);
    if (value.is_number()) return number_words(value.get<double>(), language);
    if (!value.is_string()) return {};
    const auto word = value.get<std::string>();
    if (field == "status")
        if (const auto status = audit::parse_status(word)) return base::say(audit::label_of(*status), language);
    if (field == "severity")
        if (const auto severity = audit::parse_severity(word)) return base::say(audit::label_of(*severity), language);
    if (field == "source")
        if (const auto source = audit::parse_report_source(word)) return base::say(audit::label_of(*source), language);
    if (field == "category")
        if (const auto* category = catalogue.category(word)) return category->label.in(language);
    if (field == "method")
        if (const auto* method = catalogue.method(word)) return method->label.in(language);
    if (field == "date" || field == "due") return base::date_for_people(word, language);
    return word;
}

std::string old_value(const HistoryEntry& entry, std::string_view field) {
    for (const auto& [name, before, after] : entry.changes)
        if (name == field) return after == "null" ? before : after;
    return {};
}

std::string text_at(const HistoryEntry& entry, std::string_view field) {
    const json value = json::parse(old_value(entry, field), nullptr, false);
    return value.is_string() ? value.get<std::string>() : std::string();
}

std::string text_after(const HistoryEntry& entry, std::string_view field) {
    for (const auto& [name, before, after] : entry.changes)
        if (name == field && after != "null") return after;
    return {};
}

/// The finding an entry is about: its own row, or the one that a part of it names.
std::string finding_of(const HistoryEntry& entry) {
    return entry.table == "finding" ? entry.row : text_at(entry, "finding");
}

bool is_new_row(const HistoryEntry& entry) {
    return std::any_of(entry.changes.begin(), entry.changes.end(),
                       [](const auto& change) { return std::get<0>(change) == "uuid"; });
}

double number_at(const HistoryEntry& entry, std::string_view field) {
    const json value = json::parse(old_value(entry, field), nullptr, false);
    return value.is_number() ? value.get<double>() : 0;
}

/// A measurement that came or went, as one line.
base::Text measured_words(const HistoryEntry& entry, const audit::Catalogue& catalogue, base::Language language) {
    audit::Measurement measured{.quantity = text_at(entry, "quantity"),
                                .value = number_at(entry, "value"),
                                .unit = text_at(entry, "unit"),
                                .method = text_at(entry, "method")};
    if (const double accuracy = number_at(entry, "accuracy"); accuracy > 0) measured.accuracy = accuracy;
    const auto* quantity = catalogue.quantity(measured.quantity);
    const std::string name = quantity ? capitalised(quantity->label.in(language)) : measured.quantity;
    const std::string value = kept_together(audit::say_measurement(catalogue, measured, language));
    const bool came = !text_after(entry, "uuid").empty();
    return came ? base::text("{field}: {value}", {{"field", name}, {"value", value}})
                : base::text("{field}: removed, was {old}", {{"field", name}, {"old", value}});
}

void add_changes(const HistoryEntry& entry, const audit::Catalogue& catalogue, base::Language language,
                 std::vector<std::string>& lines) {
    if (entry.table == "finding_goal") {
        const auto* goal = catalogue.goal(text_at(entry, "goal"));
        if (goal) lines.push_back(goal->label.in(language));
        return;
    }
    if (entry.table == "measurement" && is_new_row(entry))
        return lines.push_back(base::say(measured_words(entry, catalogue, language), language));
    if (entry.table == "media") {
        const bool came = !is_new_row(entry) || !text_after(entry, "uuid").empty();
        lines.push_back(base::say(came ? base::text("Photo added") : base::text("Photo taken away"), language));
        return;
    }
    // What came or went whole is told by its title; what changed is told field by field.
    if (is_new_row(entry)) return;
    for (const auto& [field, before, after] : entry.changes) {
        if (field == "geom") lines.push_back(base::say(base::text("Moved on the map"), language));
        const std::string label = label_of_field(field, language);
        if (label.empty()) continue;
        const std::string now = value_words(field, after, catalogue, language),
                          was = value_words(field, before, catalogue, language);
        if (now.empty() && was.empty()) continue;
        if (was.empty())
            lines.push_back(base::say(base::text("{field}: {value}", {{"field", label}, {"value", now}}), language));
        else if (now.empty())
            lines.push_back(
                base::say(base::text("{field}: removed, was {old}", {{"field", label}, {"old", was}}), language));
        else
            lines.push_back(base::say(
                base::text("{field}: {value}, was {old}", {{"field", label}, {"value", now}, {"old", was}}), language));
    }
}

std::string subject_of(const HistoryEntry& entry, const audit::Snapshot& snapshot, base::Language language) {
    if (const auto* finding = snapshot.find(finding_of(entry)))
        return title_of(*snapshot.catalogue, *finding, language);
    if (entry.table != "finding") return text_at(entry, "name");
    const std::string title = text_at(entry, "title");
    if (!title.empty()) return title;
    const auto* category = snapshot.catalogue->category(text_at(entry, "category"));
    return category ? category->label.in(language) : std::string();
}

bool belong_together(const HistoryEntry& a, const HistoryEntry& b) {
    return a.device == b.device && a.command == b.command && a.time == b.time && a.person == b.person &&
           a.outside == b.outside && (finding_of(a) == finding_of(b) || finding_of(a).empty() || finding_of(b).empty());
}

HistoryStep step_of(const HistoryEntry& entry, const audit::Snapshot& snapshot, base::Language language) {
    const auto time = base::parse_time(entry.time);
    HistoryStep step{.when = time ? base::time_for_people(*time, language) : entry.time,
                     .who = entry.person,
                     .what = base::say(audit::label_of_action(entry.command), language),
                     .subject = subject_of(entry, snapshot, language),
                     .outside = entry.outside};
    if (snapshot.find(finding_of(entry))) step.finding = finding_of(entry);
    return step;
}

}  // namespace

std::vector<HistoryStep> history_steps(const std::vector<HistoryEntry>& entries, const audit::Snapshot& snapshot,
                                       const HistoryChoice& choice, base::Language language) {
    std::vector<HistoryStep> steps;
    const HistoryEntry* earlier = nullptr;
    for (const auto& entry : entries) {
        if (!choice.person.empty() && entry.person != choice.person) continue;
        if (!choice.finding.empty() && finding_of(entry) != choice.finding) continue;
        if (!earlier || !belong_together(*earlier, entry)) steps.push_back(step_of(entry, snapshot, language));
        auto& step = steps.back();
        if (step.subject.empty()) step.subject = subject_of(entry, snapshot, language);
        if (step.finding.empty() && snapshot.find(finding_of(entry))) step.finding = finding_of(entry);
        add_changes(entry, *snapshot.catalogue, language, step.changes);
        earlier = &entry;
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
}

std::vector<std::string> people_in(const std::vector<HistoryEntry>& entries) {
    std::set<std::string> people;
    for (const auto& entry : entries)
        if (!entry.person.empty()) people.insert(entry.person);
    return {people.begin(), people.end()};
}

}  // namespace app
