// SPDX-License-Identifier: EUPL-1.2
#include "audit/model/verdict.hpp"

#include "audit/model/testing.hpp"

#include <algorithm>
#include <utility>

namespace audit {
namespace {

using detail::Tested;

std::vector<const Criterion*> members_of(const Catalogue& catalogue, const Rule& rule) {
    std::vector<const Criterion*> members;
    for (const auto& id : rule.any_of)
        if (const auto* criterion = catalogue.criterion(id)) members.push_back(criterion);
    return members;
}

bool is_measured(const std::string& quantity, const std::vector<Measurement>& measurements) {
    return std::any_of(measurements.begin(), measurements.end(),
                       [&](const Measurement& m) { return m.quantity == quantity; });
}

/// The criteria (or rules) of the norms whose quantity was measured, in the order of the norms. Quantities are compared
/// first, because few of many criteria are left then: a list of findings asks this for every one of them.
template <class Item>
std::vector<const Item*> measured(const std::vector<Item>& all, const std::vector<std::string>& order,
                                  const std::vector<Measurement>& measurements) {
    std::vector<std::pair<std::ptrdiff_t, const Item*>> found;
    for (const auto& item : all) {
        if (!is_measured(item.quantity, measurements)) continue;
        auto place = std::find(order.begin(), order.end(), item.id);
        if (place != order.end()) found.emplace_back(place - order.begin(), &item);
    }
    std::sort(found.begin(), found.end());
    std::vector<const Item*> items;
    for (const auto& [place, item] : found) items.push_back(item);
    return items;
}

bool stands_in_a_rule(const Catalogue& catalogue, const std::string& criterion) {
    return std::any_of(catalogue.norms.rules.begin(), catalogue.norms.rules.end(), [&](const std::string& id) {
        const auto* rule = catalogue.rule(id);
        return rule && std::find(rule->any_of.begin(), rule->any_of.end(), criterion) != rule->any_of.end();
    });
}

/// Whether a verdict weighs in the outcome of its finding.
bool counts(const Catalogue& catalogue, const Verdict& verdict) {
    if (catalogue.rule(verdict.criterion)) return true;
    const auto* criterion = catalogue.criterion(verdict.criterion);
    return criterion && criterion->level == Level::minimum && !stands_in_a_rule(catalogue, verdict.criterion);
}

}  // namespace

std::string_view word_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::meets:
            return "meets";
        case Outcome::fails:
            return "fails";
        case Outcome::not_tested:
            return "not-tested";
    }
    return "not-tested";
}

std::string_view word_of(Certainty certainty) {
    switch (certainty) {
        case Certainty::certain:
            return "certain";
        case Certainty::possible:
            return "possible";
        case Certainty::within_tolerance:
            return "within-tolerance";
    }
    return "possible";
}

std::string_view word_of(Basis basis) {
    switch (basis) {
        case Basis::measured:
            return "measured";
        case Basis::indicative:
            return "indicative";
    }
    return "indicative";
}

base::Text label_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::meets:
            return base::text_in("outcome", "meets the norm");
        case Outcome::fails:
            return base::text_in("outcome", "fails the norm");
        case Outcome::not_tested:
            return base::text_in("outcome", "not tested");
    }
    return {};
}

base::Text label_of(Certainty certainty) {
    switch (certainty) {
        case Certainty::certain:
            return base::text_in("certainty", "certain");
        case Certainty::possible:
            return base::text_in("certainty", "possible");
        case Certainty::within_tolerance:
            return base::text_in("certainty", "within the tolerance");
    }
    return {};
}

base::Text label_of(Basis basis) {
    switch (basis) {
        case Basis::measured:
            return base::text_in("basis", "measured");
        case Basis::indicative:
            return base::text_in("basis", "indicative");
    }
    return {};
}

std::vector<Verdict> verdicts_of(const Catalogue& catalogue, const std::vector<Measurement>& measurements) {
    std::vector<Verdict> verdicts;
    for (const auto* criterion : measured(catalogue.criteria, catalogue.norms.criteria, measurements)) {
        auto tested = detail::test(catalogue, *criterion, measurements);
        if (tested && tested->state != Tested::State::does_not_apply) verdicts.push_back(tested->verdict);
    }
    for (const auto* rule : measured(catalogue.rules, catalogue.norms.rules, measurements)) {
        std::vector<Tested> members;
        for (const auto* criterion : members_of(catalogue, *rule))
            if (auto tested = detail::test(catalogue, *criterion, measurements)) members.push_back(std::move(*tested));
        if (auto verdict = detail::judge(*rule, members)) verdicts.push_back(std::move(*verdict));
    }
    return verdicts;
}

Outcome outcome_of(const Catalogue& catalogue, const std::vector<Verdict>& verdicts) {
    auto outcome = Outcome::not_tested;
    for (const auto& verdict : verdicts) {
        if (!counts(catalogue, verdict) || verdict.outcome == Outcome::not_tested) continue;
        if (verdict.outcome == Outcome::fails) return Outcome::fails;
        outcome = Outcome::meets;
    }
    return outcome;
}

}  // namespace audit
