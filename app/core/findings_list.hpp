// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/snapshot.hpp"
#include "audit/query/arrange.hpp"
#include "geo/base/progress.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// How the findings are shown: which, in what order, under which headings.
struct Arrangement {
    std::string filter{};                    ///< in the filter language
    std::optional<audit::Sort> sort{};       ///< nothing: what was recorded last comes first
    std::optional<audit::GroupKey> group{};  ///< nothing: one list without headings

    bool operator==(const Arrangement&) const = default;
};

struct FindingsList {
    /// A line of the list: a heading, or a finding below it. A finding with three goals stands below three headings.
    struct Item {
        std::uint32_t index = 0;  ///< place in `groups` or in Snapshot::findings
        bool heading = false;
        std::uint32_t group = 0;
    };
    std::vector<std::uint32_t> rows{};              ///< each finding once, as its place in Snapshot::findings
    std::vector<Item> items{};                      ///< empty where there are no headings: then the rows are the list
    std::vector<audit::Group> groups{};             ///< of the findings that are shown
    std::optional<base::Problem> filter_problem{};  ///< then the rows are those of no filter
};

/// What a row of the list says.
struct FindingTexts {
    std::string title;   ///< its own, else its category
    std::string beside;  ///< category (when the title is another), status, date, district
};

/// Its place in Snapshot::findings; nothing when it is not there.
std::optional<std::uint32_t> place_of(const audit::Snapshot& snapshot, std::string_view uuid);
/// What people call it: its title, or else its category.
std::string title_of(const audit::Catalogue& catalogue, const audit::Finding& finding, base::Language language);
FindingTexts texts_of(const audit::Catalogue& catalogue, const audit::Finding& finding, base::Language language);
/// The order of the rows is that of the arrangement also where there are headings.
/// @throws base::Cancelled
FindingsList findings_list(const audit::Snapshot& snapshot, const Arrangement& arrangement, base::Language language,
                           const base::Progress& progress = {});

}  // namespace app
