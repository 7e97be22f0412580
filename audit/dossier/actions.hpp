// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/catalogue/catalogue.hpp"
#include "audit/model/finding.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace audit {

/// Dossier actions as data: the window, scripts and the command line send these, Dossier::perform() carries them out.
/// Shapes are in the dossier's CRS.

struct RecordFinding {
    std::string category;
    geo::Shape shape;
    std::string title{}, notes{}, internal_notes{};
    std::vector<Measurement> measurements{};          ///< without uuid
    std::vector<std::filesystem::path> photos{};      ///< copied into the dossier
    std::optional<std::vector<std::string>> goals{};  ///< nothing: the category's default goals
    std::optional<Severity> severity{};               ///< nothing: the category's default
    std::string facility{}, district{};
    ReportSource source = ReportSource::inspection;
    std::string date{};  ///< YYYY-MM-DD; empty: today
    std::string by{};    ///< empty: the person of this device
    std::vector<std::string> layer_refs{};
    std::string responsible{};  ///< who must act
    std::string due{};          ///< by when, YYYY-MM-DD; may be empty
};

/// Changes fields of a finding; what is not named stays.
/// Field names: category title severity date by source facility district notes internal_notes responsible due. Empty
/// clears the field, where it may be empty (severity, facility, due and the texts).
struct EditFinding {
    std::string uuid;
    std::map<std::string, std::string> fields{};
    /// With a uuid: changes that measurement. Without: changes the only one of its quantity, or adds it when there is
    /// none; refused when there are several.
    std::vector<Measurement> measurements{};
    std::vector<Measurement> added_measurements{};    ///< beside those of the same quantity; without uuid
    std::vector<std::string> removed_measurements{};  ///< uuids
    std::vector<std::string> removed_quantities{};    ///< every measurement of these
    std::optional<geo::Shape> shape{};
    std::vector<std::filesystem::path> added_photos{};
    std::vector<std::string> removed_photos{};        ///< uuids; their files stay, so that undo brings them back
    std::optional<std::vector<std::string>> goals{};  ///< the whole new set of goals
};
struct SetStatus {
    std::string uuid;
    Status status = Status::open;
    std::string reason{};  ///< needed for dropped
};
struct LinkGoal {
    std::string uuid, goal;
};
struct UnlinkGoal {
    std::string uuid, goal;
};
struct DeleteFinding {
    std::string uuid, reason{};
};
/// See Facility.
struct AddFacility {
    std::string name, kind, address{}, district{};
    geo::Shape shape{};
};
struct AddLayer {
    std::filesystem::path path;  ///< or the address of a service, see base::is_service()
    std::string layer{}, crs{}, name{};
    bool at_bottom = false;  ///< under all others, as an image must be; else on top
    std::string style{};     ///< as in EditLayer
};
struct RemoveLayer {
    std::string uuid;
};
struct EditLayer {
    std::string uuid;
    std::optional<std::string> name{};
    std::optional<bool> visible{};
    std::optional<int> position{};
    std::optional<std::filesystem::path> path{};  ///< where it was found again
    std::optional<std::string> layer{}, crs{};    ///< inside that source, and what the user says it is in
    std::optional<double> opacity{};              ///< 0 to 1
    std::optional<std::string> style{};           ///< a JSON object; empty: the usual looks
};
/// The dossier judges by these files from now on: all of a catalogue, with the norms and the agenda in them. Refused
/// whole when an entry is broken. Findings keep a category or goal that is no longer in it, with a remark for each.
struct UpdateCatalogue {
    CatalogueFiles files{};  ///< see read_catalogue_files(); what changes says catalogue_changes()
};
struct Undo {};
struct Redo {};

using DossierAction = std::variant<RecordFinding, EditFinding, SetStatus, LinkGoal, UnlinkGoal, DeleteFinding,
                                   AddFacility, AddLayer, RemoveLayer, EditLayer, UpdateCatalogue, Undo, Redo>;

/// The stable name of files and history: "record", "edit", "status", "link", "layer-add", "undo", …
std::string_view name_of(const DossierAction& action);
/// What people read in history and beside undo: "Record a finding".
base::Text label_of_action(std::string_view name);

}  // namespace audit
