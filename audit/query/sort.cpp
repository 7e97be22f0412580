// SPDX-License-Identifier: EUPL-1.2
#include "audit/query/arrange.hpp"
#include "audit/query/fold.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace audit {
namespace {

/// Where each category stands among the labels people read.
std::unordered_map<std::string, int> category_ranks(const Catalogue& catalogue, base::Language language) {
    std::vector<std::pair<std::string, std::string>> labels;
    for (const auto& category : catalogue.categories)
        labels.emplace_back(folded(category.label.in(language)), category.id);
    std::sort(labels.begin(), labels.end());
    std::unordered_map<std::string, int> ranks;
    for (const auto& [label, id] : labels) ranks.emplace(id, static_cast<int>(ranks.size()));
    return ranks;
}

struct Row {
    int rank = 0;
    std::string_view text{};
    std::shared_ptr<const Finding> finding;
};

int rank_of(const Finding& finding, SortKey key, const std::unordered_map<std::string, int>& categories) {
    switch (key) {
        case SortKey::severity:
            return finding.severity ? static_cast<int>(*finding.severity) : 0;
        case SortKey::status:
            return static_cast<int>(finding.status);
        case SortKey::category: {
            auto found = categories.find(finding.category);
            return found == categories.end() ? static_cast<int>(categories.size()) : found->second;
        }
        case SortKey::date:
        case SortKey::changed:
            return 0;
    }
    return 0;
}

std::string_view text_of(const Finding& finding, SortKey key) {
    if (key == SortKey::date) return finding.date;
    return key == SortKey::changed ? std::string_view(finding.changed) : std::string_view{};
}

}  // namespace

base::Text label_of(SortKey key) {
    switch (key) {
        case SortKey::date:
            return base::text("Date");
        case SortKey::severity:
            return base::text("Severity");
        case SortKey::status:
            return base::text("Status");
        case SortKey::category:
            return base::text("Category");
        case SortKey::changed:
            return base::text("Last change");
    }
    return {};
}

void sort_findings(std::vector<std::shared_ptr<const Finding>>& findings, const Sort& sort, const Catalogue& catalogue,
                   base::Language language) {
    auto categories = category_ranks(catalogue, language);
    std::vector<Row> rows;
    rows.reserve(findings.size());
    for (auto& finding : findings) {
        auto rank = rank_of(*finding, sort.key, categories);
        auto text = text_of(*finding, sort.key);
        rows.push_back({rank, text, std::move(finding)});
    }
    auto before = [&](const Row& a, const Row& b) {
        if (a.rank != b.rank) return sort.descending ? a.rank > b.rank : a.rank < b.rank;
        if (auto order = a.text.compare(b.text)) return sort.descending ? order > 0 : order < 0;
        return a.finding->uuid < b.finding->uuid;
    };
    std::sort(rows.begin(), rows.end(), before);
    for (std::size_t i = 0; i < rows.size(); ++i) findings[i] = std::move(rows[i].finding);
}

}  // namespace audit
