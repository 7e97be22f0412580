// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/edit.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace audit {

/// An action of this device that can be taken back (or an undo that can).
struct Undoable {
    std::int64_t action_seq = 0;
    std::string action;  ///< name of what was done; for redo: of what was undone
};
struct UndoState {
    std::optional<Undoable> undo{}, redo{};
};
/// What undo and redo would do now, from the end of this device's chain.
UndoState undo_state(Connection& connection, const std::string& device);

/// Writes the inverse of the action's entries, last first. @throws base::Refusal naming the field that somebody
/// changed since, or the entry that was blanked
void apply_inverse(Edit& edit, const std::vector<JournalEntry>& entries);

}  // namespace audit
