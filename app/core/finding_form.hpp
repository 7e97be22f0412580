// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/draft.hpp"
#include "audit/model/verdict.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What a verdict says in words; icon and colour follow `tone`.
struct VerdictLine {
    enum class Tone { good, doubtful, bad, untested };
    Tone tone = Tone::untested;
    std::string words;  ///< "Just fails, within the measuring uncertainty"
    std::string norm;   ///< "Obstacle-free width, minimum: at least 1,50 m"
};

/// A field of the form, ready to draw.
struct FieldView {
    std::size_t index = 0;  ///< in FormValues::fields
    std::string key{};      ///< for names: the quantity, with “/2” for the second of it
    std::string quantity, label, help;
    bool last_of_quantity = true;
    bool yes_no = false, required = false;
    std::vector<std::string> units{};
    std::vector<std::pair<std::string, std::string>> methods{};  ///< id and label
    std::optional<base::Problem> mistake{};                      ///< what was typed cannot be read
    std::optional<base::Text> doubt{};                           ///< it can, but is hardly plausible
    std::vector<VerdictLine> verdicts{};
};

struct FindingForm {
    std::vector<FieldView> fields{};
    std::optional<base::Text> why_not_save{};
};

/// Computed anew at each change of the draft or the language; a few microseconds.
FindingForm finding_form(const audit::Catalogue& catalogue, const FindingDraft& draft, base::Language language);
/// The lines of what was measured, for reading; criteria that count through a rule are left to their rule.
std::vector<VerdictLine> verdict_lines(const audit::Catalogue& catalogue,
                                       const std::vector<audit::Measurement>& measurements, const std::string& quantity,
                                       base::Language language);

}  // namespace app
