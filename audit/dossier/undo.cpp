// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/undo.hpp"

#include <algorithm>
#include <set>

namespace audit {
namespace {

[[noreturn]] void refuse(const JournalEntry& entry, const std::string& field, base::Text why) {
    throw base::Refusal({.code = "undo-refused",
                         .message = std::move(why),
                         .where = {.layer = entry.table, .field = field},
                         .advice = base::text("Look in the history what was changed, and change it by hand.")});
}

void refuse_when_changed(const JournalEntry& entry, const Patch& patch, const std::optional<Row>& now) {
    bool removes = patch.contains("uuid") && patch.at("uuid").second == "null";
    if (removes != !now.has_value())
        refuse(entry, "", base::text("This cannot be undone: the row was added or deleted again since."));
    if (!now) return;
    bool made = patch.contains("uuid");
    for (const auto& column : table_named(entry.table).columns) {
        auto change = patch.find(column.name);
        // The patch of a new row leaves out what was empty; filled in since, it must not be lost either.
        if (change == patch.end() && !made) continue;
        auto left_as = change == patch.end() ? std::string("null") : change->second.second;
        if (json_of(now->at(column.name)) != left_as)
            refuse(entry, column.name,
                   base::text("This cannot be undone: the field was changed since by somebody else."));
    }
}

void refuse_when_others_hang_on_it(Edit& edit, const JournalEntry& entry) {
    if (entry.table != "finding") return;
    for (const char* part : {"measurement", "finding_goal", "media"})
        if (!edit.rows().where(part, "finding", entry.row).empty())
            refuse(entry, "", base::text("This cannot be undone: somebody has added to the finding since."));
}

void invert(Edit& edit, const JournalEntry& entry) {
    const auto& table = table_named(entry.table);
    auto patch = parse_patch(*entry.patch);
    refuse_when_changed(entry, patch, edit.rows().find(table, entry.row));
    Row old;
    for (const auto& [field, change] : patch) old[field] = value_of(table.column(field), change.first);
    auto uuid = patch.find("uuid");
    if (uuid == patch.end()) {
        edit.update(entry.table, entry.row, old);
    } else if (uuid->second.first == "null") {
        refuse_when_others_hang_on_it(edit, entry);
        edit.erase(entry.table, entry.row);
    } else {
        edit.insert(entry.table, old);
    }
}

}  // namespace

UndoState undo_state(Connection& connection, const std::string& device) {
    UndoState state;
    std::set<std::int64_t> taken_back;  // actions and undos that a later entry made undone
    std::int64_t last_seen = -1;
    std::optional<std::int64_t> wanted_redo;
    read_chain_backwards(connection, device, [&](const JournalEntry& entry) {
        if (entry.action_seq == last_seen) return true;
        last_seen = entry.action_seq;
        if (entry.action == "new" || entry.action == "copy") return false;
        bool live = !taken_back.contains(entry.action_seq);
        if (entry.undoes) {
            if (live) taken_back.insert(*entry.undoes);
            if (live && entry.action == "undo" && !state.redo) {
                state.redo = Undoable{entry.action_seq, {}};
                wanted_redo = entry.undoes;
            }
            return true;
        }
        if (wanted_redo == entry.action_seq) state.redo->action = entry.action;
        if (!live) return true;
        state.undo = Undoable{entry.action_seq, entry.action};
        return false;
    });
    return state;
}

void apply_inverse(Edit& edit, const std::vector<JournalEntry>& entries) {
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        if (!is_journaled_table(entry->table)) continue;
        if (!entry->patch)
            refuse(*entry, "",
                   base::text("This cannot be undone: its values were removed from the journal for privacy."));
        invert(edit, *entry);
    }
}

}  // namespace audit
