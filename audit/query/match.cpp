// SPDX-License-Identifier: EUPL-1.2
#include "audit/model/verdict.hpp"
#include "audit/query/fields.hpp"
#include "audit/query/filter.hpp"
#include "audit/query/fold.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace audit {

/// A finding with what is worked out about it on the way, at most once.
struct Matcher::Subject {
    const Catalogue& catalogue;
    const Finding& finding;
    mutable std::optional<std::vector<Verdict>> known_verdicts{};

    const std::vector<Verdict>& verdicts() const {
        if (!known_verdicts) known_verdicts = verdicts_of(catalogue, finding.measurements);
        return *known_verdicts;
    }
};

namespace {

using Subject = Matcher::Subject;
using Holds = std::function<bool(const Subject&)>;

std::vector<std::string> all_folded(const std::vector<std::string>& values) {
    std::vector<std::string> out;
    for (const auto& value : values) out.push_back(folded(value));
    return out;
}

bool is_among(const std::vector<std::string>& values, std::string_view value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

/// A text of the finding that is one of the values, capitals and accents apart.
Holds text_is(const Term& term, std::string Finding::*member) {
    auto values = all_folded(term.values);
    return [=](const Subject& s) { return is_among(values, folded(s.finding.*member)); };
}

Holds words_found(const Term& term) {
    auto word = folded(term.values.front());
    return [=](const Subject& s) {
        auto has = [&](const std::string& text) {
            return !text.empty() && folded(text).find(word) != std::string::npos;
        };
        return has(s.finding.title) || has(s.finding.notes) || has(s.finding.internal_notes);
    };
}

Holds status_is(const Term& term) {
    return [values = term.values](const Subject& s) { return is_among(values, word_of(s.finding.status)); };
}

Holds source_is(const Term& term) {
    return [values = term.values](const Subject& s) { return is_among(values, word_of(s.finding.source)); };
}

Holds severity_is(const Term& term) {
    if (term.relation == Relation::is)
        return [values = term.values](const Subject& s) {
            return is_among(values, s.finding.severity ? word_of(*s.finding.severity) : std::string_view{});
        };
    auto limit = parse_severity(term.values.front()).value();
    bool above = term.relation == Relation::above;
    return [=](const Subject& s) {
        return s.finding.severity && (above ? *s.finding.severity > limit : *s.finding.severity < limit);
    };
}

Holds goal_is(const Term& term) {
    auto values = all_folded(term.values);
    return [=](const Subject& s) {
        const auto& goals = s.finding.goals;
        if (goals.empty()) return is_among(values, "");
        return std::any_of(goals.begin(), goals.end(),
                           [&](const auto& goal) { return is_among(values, folded(goal)); });
    };
}

/// Compared as far as the value goes, so that a month or a year is a value too.
Holds date_is(const Term& term, std::string Finding::*member) {
    return [values = term.values, relation = term.relation, member](const Subject& s) {
        const auto& date = s.finding.*member;
        return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
            if (date.empty() || value.empty()) return date.empty() && value.empty();
            auto order = std::string_view(date).substr(0, value.size()).compare(value);
            return relation == Relation::is ? order == 0 : relation == Relation::above ? order > 0 : order < 0;
        });
    };
}

Holds outcome_is(const Term& term) {
    return [values = term.values](const Subject& s) {
        return is_among(values, word_of(outcome_of(s.catalogue, s.verdicts())));
    };
}

Holds criterion_fails(const Term& term) {
    auto values = all_folded(term.values);
    return [=](const Subject& s) {
        bool any = false;
        for (const auto& verdict : s.verdicts()) {
            if (verdict.outcome != Outcome::fails) continue;
            any = true;
            if (is_among(values, folded(verdict.criterion))) return true;
        }
        return !any && is_among(values, "");
    };
}

/// No finding belongs to a round as long as rounds are not recorded.
Holds round_is(const Term& term) {
    return [none = is_among(term.values, "")](const Subject&) { return none; };
}

Holds photo_is(const Term& term) {
    return [values = term.values, relation = term.relation](const Subject& s) {
        auto count = static_cast<long>(s.finding.photos.size());
        return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
            if (value == "yes") return count > 0;
            if (value == "no") return count == 0;
            long wanted = 0;
            std::from_chars(value.data(), value.data() + value.size(), wanted);
            return relation == Relation::is      ? count == wanted
                   : relation == Relation::above ? count > wanted
                                                 : count < wanted;
        });
    };
}

Holds test_of(const Term& term) {
    switch (term.field) {
        case FilterField::words:
            return words_found(term);
        case FilterField::category:
            return text_is(term, &Finding::category);
        case FilterField::status:
            return status_is(term);
        case FilterField::severity:
            return severity_is(term);
        case FilterField::goal:
            return goal_is(term);
        case FilterField::source:
            return source_is(term);
        case FilterField::by:
            return text_is(term, &Finding::by);
        case FilterField::facility:
            return text_is(term, &Finding::facility);
        case FilterField::district:
            return text_is(term, &Finding::district);
        case FilterField::date:
            return date_is(term, &Finding::date);
        case FilterField::outcome:
            return outcome_is(term);
        case FilterField::criterion:
            return criterion_fails(term);
        case FilterField::round:
            return round_is(term);
        case FilterField::photo:
            return photo_is(term);
        case FilterField::responsible:
            return text_is(term, &Finding::responsible);
        case FilterField::due:
            return date_is(term, &Finding::due);
    }
    return {};
}

/// Cheap tests go first: most findings are then decided before a verdict is worked out or a note is read.
int cost_of(FilterField field) {
    if (field == FilterField::outcome || field == FilterField::criterion) return 2;
    return field == FilterField::words ? 1 : 0;
}

template <class Entries>
bool knows(const Entries& entries, std::string_view id) {
    auto wanted = folded(id);
    return std::any_of(entries.begin(), entries.end(), [&](const auto& entry) { return folded(entry.id) == wanted; });
}

bool knows_goal(const Catalogue& catalogue, std::string_view id) {
    for (const auto& agenda : catalogue.agendas)
        for (const auto& theme : agenda.themes)
            if (knows(theme.goals, id)) return true;
    return false;
}

std::optional<base::Problem> why_nothing(const Catalogue& catalogue, FilterField field, const std::string& value) {
    auto problem = [&](std::string code, base::Text sentence) {
        return base::Problem{.code = std::move(code),
                             .message = std::move(sentence),
                             .advice = base::text("The catalogue of the dossier lists the known ones.")};
    };
    if (field == FilterField::category && !knows(catalogue.categories, value))
        return problem("filter-unknown-category",
                       base::text("There is no category “{value}” in the catalogue.", {{"value", value}}));
    if (field == FilterField::goal && !knows_goal(catalogue, value))
        return problem("filter-unknown-goal",
                       base::text("There is no goal “{value}” in the agenda.", {{"value", value}}));
    if (field == FilterField::criterion && !knows(catalogue.criteria, value) && !knows(catalogue.rules, value))
        return problem("filter-unknown-criterion",
                       base::text("There is no criterion “{value}” in the norms.", {{"value", value}}));
    if (field == FilterField::round)
        return base::Problem{.code = "filter-no-rounds",
                             .message = base::text("Rounds are not recorded yet, so no finding is of round “{value}”.",
                                                   {{"value", value}})};
    return std::nullopt;
}

}  // namespace

Matcher::Matcher(const Filter& filter, const Catalogue& catalogue) : catalogue_(catalogue) {
    auto terms = filter.terms;
    std::stable_sort(terms.begin(), terms.end(),
                     [](const Term& a, const Term& b) { return cost_of(a.field) < cost_of(b.field); });
    for (const auto& term : terms) tests_.push_back({term.negated, test_of(term)});
}

bool Matcher::operator()(const Finding& finding) const {
    Subject subject{catalogue_, finding};
    return std::all_of(tests_.begin(), tests_.end(),
                       [&](const Test& test) { return test.holds(subject) != test.negated; });
}

bool matches(const Filter& filter, const Finding& finding, const Catalogue& catalogue) {
    return Matcher(filter, catalogue)(finding);
}

std::vector<base::Problem> unknown_in(const Filter& filter, const Catalogue& catalogue) {
    std::vector<base::Problem> problems;
    for (const auto& term : filter.terms)
        for (const auto& value : term.values)
            if (auto problem = why_nothing(catalogue, term.field, value); problem && !value.empty())
                problems.push_back(*std::move(problem));
    return problems;
}

}  // namespace audit
