// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/snapshot.hpp"
#include "audit/model/verdict.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// A finding as a row of the list, with its texts ready.
struct FindingRow {
    std::string uuid, title, place_and_date;
    std::string letter;  ///< of its category
    std::optional<audit::Severity> severity{};
    audit::Status status = audit::Status::open;
    std::uint32_t finding = 0;  ///< place in Snapshot::findings
};

struct FindingsList {
    std::vector<FindingRow> rows{};                 ///< newest first
    std::optional<base::Problem> filter_problem{};  ///< then the rows are those of no filter
};

/// What people call it: its title, or else its category.
std::string title_of(const audit::Catalogue& catalogue, const audit::Finding& finding, base::Language language);
FindingsList findings_list(const audit::Snapshot& snapshot, const std::string& filter, base::Language language);

}  // namespace app
