// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/actions.hpp"
#include "audit/dossier/edit.hpp"

#include <string>

namespace audit {

/// Gives the measurement a uuid of its own.
void add_measurement(Edit& edit, Measurement measurement, const std::string& finding);

/// What the action says about measurements: removed ones first, then changed and added ones.
/// @throws base::Refusal when a measurement is not the finding's, or when it is not clear which one is meant
void change_measurements(Edit& edit, const EditFinding& action);

}  // namespace audit
