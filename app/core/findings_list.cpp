// SPDX-License-Identifier: EUPL-1.2
#include "app/core/findings_list.hpp"

#include "audit/query/filter.hpp"
#include "geo/base/clock.hpp"

namespace app {
namespace {

FindingRow row_of(const audit::Snapshot& snapshot, std::size_t index, base::Language language) {
    const auto& finding = *snapshot.findings[index];
    const auto* category = snapshot.catalogue->category(finding.category);
    const std::string date = base::date_for_people(finding.date, language);
    const std::string status = base::say(audit::label_of(finding.status), language);
    return {.uuid = finding.uuid,
            .title = title_of(*snapshot.catalogue, finding, language),
            .place_and_date = status + "  ·  " + date + (finding.district.empty() ? "" : "  ·  " + finding.district),
            .letter = category ? category->letter : "",
            .severity = finding.severity,
            .status = finding.status,
            .finding = static_cast<std::uint32_t>(index)};
}

}  // namespace

std::string title_of(const audit::Catalogue& catalogue, const audit::Finding& finding, base::Language language) {
    if (!finding.title.empty()) return finding.title;
    const auto* category = catalogue.category(finding.category);
    return category ? category->label.in(language) : finding.category;
}

FindingsList findings_list(const audit::Snapshot& snapshot, const std::string& filter, base::Language language) {
    FindingsList list;
    audit::Filter wanted;
    try {
        wanted = audit::parse_filter(filter);
    } catch (const base::Error& error) {
        list.filter_problem = error.problem();
    }
    const audit::Matcher matches(wanted, *snapshot.catalogue);
    for (std::size_t i = snapshot.findings.size(); i-- > 0;)
        if (matches(*snapshot.findings[i])) list.rows.push_back(row_of(snapshot, i, language));
    return list;
}

}  // namespace app
