// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/state.hpp"

#include <optional>
#include <string>

namespace audit {

/// What an action brings in is looked at here, before anything is written. Each @throws base::Refusal with the reason
/// and what would be accepted.

[[noreturn]] void refuse(std::string code, base::Text why, base::Text advice = {});

const Category& known_category(const DossierState& state, const std::string& id);
void check_goal(const DossierState& state, const std::string& id);
/// The given severity, or the category's own.
std::optional<Severity> checked_severity(std::optional<Severity> given, const Category& category);
void check_text(const std::string& value);
void check_date(const std::string& date);
/// Empty is allowed.
void check_facility(DossierState& state, const std::string& uuid);
/// By when somebody must act; empty is allowed.
void check_due(const std::string& date);
/// In the dossier's CRS. Outside the CRS's area of use is a remark only.
void check_place(const DossierState& state, const geo::Shape& shape, base::Problems& remarks);
/// The value of a field of a finding as it is stored. @param category_id of the finding after the edit
Value checked_field(DossierState& state, const std::string& name, const std::string& value,
                    const std::string& category_id);
/// A source that names a password is not kept in a dossier.
void refuse_secrets(const std::string& path);

}  // namespace audit
