// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/state.hpp"
#include "audit/dossier/undo.hpp"
#include "geo/base/sources.hpp"
#include "geo/geometry/geopackage_blob.hpp"

#include <algorithm>

namespace audit {
namespace {

// A broken blob leaves the row without a place; check() names it.
geo::Shape shape_in(const SQLite::Column& cell) {
    if (!cell.isBlob()) return {};
    try {
        auto* bytes = static_cast<const std::uint8_t*>(cell.getBlob());
        return geo::from_geopackage_blob({bytes, static_cast<std::size_t>(cell.getBytes())}).shape;
    } catch (const base::Error&) {
        return {};
    }
}

Facility facility_from(SQLite::Statement& row) {
    Facility f;
    f.uuid = row.getColumn(0).getString();
    f.name = row.getColumn(1).getString();
    f.kind = row.getColumn(2).getString();
    f.address = row.getColumn(3).getString();
    f.district = row.getColumn(4).getString();
    f.created = row.getColumn(5).getString();
    f.changed = row.getColumn(6).getString();
    f.shape = shape_in(row.getColumn(7));
    return f;
}

}  // namespace

std::vector<std::shared_ptr<const Finding>> read_findings_in(Connection& connection, const geo::Box& box) {
    auto& rows = connection.statement(
        "SELECT uuid FROM finding WHERE uuid IS NOT NULL AND fid IN (SELECT id FROM rtree_finding_geom WHERE minx <= ? "
        "AND maxx >= ? AND miny <= ? AND maxy >= ?) ORDER BY uuid");
    const double sides[] = {box.max_x, box.min_x, box.max_y, box.min_y};
    for (int i = 0; i < 4; ++i) rows.bind(i + 1, sides[i]);
    std::vector<std::string> uuids;
    while (rows.executeStep()) uuids.push_back(rows.getColumn(0).getString());
    std::vector<std::shared_ptr<const Finding>> findings;
    for (const auto& uuid : uuids) findings.push_back(read_finding(connection, uuid));
    return findings;
}

std::vector<Facility> read_facilities(Connection& connection) {
    auto& rows = connection.statement(
        "SELECT uuid, name, kind, address, district, created, changed, geom FROM facility ORDER BY uuid");
    std::vector<Facility> facilities;
    while (rows.executeStep()) facilities.push_back(facility_from(rows));
    return facilities;
}

std::vector<LayerSource> read_layers(DossierState& state) {
    auto& rows = state.connection.statement(
        "SELECT uuid, name, path, layer, crs, visible, position, opacity, style FROM layer ORDER BY position, id");
    std::vector<LayerSource> layers;
    while (rows.executeStep()) {
        LayerSource layer;
        layer.uuid = rows.getColumn(0).getString();
        layer.name = rows.getColumn(1).getString();
        layer.path = rows.getColumn(2).getString();
        // An absolute path stays as it is when it is appended.
        if (!base::is_service(layer.path))
            layer.path = (state.connection.path().parent_path() / layer.path).lexically_normal().string();
        layer.layer = rows.getColumn(3).getString();
        layer.crs = rows.getColumn(4).getString();
        layer.visible = rows.getColumn(5).getInt() != 0;
        layer.position = rows.getColumn(6).getInt();
        if (!rows.getColumn(7).isNull()) layer.opacity = std::clamp(rows.getColumn(7).getDouble(), 0.0, 1.0);
        layer.style = rows.getColumn(8).getString();
        layers.push_back(std::move(layer));
    }
    return layers;
}

namespace {

using Findings = std::vector<std::shared_ptr<const Finding>>;

auto place_of(Findings& findings, const std::string& uuid) {
    return std::lower_bound(findings.begin(), findings.end(), uuid,
                            [](const auto& finding, const std::string& wanted) { return finding->uuid < wanted; });
}

// The findings of the last snapshot with only those read again that we changed ourselves.
Findings refreshed(DossierState& state) {
    auto findings = state.last->findings;
    for (const auto& uuid : state.changed_since) {
        auto now = read_finding(state.connection, uuid);
        auto place = place_of(findings, uuid);
        bool known = place != findings.end() && (*place)->uuid == uuid;
        if (now && known)
            *place = now;
        else if (now)
            findings.insert(place, now);
        else if (known)
            findings.erase(place);
    }
    return findings;
}

Findings read_all(DossierState& state, base::Progress progress) {
    Findings findings;
    read_findings(
        state.connection,
        [&](Finding&& finding) {
            // What did not change stays the same object, so that views can compare pointers.
            if (state.last) {
                if (auto* old = state.last->find(finding.uuid); old && *old == finding) {
                    auto& all = state.last->findings;
                    auto same =
                        std::lower_bound(all.begin(), all.end(), finding.uuid,
                                         [](const auto& f, const std::string& wanted) { return f->uuid < wanted; });
                    findings.push_back(*same);
                    return;
                }
            }
            findings.push_back(std::make_shared<const Finding>(std::move(finding)));
        },
        std::move(progress));
    return findings;
}

}  // namespace

const Finding* Snapshot::find(std::string_view uuid) const {
    auto place = std::lower_bound(findings.begin(), findings.end(), uuid,
                                  [](const auto& finding, std::string_view wanted) { return finding->uuid < wanted; });
    return place != findings.end() && (*place)->uuid == uuid ? place->get() : nullptr;
}

const Facility* Snapshot::facility(std::string_view uuid) const {
    auto place = std::lower_bound(facilities.begin(), facilities.end(), uuid,
                                  [](const Facility& f, std::string_view wanted) { return f.uuid < wanted; });
    return place != facilities.end() && place->uuid == uuid ? &*place : nullptr;
}

std::shared_ptr<const Snapshot> read_snapshot(DossierState& state, base::Progress progress) {
    return storing(state.connection.path(), [&] {
        // One read transaction, so that findings and what hangs on them are of the same moment.
        SQLite::Transaction moment(state.connection.database());
        auto version = state.connection.data_version();
        bool others_changed = !state.last || version != state.last_data_version;
        if (others_changed) refresh_catalogue(state);
        if (!others_changed && state.changed_since.empty() && !state.rest_changed) return state.last;
        auto next = std::make_shared<Snapshot>();
        next->info = state.info;
        next->catalogue = state.catalogue;
        next->findings = others_changed ? read_all(state, std::move(progress)) : refreshed(state);
        next->layers = read_layers(state);
        next->facilities = read_facilities(state.connection);
        next->generation = state.last ? state.last->generation + 1 : 1;
        if (!state.device.empty()) {
            auto undo = undo_state(state.connection, state.device);
            if (undo.undo) next->undo = label_of_action(undo.undo->action);
            if (undo.redo) next->redo = label_of_action(undo.redo->action);
        }
        state.last = next;
        state.last_data_version = version;
        state.changed_since.clear();
        state.rest_changed = false;
        return state.last;
    });
}

}  // namespace audit
