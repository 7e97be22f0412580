// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/catalogue/catalogue.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <string>

namespace ctl {

/// The answer of a verb that only looks: JSON for scripts or text for people. Texts that another program left broken
/// do not stop the JSON.
void answer(bool json, const std::function<nlohmann::ordered_json()>& facts, const std::function<void()>& print);

/// A goal as `goals` and `catalogue` tell it: id, label, provenance, document, target_groups, stakeholders, treaty, and
/// `inferred` with the groups and stakeholders that no document names. Labels in the language of the program.
nlohmann::ordered_json describe(const audit::Goal& goal);
nlohmann::ordered_json describe(const audit::Category& category);
nlohmann::ordered_json describe(const audit::Criterion& criterion);
nlohmann::ordered_json describe(const audit::Norms& norms);

/// "advised, promised", in the language of the program.
std::string say_provenance(const audit::Goal& goal);
/// "≥ 1,5 m", in the language of the program.
std::string say_threshold(const audit::Criterion& criterion);

}  // namespace ctl
