// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/state.hpp"

namespace audit {

void DossierState::remember(const Edit& edit) {
    changed_since.insert(edit.touched_findings().begin(), edit.touched_findings().end());
    bool judges_anew = edit.touched("catalogue_use") && refresh_catalogue(*this);
    rest_changed = rest_changed || judges_anew || edit.touched("layer") || edit.touched("facility");
}

std::string setting(Connection& connection, const std::string& key) {
    auto& query = connection.statement("SELECT value FROM dossier WHERE key = ?");
    query.bind(1, key);
    std::string value;
    if (query.executeStep()) value = query.getColumn(0).getString();
    query.reset();
    return value;
}

void set_setting(Connection& connection, const std::string& key, const std::string& value) {
    auto& update = connection.statement("UPDATE dossier SET value = ? WHERE key = ?");
    update.bind(1, value);
    update.bind(2, key);
    update.exec();
}

std::string find_own_chain(DossierState& state) {
    auto& query = state.connection.statement(
        "SELECT uuid FROM device WHERE machine = ? AND replica = ? AND file IN ('', ?) ORDER BY id DESC LIMIT 1");
    query.bind(1, state.author.machine);
    query.bind(2, setting(state.connection, "replica"));
    query.bind(3, state.author.file_identity(state.connection.path()));
    std::string device;
    if (query.executeStep()) device = query.getColumn(0).getString();
    query.reset();
    return device;
}

std::string own_chain(DossierState& state) {
    if (auto known = find_own_chain(state); !known.empty()) return known;
    auto& insert =
        state.connection.statement("INSERT INTO device (uuid, machine, replica, file, created) VALUES (?, ?, ?, ?, ?)");
    auto device = state.author.ids();
    insert.bind(1, device);
    insert.bind(2, state.author.machine);
    insert.bind(3, setting(state.connection, "replica"));
    insert.bind(4, state.author.file_identity(state.connection.path()));
    insert.bind(5, base::to_iso(state.author.clock()));
    insert.exec();
    return device;
}

}  // namespace audit
