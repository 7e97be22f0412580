// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/connection.hpp"

namespace audit {

/// @throws base::Error code "dossier-none" when the file is no dossier, "dossier-layout" when a newer program made it,
/// "dossier-column" when it lacks a column that is read
void refuse_unknown_layout(Connection& connection);

}  // namespace audit
