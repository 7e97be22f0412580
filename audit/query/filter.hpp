// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/catalogue/catalogue.hpp"
#include "audit/model/finding.hpp"
#include "geo/base/problem.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace audit {

/// What a term of a filter asks about. `words` is a bare word: it is looked for in title and notes, also in the notes
/// marked internal.
enum class FilterField {
    words,
    category,
    status,
    severity,
    goal,
    source,
    by,
    facility,
    district,
    date,
    outcome,
    criterion,
    round,
    photo,
    responsible,
    due
};

enum class Relation { is, above, below };

/// One condition. Several values mean any of them; an empty value means that the finding has none.
struct Term {
    FilterField field = FilterField::words;
    Relation relation = Relation::is;
    bool negated = false;
    std::vector<std::string> values{};  ///< checked and in their stable spelling: "in-progress", "2026-04-01"

    bool operator==(const Term&) const = default;
};

/// Findings that hold for all terms; no terms: every finding.
struct Filter {
    std::vector<Term> terms{};

    bool operator==(const Filter&) const = default;
};

/// Reads the filter language of the command line and the search field:
///
///   word  -word  "two words"      looked for in title and notes, capitals and accents do not matter
///   field:value  field:a,b        is (one of); -field:value is not
///   field>value  field<value      comes after, comes before; only date, due, severity and photo have an order
///   field:"Nieuwe Rijn"           quotes hold spaces and commas; \" and \\ inside quotes
///   field:""                      has none: severity, goal, by, facility, district, criterion,
///                                 responsible, due
///
/// - status, severity, source, outcome: the words of files and scripts, or what people read in English or Dutch;
///   severity also 1, 2, 3. `severity>hindering` compares by rank; a finding without severity is neither above nor
///   below.
/// - date (of observation), due (by when somebody must act): YYYY, YYYY-MM or YYYY-MM-DD, compared as far as it is
/// given: `date:2026-04` is all of
///   April, `date>2026-04` begins in May.
/// - outcome: the worst verdict of the finding; criterion: a verdict of this criterion or rule fails.
/// - photo: yes, no, or how many.
///
/// @throws base::Error, code "filter-…", saying what is wrong and what is accepted
Filter parse_filter(std::string_view text);

/// The filter in that language again; parse_filter() of it gives an equal filter.
std::string text_of(const Filter& filter);

/// The names of the fields as they are written, in the order of the contract.
std::vector<std::string> filter_fields();

/// A remark for each value of a field that comes from the catalogue (category, goal, criterion) and is not in it: such
/// a term finds nothing, and people should hear why. So does every round, as rounds are not recorded yet.
std::vector<base::Problem> unknown_in(const Filter& filter, const Catalogue& catalogue);

/// A filter made ready for many findings. Verdicts are computed only where a term asks for them, and once a finding.
/// Refers to the catalogue. Const use is safe from all threads.
class Matcher {
public:
    Matcher(const Filter& filter, const Catalogue& catalogue);
    bool operator()(const Finding& finding) const;

    struct Subject;

private:
    struct Test {
        bool negated = false;
        std::function<bool(const Subject&)> holds;
    };
    const Catalogue& catalogue_;
    std::vector<Test> tests_{};
};

/// For one finding; for many make a Matcher.
bool matches(const Filter& filter, const Finding& finding, const Catalogue& catalogue);

}  // namespace audit
