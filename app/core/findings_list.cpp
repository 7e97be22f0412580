// SPDX-License-Identifier: EUPL-1.2
#include "app/core/findings_list.hpp"

#include "app/core/figures.hpp"
#include "audit/query/filter.hpp"
#include "geo/base/clock.hpp"

#include <algorithm>
#include <map>

namespace app {
namespace {

using Place = std::uint32_t;

/// The place of each finding of `sorted` in the snapshot, which is ordered by uuid.
std::vector<Place> places_of(const audit::Snapshot& snapshot,
                             const std::vector<std::shared_ptr<const audit::Finding>>& sorted) {
    std::vector<Place> places;
    places.reserve(sorted.size());
    for (const auto& finding : sorted) places.push_back(place_of(snapshot, finding->uuid).value_or(0));
    return places;
}

void sort_rows(const audit::Snapshot& snapshot, const audit::Sort& sort, base::Language language,
               std::vector<Place>& rows) {
    std::vector<std::shared_ptr<const audit::Finding>> findings;
    findings.reserve(rows.size());
    for (const Place row : rows) findings.push_back(snapshot.findings[row]);
    audit::sort_findings(findings, sort, *snapshot.catalogue, language);
    rows = places_of(snapshot, findings);
}

void group_rows(const audit::Snapshot& snapshot, audit::GroupKey key, base::Language language, FindingsList& list) {
    audit::Counter counter(key);
    std::map<std::string, std::vector<Place>, std::less<>> members;
    for (const Place row : list.rows) {
        counter.add(*snapshot.findings[row]);
        for (const auto& name : audit::group_keys(*snapshot.findings[row], key)) members[name].push_back(row);
    }
    list.groups = counter.groups(*snapshot.catalogue, language);
    for (std::uint32_t group = 0; group < list.groups.size(); ++group) {
        list.items.push_back({group, true, group});
        for (const Place row : members[list.groups[group].key]) list.items.push_back({row, false, group});
    }
}

}  // namespace

std::optional<Place> place_of(const audit::Snapshot& snapshot, std::string_view uuid) {
    const auto& all = snapshot.findings;
    const auto found = std::lower_bound(
        all.begin(), all.end(), uuid, [](const auto& other, std::string_view wanted) { return other->uuid < wanted; });
    if (found == all.end() || (*found)->uuid != uuid) return std::nullopt;
    return static_cast<Place>(found - all.begin());
}

std::string title_of(const audit::Catalogue& catalogue, const audit::Finding& finding, base::Language language) {
    if (!finding.title.empty()) return finding.title;
    const auto* category = catalogue.category(finding.category);
    return category ? category->label.in(language) : finding.category;
}

FindingTexts texts_of(const audit::Catalogue& catalogue, const audit::Finding& finding, base::Language language) {
    FindingTexts texts{.title = title_of(catalogue, finding, language), .beside = {}};
    const auto add = [&](const std::string& part) {
        if (!part.empty()) texts.beside += (texts.beside.empty() ? "" : k_dot) + part;
    };
    const auto* category = catalogue.category(finding.category);
    if (category && !finding.title.empty()) add(category->label.in(language));
    add(base::say(audit::label_of(finding.status), language));
    add(base::date_for_people(finding.date, language));
    add(finding.district);
    return texts;
}

FindingsList findings_list(const audit::Snapshot& snapshot, const Arrangement& arrangement, base::Language language,
                           const base::Progress& progress) {
    FindingsList list;
    audit::Filter wanted;
    try {
        wanted = audit::parse_filter(arrangement.filter);
    } catch (const base::Error& error) {
        list.filter_problem = error.problem();
    }
    const audit::Matcher matches(wanted, *snapshot.catalogue);
    constexpr std::size_t between_reports = 512;
    for (std::size_t i = snapshot.findings.size(); i-- > 0;) {
        if (i % between_reports == 0) progress.report(0);
        if (matches(*snapshot.findings[i])) list.rows.push_back(static_cast<Place>(i));
    }
    if (arrangement.sort) sort_rows(snapshot, *arrangement.sort, language, list.rows);
    if (arrangement.group) group_rows(snapshot, *arrangement.group, language, list);
    return list;
}

}  // namespace app
