// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/catalogue/catalogue.hpp"
#include "audit/model/finding.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace audit {

/// What a list of findings can be sorted by.
enum class SortKey { date, severity, status, category, changed };
inline constexpr std::array k_sort_keys{SortKey::date, SortKey::severity, SortKey::status, SortKey::category,
                                        SortKey::changed};

struct Sort {
    SortKey key = SortKey::date;
    bool descending = true;  ///< the newest, worst, furthest first

    bool operator==(const Sort&) const = default;
};

/// What people read on the column: "Date".
base::Text label_of(SortKey key);

/// Sorts by `sort`, then by uuid, so that the order is the same every time. Categories sort by their label in
/// `language`, statuses in the order of the work, a finding without severity below all others.
void sort_findings(std::vector<std::shared_ptr<const Finding>>& findings, const Sort& sort, const Catalogue& catalogue,
                   base::Language language);

/// What findings can be grouped and counted by. A finding with three goals counts in three groups of `goal`.
enum class GroupKey { status, severity, category, goal, district };
inline constexpr std::array k_group_keys{GroupKey::status, GroupKey::severity, GroupKey::category, GroupKey::goal,
                                         GroupKey::district};

base::Text label_of(GroupKey key);

/// Still to be done: open or in progress.
bool is_open(Status status);
/// Done: solved or verified. Dropped findings are neither open nor solved.
bool is_solved(Status status);

/// The groups that a finding belongs to; "" when it has none. A finding has one, but for each of its goals another.
std::vector<std::string> group_keys(const Finding& finding, GroupKey key);

struct Count {
    std::int64_t all = 0, open = 0, solved = 0;

    void add(Status status);
    bool operator==(const Count&) const = default;
};

struct Group {
    std::string key;    ///< "blocking", a category's id, a district; empty: the findings that have none
    std::string label;  ///< in the language asked for
    Count count{};
};

/// Counts findings one by one, in memory bounded by the number of groups.
class Counter {
public:
    explicit Counter(GroupKey key) : key_(key) {}

    void add(const Finding& finding);
    /// Only groups that hold something, in the order of the work, of severity, of the catalogue, of the agenda or of
    /// the alphabet; what the catalogue does not know follows, what has none comes last.
    std::vector<Group> groups(const Catalogue& catalogue, base::Language language) const;

private:
    GroupKey key_;
    std::map<std::string, Count, std::less<>> counts_{};
};

/// What is linked to one goal.
struct GoalFindings {
    std::vector<std::string> findings{};  ///< uuids, in the order they were added
    Count count{};
};

/// Findings by goal id.
class GoalTally {
public:
    void add(const Finding& finding);
    /// Empty for a goal without findings.
    const GoalFindings& of(std::string_view goal) const;

private:
    std::map<std::string, GoalFindings, std::less<>> goals_{};
};

}  // namespace audit
