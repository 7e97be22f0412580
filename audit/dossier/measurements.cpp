// SPDX-License-Identifier: EUPL-1.2
#include "audit/dossier/measurements.hpp"

#include "audit/dossier/checks.hpp"
#include "audit/dossier/finding_rows.hpp"
#include "geo/base/numbers.hpp"

#include <cmath>

namespace audit {
namespace {

using base::text;

using Known = std::vector<std::pair<std::string, Row>>;  // uuid and row

Known measurements_of(Edit& edit, const std::string& finding, const std::string& quantity) {
    Known known;
    for (const auto& uuid : edit.rows().where("measurement", "finding", finding))
        if (auto row = edit.rows().find(table_named("measurement"), uuid); row->at("quantity") == Value{quantity})
            known.emplace_back(uuid, *row);
    return known;
}

void must_be_of(Edit& edit, const std::string& finding, const std::string& uuid) {
    auto row = edit.rows().find(table_named("measurement"), uuid);
    if (!row || row->at("finding") != Value{finding})
        refuse("unknown-measurement", text("The finding has no measurement {uuid}.", {{"uuid", uuid}}),
               text("“list --json” shows the measurements of a finding with their uuids."));
}

// A corrected measurement keeps its identity, so that its history is one story.
void change(Edit& edit, const Measurement& measurement, const std::string& finding, const std::string& uuid) {
    auto fields = row_of(measurement, finding);
    fields.erase("uuid");
    edit.update("measurement", uuid, fields);
}

[[noreturn]] void refuse_several(const std::string& quantity, const Known& known) {
    std::string list;
    for (const auto& [uuid, row] : known) {
        auto* value = std::get_if<double>(&row.at("value"));
        auto* unit = std::get_if<std::string>(&row.at("unit"));
        list +=
            (list.empty() ? "" : ", ") + uuid + " (" +
            (value ? base::number_for_people(*value, *value == std::floor(*value) ? 0 : 2, base::language()) : "?") +
            (unit ? " " + *unit : "") + ")";
    }
    refuse("several-measurements",
           text("The finding has {count} measurements of “{quantity}”, so it is not clear which one is meant.",
                {{"count", std::to_string(known.size())}, {"quantity", quantity}}),
           text("Name the one to change by its uuid: {list}.", {{"list", list}}));
}

void set(Edit& edit, const Measurement& measurement, const std::string& finding) {
    if (!measurement.uuid.empty()) {
        must_be_of(edit, finding, measurement.uuid);
        return change(edit, measurement, finding, measurement.uuid);
    }
    auto known = measurements_of(edit, finding, measurement.quantity);
    if (known.size() > 1) refuse_several(measurement.quantity, known);
    if (known.empty()) return add_measurement(edit, measurement, finding);
    change(edit, measurement, finding, known.front().first);
}

}  // namespace

void add_measurement(Edit& edit, Measurement measurement, const std::string& finding) {
    measurement.uuid = edit.new_uuid();
    edit.insert("measurement", row_of(measurement, finding));
}

void change_measurements(Edit& edit, const EditFinding& action) {
    for (const auto& uuid : action.removed_measurements) {
        must_be_of(edit, action.uuid, uuid);
        edit.erase("measurement", uuid);
    }
    for (const auto& quantity : action.removed_quantities)
        for (const auto& [uuid, row] : measurements_of(edit, action.uuid, quantity)) edit.erase("measurement", uuid);
    for (const auto& measurement : action.measurements) set(edit, measurement, action.uuid);
    for (const auto& measurement : action.added_measurements) add_measurement(edit, measurement, action.uuid);
}

}  // namespace audit
