// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/actions.hpp"
#include "audit/dossier/snapshot.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// A measurement's fields as they were typed; nothing is interpreted before it is shown or saved.
struct FieldDraft {
    std::string quantity{};
    std::string uuid{};  ///< of the measurement that is edited; empty: a new one
    std::string value{}, unit{}, accuracy{}, method{};

    bool operator==(const FieldDraft&) const = default;
    bool is_empty() const { return value.empty(); }
};

/// What a finding form says of a finding.
struct FormValues {
    std::string category{};
    geo::Shape shape{};  ///< in the dossier's CRS
    std::string title{}, notes{}, internal_notes{}, severity{}, date{};
    std::string source{};              ///< word of a ReportSource
    std::string facility{};            ///< uuid
    std::string responsible{}, due{};  ///< who must act, and by when
    std::vector<FieldDraft> fields{};  ///< several of one quantity stand in the order of measuring
    std::vector<std::string> goals{};
    std::vector<std::string> photos{};          ///< files that are to be copied in
    std::vector<std::string> removed_photos{};  ///< uuids

    bool operator==(const FormValues&) const = default;
    /// The first field of this quantity, made when there is none.
    FieldDraft& field(std::string_view quantity);
};

/// A finding form being filled in, exactly as it stands on the screen. Kept in the dossier at each change, so that a
/// crash loses nothing.
struct FindingDraft : FormValues {
    std::string key{};                      ///< of the dossier's draft row
    std::string uuid{};                     ///< the finding that is edited; empty: a new one
    std::vector<std::string> layer_refs{};  ///< what lay under it when it was begun
    FormValues opened{};                    ///< of an edited finding: what the form said when it was opened

    bool operator==(const FindingDraft&) const = default;
    bool is_new() const { return uuid.empty(); }
};

FindingDraft new_draft(std::string key, geo::Shape shape, std::string date);
FindingDraft draft_of(std::string key, const audit::Finding& finding);
/// Gives the draft an empty field for each quantity of its category that has none, with unit and usual method.
void offer_fields(FindingDraft& draft, const audit::Catalogue& catalogue);
/// One more empty field of a quantity, after the others of it.
void offer_another(FindingDraft& draft, const audit::Catalogue& catalogue, const std::string& quantity);
/// Takes over what a category proposes: units, usual methods, severity and default goals. What was typed stays.
void choose_category(FindingDraft& draft, const audit::Catalogue& catalogue, const std::string& category);
/// The form after `sent` was saved as `saved`: what was typed meanwhile is an edit of it.
FindingDraft gone_on(const FindingDraft& now, const FindingDraft& sent, const audit::Finding& saved);

/// The same form for a new finding: of an edited one that is no longer there.
FindingDraft as_new(FindingDraft draft);

std::string to_json(const FindingDraft& draft);
/// Nothing when `json` is no draft of ours.
std::optional<FindingDraft> draft_from_json(const std::string& json);

/// The measurement a field says, with its uuid. Decimal comma and point are both taken, whatever the language.
/// @throws base::Error code "measure-…" saying what is wrong
audit::Measurement measurement_of(const audit::Catalogue& catalogue, const FieldDraft& field);

/// What saving the form does. An edit sends what was changed in the form, so that what somebody else changed
/// meanwhile stays. `now` is the finding that is edited as the dossier has it, nullptr for a new one.
/// @throws base::Error when a field cannot be read
audit::DossierAction action_of(const audit::Catalogue& catalogue, const FindingDraft& draft, const audit::Finding* now);
/// Saving would do nothing.
bool changes_nothing(const audit::DossierAction& action);

}  // namespace app
