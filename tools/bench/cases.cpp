// SPDX-License-Identifier: EUPL-1.2
#include "tools/bench/cases.hpp"

#include "audit/dossier/dossier.hpp"
#include "audit/exchange/exporters.hpp"
#include "audit/exchange/properties.hpp"
#include "audit/query/arrange.hpp"
#include "audit/query/filter.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace bench {
namespace {

constexpr int k_single_records = 25;
constexpr std::ptrdiff_t k_together = 10'000;  ///< findings that are recorded as one action when filling

audit::Author author() {
    audit::Author made;
    made.person = "bench";
    made.machine = "00000000-0000-7000-8000-000000000001";
    return made;
}

/// An open dossier and what was read from it, for cases that start with it.
struct Opened {
    audit::Dossier dossier;
    std::shared_ptr<const audit::Snapshot> snapshot;
};
std::shared_ptr<Opened> opened(const Ground& ground, audit::Dossier::Access access = audit::Dossier::Access::read) {
    auto dossier = audit::Dossier::open(ground.dossier(), author(), access);
    auto snapshot = dossier.snapshot();
    return std::make_shared<Opened>(Opened{std::move(dossier), std::move(snapshot)});
}

std::int64_t fill(const Ground& ground) {
    std::filesystem::remove_all(ground.folder);
    std::filesystem::create_directories(ground.folder);
    auto dossier = audit::Dossier::create(ground.dossier(), {}, author());
    std::int64_t recorded = 0;
    std::vector<audit::DossierAction> actions;
    for (std::int64_t number = 0; number < ground.plan.size(); ++number) {
        actions.emplace_back(ground.plan.finding(number));
        if (std::ssize(actions) < k_together && number + 1 < ground.plan.size()) continue;
        recorded += std::ssize(dossier.perform_together("bench", actions));
        actions.clear();
    }
    return recorded;
}

Case open_case(const Ground& ground) {
    auto open = [ground] { return static_cast<std::int64_t>(opened(ground)->snapshot->findings.size()); };
    return {"open", ground.plan.size(), ground.plan.size(), ground.runs, [open] { return open; }};
}

Case list_case(const Ground& ground) {
    auto prepare = [ground]() -> Work {
        auto open = opened(ground);
        return [open] {
            audit::Wording wording(*open->snapshot->catalogue, audit::Audience::internal, base::Language::english);
            std::string line;
            std::int64_t rows = 0;
            for (const auto& finding : open->snapshot->findings) {
                line.clear();
                audit::append_properties_json(line, *finding, wording);
                rows += line.empty() ? 0 : 1;
            }
            return rows;
        };
    };
    return {"list", ground.plan.size(), ground.plan.size(), ground.runs, prepare};
}

Case filter_case(const Ground& ground, const std::string& name, const std::string& text, std::int64_t expected) {
    auto prepare = [ground, text]() -> Work {
        auto open = opened(ground);
        return [open, text] {
            audit::Matcher matcher(audit::parse_filter(text), *open->snapshot->catalogue);
            std::int64_t found = 0;
            for (const auto& finding : open->snapshot->findings) found += matcher(*finding) ? 1 : 0;
            return found;
        };
    };
    return {"filter-" + name, ground.plan.size(), expected, ground.runs, prepare};
}

Case sort_case(const Ground& ground) {
    auto prepare = [ground]() -> Work {
        auto open = opened(ground);
        return [open] {
            auto findings = open->snapshot->findings;
            audit::sort_findings(findings, {audit::SortKey::severity, true}, *open->snapshot->catalogue,
                                 base::Language::dutch);
            bool sorted = std::is_sorted(findings.begin(), findings.end(),
                                         [](const auto& a, const auto& b) { return a->severity > b->severity; });
            return sorted ? static_cast<std::int64_t>(findings.size()) : -1;
        };
    };
    return {"sort-severity", ground.plan.size(), ground.plan.size(), ground.runs, prepare};
}

Case export_case(const Ground& ground, const std::string& format) {
    auto prepare = [ground, format]() -> Work {
        auto open = opened(ground);
        return [open, format, out = ground.folder / ("bench." + format)] {
            audit::FindingFeed feed{.crs = open->snapshot->info.crs,
                                    .catalogue = open->snapshot->catalogue,
                                    .for_each = [open](const auto& use) { open->dossier.for_each_finding(use); }};
            return audit::export_findings(audit::exporter_named(format), out, feed, {}).findings;
        };
    };
    return {"export-" + format, ground.plan.size(), ground.plan.size(), ground.runs, prepare};
}

}  // namespace

Case fill_case(const Ground& ground) {
    return {"fill", ground.plan.size(), ground.plan.size(), 1, [ground] { return [ground] { return fill(ground); }; }};
}

Case record_case(const Ground& ground) {
    auto prepare = [ground]() -> Work {
        auto open = opened(ground, audit::Dossier::Access::write);
        auto next = std::make_shared<std::int64_t>(ground.plan.size());
        return [ground, open, next] {
            open->dossier.perform(ground.plan.finding((*next)++));
            return std::int64_t{1};
        };
    };
    return {"record-one", ground.plan.size(), 1, k_single_records, prepare};
}

std::vector<Case> reading_cases(const Ground& ground) {
    auto severe = [](const audit::RecordFinding& f) { return f.severity == audit::Severity::blocking; };
    auto named = [](const audit::RecordFinding& f) { return f.title.starts_with("Nieuwe Rijn"); };
    return {open_case(ground),
            list_case(ground),
            filter_case(ground, "severity", "status:open severity:blocking", ground.plan.count(severe)),
            filter_case(ground, "words", "\"nieuwe rijn\"", ground.plan.count(named)),
            filter_case(ground, "outcome", "outcome:fails", ground.plan.count(is_planned_to_fail)),
            sort_case(ground),
            export_case(ground, "geojson"),
            export_case(ground, "csv")};
}

}  // namespace bench
