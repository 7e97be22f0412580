// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/dossier.hpp"

#include <filesystem>

namespace ctl {

/// Opens a dossier to tell what is in it. What another program changed meanwhile is taken into the journal first and
/// said on the error stream; where the file may not be written now, it is read as it stands.
audit::Dossier open_to_read(const std::filesystem::path& path);

}  // namespace ctl
