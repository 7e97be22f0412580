// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/query/filter.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace audit {

/// What the language knows of a field. A new field is a line in the table, a word in FilterField and a test.
struct FieldRule {
    std::string_view name;
    FilterField field;
    bool has_order = false;     ///< takes > and <
    bool may_be_empty = false;  ///< takes "" for "has none"
    /// The stable spelling of a value, nothing when it is none. No function: any text.
    std::optional<std::string> (*spelled)(std::string_view value) = nullptr;
    base::Problem (*unknown)(std::string_view value) = nullptr;  ///< what to say then
};

std::span<const FieldRule> field_rules();
const FieldRule* field_rule(std::string_view name);
const FieldRule& field_rule(FilterField field);

}  // namespace audit
