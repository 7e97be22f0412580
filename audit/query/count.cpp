// SPDX-License-Identifier: EUPL-1.2
#include "audit/query/arrange.hpp"
#include "audit/query/fold.hpp"

#include <algorithm>
#include <utility>

namespace audit {
namespace {

using Named = std::vector<std::pair<std::string, std::string>>;

template <class Values>
Named words_in_order(const Values& values, base::Language language) {
    Named out;
    for (auto value : values) out.emplace_back(word_of(value), base::say(label_of(value), language));
    return out;
}

Named categories_in_order(const Catalogue& catalogue, base::Language language) {
    Named out;
    for (const auto& category : catalogue.categories) out.emplace_back(category.id, category.label.in(language));
    return out;
}

Named goals_in_order(const Catalogue& catalogue, base::Language language) {
    Named out;
    for (const auto& agenda : catalogue.agendas)
        for (const auto& theme : agenda.themes)
            for (const auto& goal : theme.goals) out.emplace_back(goal.id, goal.label.in(language));
    return out;
}

Named known_order(GroupKey key, const Catalogue& catalogue, base::Language language) {
    switch (key) {
        case GroupKey::status:
            return words_in_order(k_statuses, language);
        case GroupKey::severity:
            return words_in_order(k_severities, language);
        case GroupKey::category:
            return categories_in_order(catalogue, language);
        case GroupKey::goal:
            return goals_in_order(catalogue, language);
        case GroupKey::district:
            return {};
    }
    return {};
}

std::string label_of_none(GroupKey key, base::Language language) {
    switch (key) {
        case GroupKey::severity:
            return base::say(base::text("No severity"), language);
        case GroupKey::goal:
            return base::say(base::text("No goal"), language);
        case GroupKey::district:
            return base::say(base::text("No district"), language);
        case GroupKey::status:
        case GroupKey::category:
            return {};
    }
    return {};
}

}  // namespace

base::Text label_of(GroupKey key) {
    switch (key) {
        case GroupKey::status:
            return base::text("Status");
        case GroupKey::severity:
            return base::text("Severity");
        case GroupKey::category:
            return base::text("Category");
        case GroupKey::goal:
            return base::text("Goal");
        case GroupKey::district:
            return base::text("District");
    }
    return {};
}

bool is_open(Status status) { return status == Status::open || status == Status::in_progress; }
bool is_solved(Status status) { return status == Status::solved || status == Status::verified; }

void Count::add(Status status) {
    ++all;
    if (is_open(status)) ++open;
    if (is_solved(status)) ++solved;
}

std::vector<std::string> group_keys(const Finding& finding, GroupKey key) {
    switch (key) {
        case GroupKey::status:
            return {std::string(word_of(finding.status))};
        case GroupKey::severity:
            return {finding.severity ? std::string(word_of(*finding.severity)) : std::string()};
        case GroupKey::category:
            return {finding.category};
        case GroupKey::district:
            return {finding.district};
        case GroupKey::goal:
            if (!finding.goals.empty()) return finding.goals;
    }
    return {std::string()};
}

void Counter::add(const Finding& finding) {
    for (const auto& key : group_keys(finding, key_)) counts_[key].add(finding.status);
}

std::vector<Group> Counter::groups(const Catalogue& catalogue, base::Language language) const {
    std::vector<Group> out;
    auto rest = counts_;
    for (const auto& [key, label] : known_order(key_, catalogue, language)) {
        auto found = rest.find(key);
        if (found == rest.end()) continue;
        out.push_back({key, label, found->second});
        rest.erase(found);
    }
    auto known = out.size();
    for (const auto& [key, count] : rest)
        out.push_back({key, key.empty() ? label_of_none(key_, language) : key, count});
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(known), out.end(), [](const Group& a, const Group& b) {
        if (a.key.empty() != b.key.empty()) return b.key.empty();
        return std::pair(folded(a.key), a.key) < std::pair(folded(b.key), b.key);
    });
    return out;
}

void GoalTally::add(const Finding& finding) {
    for (const auto& goal : finding.goals) {
        auto& entry = goals_[goal];
        entry.findings.push_back(finding.uuid);
        entry.count.add(finding.status);
    }
}

const GoalFindings& GoalTally::of(std::string_view goal) const {
    static const GoalFindings k_none{};
    auto found = goals_.find(goal);
    return found == goals_.end() ? k_none : found->second;
}

}  // namespace audit
