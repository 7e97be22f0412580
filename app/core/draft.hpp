// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/actions.hpp"
#include "audit/dossier/snapshot.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// A quantity's fields as they were typed; nothing is interpreted before it is shown or saved.
struct FieldDraft {
    std::string value, unit, accuracy, method;

    bool operator==(const FieldDraft&) const = default;
    bool is_empty() const { return value.empty(); }
};

/// What a finding form says of a finding.
struct FormValues {
    std::string category{};
    geo::Shape shape{};  ///< in the dossier's CRS
    std::string title{}, notes{}, severity{}, date{};
    std::map<std::string, FieldDraft> fields{};  ///< by quantity id
    std::vector<std::string> goals{};

    bool operator==(const FormValues&) const = default;
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
/// Gives the draft the empty fields of its category, with their units and usual methods; nothing else.
void offer_fields(FindingDraft& draft, const audit::Catalogue& catalogue);
/// Takes over what a category proposes: units, usual methods, severity and default goals. What was typed stays.
void choose_category(FindingDraft& draft, const audit::Catalogue& catalogue, const std::string& category);

std::string to_json(const FindingDraft& draft);
/// Nothing when `json` is no draft of ours.
std::optional<FindingDraft> draft_from_json(const std::string& json);

/// The measurement a field says. Decimal comma and point are both taken, whatever the language.
/// @throws base::Error code "measure-…" saying what is wrong
audit::Measurement measurement_of(const audit::Catalogue& catalogue, const std::string& quantity,
                                  const FieldDraft& field);

/// What saving the form does. An edit sends what was changed in the form, so that what somebody else changed
/// meanwhile stays. `now` is the finding that is edited as the dossier has it, nullptr for a new one.
/// @throws base::Error when a field cannot be read
audit::DossierAction action_of(const audit::Catalogue& catalogue, const FindingDraft& draft, const audit::Finding* now);

}  // namespace app
