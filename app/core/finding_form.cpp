// SPDX-License-Identifier: EUPL-1.2
#include "app/core/finding_form.hpp"

#include "app/core/figures.hpp"
#include "geo/base/clock.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>

namespace app {
namespace {

using Tone = VerdictLine::Tone;

bool belongs_to_rule(const audit::Catalogue& catalogue, const std::string& criterion) {
    return std::any_of(catalogue.rules.begin(), catalogue.rules.end(), [&](const audit::Rule& rule) {
        return std::find(rule.any_of.begin(), rule.any_of.end(), criterion) != rule.any_of.end();
    });
}

base::Text words_of(const audit::Verdict& verdict) {
    const bool certain = verdict.certainty == audit::Certainty::certain;
    const bool close = verdict.certainty == audit::Certainty::within_tolerance;
    if (verdict.outcome == audit::Outcome::not_tested) return base::text("Not tested");
    if (verdict.outcome == audit::Outcome::meets) {
        if (certain) return base::text("Meets the norm");
        return close ? base::text("Just meets it, within the measuring uncertainty")
                     : base::text("Seems to meet it, not certain");
    }
    if (certain) return base::text("Does not meet the norm");
    return close ? base::text("Just fails, within the measuring uncertainty")
                 : base::text("Seems to fail, not certain");
}

Tone tone_of(const audit::Verdict& verdict) {
    if (verdict.outcome == audit::Outcome::not_tested) return Tone::untested;
    if (verdict.certainty != audit::Certainty::certain) return Tone::doubtful;
    return verdict.outcome == audit::Outcome::meets ? Tone::good : Tone::bad;
}

std::string value_text(double value, const std::string& unit, base::Language language) {
    int decimals = 0;
    while (decimals < 3 && base::number_for_files(value, decimals) != base::number_for_files(value, 6)) ++decimals;
    if (unit == "m" && decimals < 2) decimals = 2;
    return with_unit(value, decimals, unit_words(unit), language);
}

base::Text norm_of(const audit::Criterion& criterion, base::Language language) {
    const auto& name = criterion.label.in(language);
    if (!criterion.threshold) return base::text("{norm}: threshold not known", {{"norm", name}});
    const std::string value = value_text(*criterion.threshold, criterion.unit, language);
    switch (criterion.comparison) {
        case audit::Comparison::at_least:
            return base::text("{norm}: at least {value}", {{"norm", name}, {"value", value}});
        case audit::Comparison::at_most:
            return base::text("{norm}: at most {value}", {{"norm", name}, {"value", value}});
        case audit::Comparison::equal:
            return base::text("{norm}: exactly {value}", {{"norm", name}, {"value", value}});
        case audit::Comparison::between:
            return base::text(
                "{norm}: {value} to {upper}",
                {{"norm", name},
                 {"value", value},
                 {"upper", value_text(criterion.upper.value_or(*criterion.threshold), criterion.unit, language)}});
        case audit::Comparison::is_true:
            break;
    }
    return base::text("{norm}", {{"norm", name}});
}

std::string norm_words(const audit::Catalogue& catalogue, const std::string& id, base::Language language) {
    if (const auto* criterion = catalogue.criterion(id)) return base::say(norm_of(*criterion, language), language);
    const auto* rule = catalogue.rule(id);
    return rule ? rule->label.in(language) : id;
}

std::string quantity_of_test(const audit::Catalogue& catalogue, const std::string& id) {
    if (const auto* criterion = catalogue.criterion(id)) return criterion->quantity;
    const auto* rule = catalogue.rule(id);
    return rule ? rule->quantity : "";
}

std::optional<base::Text> doubt_of(const audit::Quantity& quantity, const audit::Measurement& measurement) {
    if (quantity.kind == audit::QuantityKind::yes_no || !(quantity.largest > quantity.smallest)) return std::nullopt;
    const double value = audit::convert(measurement.value, measurement.unit, quantity.unit);
    if (value >= quantity.smallest && value <= quantity.largest) return std::nullopt;
    return base::text("This is unusual for this measurement. Check the number and the unit.");
}

FieldView field_view(const audit::Catalogue& catalogue, const audit::Quantity& quantity, base::Language language) {
    FieldView view{
        .quantity = quantity.id, .label = capitalised(quantity.label.in(language)), .help = quantity.help.in(language)};
    view.yes_no = quantity.kind == audit::QuantityKind::yes_no;
    view.units = quantity.units;
    for (const auto& id : quantity.methods)
        if (const auto* method = catalogue.method(id)) view.methods.emplace_back(id, method->label.in(language));
    return view;
}

/// The category's quantities first, then what was measured besides (a category that was changed loses nothing).
std::vector<audit::Field> wanted_fields(const audit::Catalogue& catalogue, const FindingDraft& draft) {
    const auto* category = catalogue.category(draft.category);
    std::vector<audit::Field> fields = category ? category->quantities : std::vector<audit::Field>{};
    for (const auto& field : draft.fields) {
        const bool known =
            std::any_of(fields.begin(), fields.end(), [&](const auto& f) { return f.quantity == field.quantity; });
        if (!known && !field.is_empty()) fields.push_back({field.quantity, false});
    }
    return fields;
}

/// All fields of one quantity; the first carries what is asked of the quantity as a whole.
void add_views(const audit::Catalogue& catalogue, const FindingDraft& draft, const audit::Field& wanted,
               base::Language language, FindingForm& form) {
    const auto* quantity = catalogue.quantity(wanted.quantity);
    if (!quantity) return;
    std::size_t count = 0;
    for (std::size_t i = 0; i < draft.fields.size(); ++i) {
        if (draft.fields[i].quantity != wanted.quantity) continue;
        auto view = field_view(catalogue, *quantity, language);
        if (++count > 1) {
            form.fields.back().last_of_quantity = false;
            view.label = base::say(base::text("{quantity}, measurement {number}",
                                              {{"quantity", view.label}, {"number", std::to_string(count)}}),
                                   language);
        }
        view.index = i;
        view.key = count == 1 ? wanted.quantity : wanted.quantity + "/" + std::to_string(count);
        view.required = wanted.required && count == 1;
        form.fields.push_back(std::move(view));
    }
}

/// What is typed in a field as a measurement; nothing when it is empty or cannot be read.
std::optional<audit::Measurement> read_field(const audit::Catalogue& catalogue, const FieldDraft& typed,
                                             FieldView& view) {
    if (typed.is_empty()) return std::nullopt;
    try {
        auto measurement = measurement_of(catalogue, typed);
        view.doubt = doubt_of(*catalogue.quantity(view.quantity), measurement);
        return measurement;
    } catch (const base::Error& error) {
        view.mistake = error.problem();
        return std::nullopt;
    }
}

std::optional<base::Text> missing(const audit::Catalogue& catalogue, const FindingDraft& draft,
                                  const FindingForm& form) {
    if (catalogue.category(draft.category) == nullptr) return base::text("Choose what is wrong first.");
    if (draft.shape.is_empty()) return base::text("Point out the place on the map first.");
    for (const auto& field : form.fields) {
        if (field.mistake) return base::text("“{field}” cannot be read yet.", {{"field", field.label}});
        if (field.required && draft.fields[field.index].is_empty())
            return base::text("Fill in “{field}” first.", {{"field", field.label}});
    }
    if (!draft.date.empty() && !base::is_date(draft.date)) return base::text("The date must look like 2026-11-22.");
    if (!draft.due.empty() && !base::is_date(draft.due))
        return base::text("“{field}” must look like 2026-11-22.", {{"field", base::tr("To be done by")}});
    return std::nullopt;
}

}  // namespace

std::vector<VerdictLine> verdict_lines(const audit::Catalogue& catalogue,
                                       const std::vector<audit::Measurement>& measurements, const std::string& quantity,
                                       base::Language language) {
    std::vector<VerdictLine> lines;
    for (const auto& verdict : audit::verdicts_of(catalogue, measurements)) {
        if (quantity_of_test(catalogue, verdict.criterion) != quantity) continue;
        if (belongs_to_rule(catalogue, verdict.criterion)) continue;
        lines.push_back({tone_of(verdict), base::say(words_of(verdict), language),
                         norm_words(catalogue, verdict.criterion, language)});
    }
    return lines;
}

FindingForm finding_form(const audit::Catalogue& catalogue, const FindingDraft& draft, base::Language language) {
    FindingForm form;
    for (const auto& wanted : wanted_fields(catalogue, draft)) add_views(catalogue, draft, wanted, language, form);
    std::vector<audit::Measurement> measurements;
    for (auto& field : form.fields)
        if (auto measurement = read_field(catalogue, draft.fields[field.index], field))
            measurements.push_back(std::move(*measurement));
    for (auto& field : form.fields) {
        const bool measured = std::any_of(measurements.begin(), measurements.end(),
                                          [&](const auto& m) { return m.quantity == field.quantity; });
        if (measured && field.last_of_quantity)
            field.verdicts = verdict_lines(catalogue, measurements, field.quantity, language);
    }
    form.why_not_save = missing(catalogue, draft, form);
    return form;
}

}  // namespace app
