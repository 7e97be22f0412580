// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/problem.hpp"

#include <algorithm>

namespace base {
namespace {

Text place(const Where& where) {
    auto feature = where.feature ? std::to_string(*where.feature) : std::string();
    std::vector<std::pair<std::string, std::string>> values{
        {"file", where.file}, {"layer", where.layer}, {"field", where.field}, {"feature", feature}};
    bool has_layer = !where.layer.empty();
    if (has_layer && where.feature) return text("{file}, layer “{layer}”, feature {feature}", values);
    if (has_layer && !where.field.empty()) return text("{file}, layer “{layer}”, field “{field}”", values);
    if (has_layer) return text("{file}, layer “{layer}”", values);
    if (!where.file.empty() && where.feature) return text("{file}, feature {feature}", values);
    if (!where.file.empty() && !where.field.empty()) return text("{file}, “{field}”", values);
    if (!where.field.empty()) return text("“{field}”", values);
    return {where.file, {}, {}};
}

/// Remarks are of one kind when they differ only in the feature.
bool same_kind(const Problem& one, const Problem& other) {
    return one.code == other.code && one.where.file == other.where.file && one.where.layer == other.where.layer &&
           one.where.field == other.where.field;
}

}  // namespace

std::string say(const Problem& problem, Language language) {
    auto sentence = say(place(problem.where), language);
    if (!sentence.empty()) sentence += ": ";
    sentence += say(problem.message, language);
    auto advice = say(problem.advice, language);
    if (!advice.empty()) sentence += " " + advice;
    return sentence;
}

std::string say(const Problem& problem) { return say(problem, language()); }

Error::Error(Problem problem) : problem_(std::move(problem)), english_(say(problem_, Language::english)) {}

void Error::fill(const Where& where) {
    auto& own = problem_.where;
    if (own.file.empty()) own.file = where.file;
    if (own.layer.empty()) own.layer = where.layer;
    if (own.field.empty()) own.field = where.field;
    if (!own.feature) own.feature = where.feature;
    english_ = say(problem_, Language::english);
}

void Problems::add(const Problem& problem) {
    auto found =
        std::find_if(remarks_.begin(), remarks_.end(), [&](const Remark& r) { return same_kind(r.problem, problem); });
    if (found == remarks_.end()) found = remarks_.insert(remarks_.end(), Remark{problem, 0, {}});
    ++found->count;
    if (problem.where.feature && found->first.size() < k_listed_features)
        found->first.push_back(*problem.where.feature);
}

void Problems::add(const Problems& others) {
    for (const auto& remark : others.remarks_) {
        auto first = remark.problem;
        add(first);
        auto& mine = *std::find_if(remarks_.begin(), remarks_.end(),
                                   [&](const Remark& r) { return same_kind(r.problem, first); });
        mine.count += remark.count - 1;
        for (auto id : remark.first)
            if (mine.first.size() < k_listed_features &&
                std::find(mine.first.begin(), mine.first.end(), id) == mine.first.end())
                mine.first.push_back(id);
    }
}

std::int64_t Problems::count(const std::string& code) const {
    std::int64_t total = 0;
    for (const auto& remark : remarks_)
        if (remark.problem.code == code) total += remark.count;
    return total;
}

}  // namespace base
