// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/state.hpp"

namespace audit {

/// The journal's chains verify, and the rows are what the journal says they must be.
void check_journal(DossierState& state, CheckReport& report, base::Progress progress);

}  // namespace audit
