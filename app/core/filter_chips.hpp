// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/snapshot.hpp"
#include "audit/query/arrange.hpp"

#include <string>
#include <vector>

namespace app {

/// A value of a field that the filter can ask for, with how many findings have it.
struct FilterChoice {
    std::string key, label;
    std::int64_t count = 0;
    bool chosen = false;
};

/// What the filter now asks of one field; every value that occurs, and those that are asked for though none has them.
std::vector<FilterChoice> filter_choices(const audit::Snapshot& snapshot, const std::string& filter,
                                         audit::GroupKey field, base::Language language);
/// The labels of the values that the filter asks for.
std::vector<std::string> chosen_labels(const audit::Snapshot& snapshot, const std::string& filter,
                                       audit::GroupKey field, base::Language language);
/// The filter with this value of the field asked for, or no longer. Other terms stay; a filter that cannot be read is
/// replaced.
std::string toggled(const std::string& filter, audit::GroupKey field, const std::string& value);

}  // namespace app
