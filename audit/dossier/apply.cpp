// SPDX-License-Identifier: EUPL-1.2
#include "audit/catalogue/changes.hpp"
#include "audit/dossier/catalogue_rows.hpp"
#include "audit/dossier/checks.hpp"
#include "audit/dossier/finding_rows.hpp"
#include "audit/dossier/measurements.hpp"
#include "audit/dossier/state.hpp"
#include "audit/model/verdict.hpp"
#include "geo/base/sources.hpp"

#include <algorithm>

namespace audit {
namespace {

using base::text;
namespace fs = std::filesystem;

/// Carries out actions in one edit. One function an action.
class Performer {
public:
    Performer(DossierState& state, Edit& edit, const PhotosByPath& photos)
        : state_(state), edit_(edit), photos_(photos) {}

    Performed operator()(const RecordFinding& action) {
        const auto& category = known_category(state_, action.category);
        auto finding = new_finding(action, category);
        Performed done{
            finding.uuid, text("Recorded: {category}.", {{"category", category.label.in(base::language())}}), {}};
        check_place(state_, finding.shape, done.remarks);
        edit_.insert("finding", row_of(finding));
        doubt(action.measurements, done.remarks);
        for (const auto& measurement : action.measurements) add_measurement(edit_, measurement, finding.uuid);
        for (const auto& goal : action.goals.value_or(category.default_goals)) add_goal(finding.uuid, goal);
        for (const auto& photo : action.photos) add_photo(photo, finding.uuid, done.remarks);
        return done;
    }

    Performed operator()(const EditFinding& action) {
        auto before = known_finding(action.uuid);
        Performed done{action.uuid, text("The finding was changed."), {}};
        auto fields = checked_fields(action, before);
        if (action.shape) {
            check_place(state_, *action.shape, done.remarks);
            fields["geom"] = *action.shape;
        }
        edit_.update("finding", action.uuid, fields);
        change_measurements(edit_, action);
        doubt(action.measurements, done.remarks);
        doubt(action.added_measurements, done.remarks);
        for (const auto& photo : action.added_photos) add_photo(photo, action.uuid, done.remarks);
        for (const auto& photo : action.removed_photos) remove_photo(photo, action.uuid);
        if (action.goals) set_goals(action.uuid, *action.goals);
        return done;
    }

    Performed operator()(const SetStatus& action) {
        auto before = known_finding(action.uuid);
        check_status(before, action);
        Row fields{{"status", std::string(word_of(action.status))}, {"status_reason", text_or_null(action.reason)}};
        edit_.update("finding", action.uuid, fields);
        return {action.uuid, text("Status: {status}.", {{"status", base::say(label_of(action.status))}}), {}};
    }

    Performed operator()(const LinkGoal& action) {
        known_finding(action.uuid);
        add_goal(action.uuid, action.goal);
        return {action.uuid, text("Linked to {goal}.", {{"goal", action.goal}}), {}};
    }

    Performed operator()(const UnlinkGoal& action) {
        known_finding(action.uuid);
        if (!remove_goal(action.uuid, action.goal))
            refuse("goal-not-linked", text("The finding is not linked to goal {goal}.", {{"goal", action.goal}}));
        return {action.uuid, text("No longer linked to {goal}.", {{"goal", action.goal}}), {}};
    }

    Performed operator()(const DeleteFinding& action) {
        known_finding(action.uuid);
        // The reason goes into the journal as the row's last change.
        if (!action.reason.empty()) edit_.update("finding", action.uuid, {{"status_reason", action.reason}});
        for (const char* part : {"measurement", "finding_goal", "media"})
            for (const auto& uuid : edit_.rows().where(part, "finding", action.uuid)) edit_.erase(part, uuid);
        edit_.erase("finding", action.uuid);
        return {action.uuid, text("The finding was deleted; “undo” brings it back."), {}};
    }

    Performed operator()(const AddFacility& action) {
        check_facility_words(action);
        base::Problems remarks;
        if (!action.shape.is_empty()) check_place(state_, action.shape, remarks);
        auto uuid = edit_.new_uuid();
        edit_.insert("facility", {{"uuid", uuid},
                                  {"geom", action.shape.is_empty() ? Value{} : Value{action.shape}},
                                  {"name", text_or_null(action.name)},
                                  {"kind", text_or_null(action.kind)},
                                  {"address", text_or_null(action.address)},
                                  {"district", text_or_null(action.district)},
                                  {"created", edit_.now()}});
        return {uuid, text("Facility added: {name}.", {{"name", action.name}}), std::move(remarks)};
    }

    Performed operator()(const AddLayer& action) {
        refuse_secrets(action.path.string());
        auto uuid = edit_.new_uuid();
        auto name =
            action.name.empty() ? (action.layer.empty() ? action.path.stem().string() : action.layer) : action.name;
        auto next = state_.connection.number(action.at_bottom ? "SELECT ifnull(min(position), 1) - 1 FROM layer"
                                                              : "SELECT ifnull(max(position), -1) + 1 FROM layer");
        edit_.insert("layer", {{"uuid", uuid},
                               {"name", name},
                               {"path", stored_path(action.path)},
                               {"layer", text_or_null(action.layer)},
                               {"crs", text_or_null(action.crs)},
                               {"visible", std::int64_t{1}},
                               {"position", next},
                               {"opacity", 1.0},
                               {"style", text_or_null(action.style)}});
        return {uuid, text("Layer added: {name}.", {{"name", name}}), {}};
    }

    Performed operator()(const RemoveLayer& action) {
        known_layer(action.uuid);
        edit_.erase("layer", action.uuid);
        return {action.uuid, text("The layer was removed from the dossier; its file stays where it is."), {}};
    }

    Performed operator()(const EditLayer& action) {
        known_layer(action.uuid);
        Row fields;
        if (action.name) fields["name"] = *action.name;
        if (action.visible) fields["visible"] = std::int64_t{*action.visible ? 1 : 0};
        if (action.position) fields["position"] = std::int64_t{*action.position};
        if (action.path) {
            refuse_secrets(action.path->string());
            fields["path"] = stored_path(*action.path);
        }
        if (action.layer) fields["layer"] = text_or_null(*action.layer);
        if (action.crs) fields["crs"] = text_or_null(*action.crs);
        if (action.opacity) fields["opacity"] = std::clamp(*action.opacity, 0.0, 1.0);
        if (action.style) fields["style"] = text_or_null(*action.style);
        edit_.update("layer", action.uuid, fields);
        return {action.uuid, text("The layer was changed."), {}};
    }

    Performed operator()(const UpdateCatalogue& action) {
        auto fresh = load_whole_catalogue(action.files);
        Performed done{state_.info.uuid, say_changes(read_catalogue_files(state_.connection), action.files),
                       vanishing_from(state_.connection, fresh)};
        keep_catalogue_files(state_.connection, action.files);
        edit_.update("catalogue_use", state_.info.uuid, catalogue_use(state_.info.uuid, action.files));
        return done;
    }

    Performed operator()(const Undo&) { return {}; }  // Dossier::perform() does these, they are edits of their own
    Performed operator()(const Redo&) { return {}; }

private:
    Row known_finding(const std::string& uuid) {
        auto row = edit_.rows().find(table_named("finding"), uuid);
        if (!row)
            refuse("finding-unknown", text("There is no finding {uuid} in this dossier.", {{"uuid", uuid}}),
                   text("“list” shows which there are."));
        return *row;
    }

    void known_layer(const std::string& uuid) {
        if (!edit_.rows().find(table_named("layer"), uuid))
            refuse("layer-unknown", text("There is no layer {id} in this dossier.", {{"id", uuid}}),
                   text("“layer list” shows which there are."));
    }

    static base::Text say_changes(const CatalogueFiles& before, const CatalogueFiles& after) {
        std::map<ChangeKind, int> counts;
        for (const auto& change : catalogue_changes(before, after)) ++counts[change.kind];
        return text(
            "The dossier judges by the newer catalogue: {added} entries added, {changed} changed, {removed} "
            "removed.",
            {{"added", std::to_string(counts[ChangeKind::added])},
             {"changed", std::to_string(counts[ChangeKind::changed])},
             {"removed", std::to_string(counts[ChangeKind::removed])}});
    }

    static void check_facility_words(const AddFacility& action) {
        for (const auto* words : {&action.name, &action.kind, &action.address, &action.district}) check_text(*words);
        if (action.name.find_first_not_of(" \t") == std::string::npos)
            refuse("facility-nameless", text("A facility needs a name."), text("Say what people call it."));
    }

    Finding new_finding(const RecordFinding& action, const Category& category) {
        Finding f;
        f.uuid = edit_.new_uuid();
        f.category = action.category;
        f.title = action.title;
        f.severity = checked_severity(action.severity, category);
        f.date = action.date.empty() ? base::local_date(edit_.author().clock()) : action.date;
        for (const auto* words :
             {&action.title, &action.notes, &action.internal_notes, &action.by, &action.district, &action.responsible})
            check_text(*words);
        check_date(f.date);
        check_due(action.due);
        f.recorded = f.created = f.changed = edit_.now();
        f.by = action.by.empty() ? edit_.author().person : action.by;
        f.source = action.source;
        check_facility(state_, action.facility);
        f.facility = action.facility;
        f.district = action.district;
        f.notes = action.notes;
        f.internal_notes = action.internal_notes;
        f.responsible = action.responsible;
        f.due = action.due;
        f.layer_refs = action.layer_refs;
        f.shape = action.shape;
        return f;
    }

    static void check_status(const Row& before, const SetStatus& action) {
        check_text(action.reason);
        if (action.status == Status::dropped && action.reason.empty())
            refuse("reason-missing", text("Dropping a finding needs a reason."), text("Say why nothing is done."));
        auto* word = std::get_if<std::string>(&before.at("status"));
        auto from = parse_status(word ? *word : std::string()).value_or(Status::open);
        if (may_follow(from, action.status)) return;
        refuse("status-order",
               text("The finding is “{from}”; it cannot become “{to}” at once.",
                    {{"from", base::say(label_of(from))}, {"to", base::say(label_of(action.status))}}),
               action.status == Status::verified
                   ? text("Set it to solved first; somebody then verifies it on the spot.")
                   : text("Open it again first."));
    }

    Row checked_fields(const EditFinding& action, const Row& before) {
        Row fields;
        auto category_id = std::get<std::string>(before.at("category"));
        if (auto given = action.fields.find("category"); given != action.fields.end()) category_id = given->second;
        for (const auto& [name, value] : action.fields) fields[name] = checked_field(state_, name, value, category_id);
        return fields;
    }

    void doubt(const std::vector<Measurement>& measurements, base::Problems& remarks) {
        for (const auto& measurement : measurements)
            if (auto why = doubt_about(*state_.catalogue, measurement))
                remarks.add({.code = "measurement-doubtful",
                             .message = *why,
                             .advice = text("It was kept as given; correct it when it is a slip.")});
    }

    void add_goal(const std::string& finding, const std::string& goal) {
        if (!links(finding, goal).empty()) return;  // also one that the agenda no longer has
        check_goal(state_, goal);
        edit_.insert("finding_goal", {{"uuid", edit_.new_uuid()}, {"finding", finding}, {"goal", goal}});
    }

    std::vector<std::string> links(const std::string& finding, const std::string& goal) {
        std::vector<std::string> found;
        for (const auto& uuid : edit_.rows().where("finding_goal", "finding", finding)) {
            auto row = edit_.rows().find(table_named("finding_goal"), uuid);
            if (row && row->at("goal") == Value{goal}) found.push_back(uuid);
        }
        return found;
    }

    bool remove_goal(const std::string& finding, const std::string& goal) {
        auto found = links(finding, goal);
        for (const auto& uuid : found) edit_.erase("finding_goal", uuid);
        return !found.empty();
    }

    void set_goals(const std::string& finding, const std::vector<std::string>& wanted) {
        for (const auto& uuid : edit_.rows().where("finding_goal", "finding", finding)) {
            auto row = edit_.rows().find(table_named("finding_goal"), uuid);
            auto goal = row ? std::get<std::string>(row->at("goal")) : std::string();
            if (std::find(wanted.begin(), wanted.end(), goal) == wanted.end()) edit_.erase("finding_goal", uuid);
        }
        for (const auto& goal : wanted) add_goal(finding, goal);
    }

    void remove_photo(const std::string& photo, const std::string& finding) {
        auto row = edit_.rows().find(table_named("media"), photo);
        if (!row || row->at("finding") != Value{finding})
            refuse("photo-gone", text("The photo {uuid} is not with this finding.", {{"uuid", photo}}));
        edit_.erase("media", photo);
    }

    void add_photo(const fs::path& file, const std::string& finding, base::Problems& remarks) {
        auto photo = photos_.at(file);
        for (const auto& uuid : edit_.rows().where("media", "finding", finding)) {
            auto row = edit_.rows().find(table_named("media"), uuid);
            if (!row || row->at("sha256") != Value{photo.sha256}) continue;
            remarks.add({.code = "photo-twice",
                         .message = text("The finding has this photo already, so it was not added again."),
                         .where = {.file = file.string()}});
            return;
        }
        photo.uuid = edit_.new_uuid();
        edit_.insert("media", row_of(photo, finding));
    }

    // Relative where it lies below the dossier's folder, so that both can move together.
    std::string stored_path(const fs::path& path) {
        if (base::is_service(path.string())) return path.string();
        auto whole = fs::absolute(path).lexically_normal();
        auto relative =
            whole.lexically_relative(fs::absolute(state_.connection.path()).lexically_normal().parent_path());
        bool below = !relative.empty() && *relative.begin() != "..";
        return below && fs::exists(path) ? relative.generic_string()
                                         : (fs::exists(path) ? whole.string() : path.string());
    }

    DossierState& state_;
    Edit& edit_;
    const PhotosByPath& photos_;
};

}  // namespace

Performed apply(DossierState& state, Edit& edit, const DossierAction& action, const PhotosByPath& photos) {
    return std::visit(Performer(state, edit, photos), action);
}

}  // namespace audit
