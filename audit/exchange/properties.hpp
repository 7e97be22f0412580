// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/catalogue/catalogue.hpp"
#include "audit/model/finding.hpp"
#include "audit/model/verdict.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace audit {

/// For whom a file is made. `outside` (the word `public` of files and scripts) leaves out who observed (`by`), who
/// must act and by when, the reason of a status, the notes marked internal, and the folder in a photo's path, which
/// repeats the name people gave the dossier. It is no promise that a title or note names nobody: free text is published
/// as it was written, so what is not for everybody belongs in the internal notes. Photos are never part of an export;
/// only their names are, which are content hashes.
enum class Audience { outside, internal };
std::string_view word_of(Audience audience);  ///< "public" "internal"
std::optional<Audience> parse_audience(std::string_view word);

/// What all rows of one file have in common. Refers to the catalogue.
class Wording {
public:
    Wording(const Catalogue& catalogue, Audience audience, base::Language language);

    const Catalogue& catalogue() const { return catalogue_; }
    bool is_internal() const { return audience_ == Audience::internal; }
    base::Language language() const { return language_; }
    /// The id itself where the catalogue does not know it.
    std::string_view label_of_category(std::string_view id) const { return label_in(categories_, id); }
    std::string_view label_of_goal(std::string_view id) const { return label_in(goals_, id); }

private:
    using Labels = std::unordered_map<std::string_view, std::string_view>;
    static std::string_view label_in(const Labels& labels, std::string_view id);

    const Catalogue& catalogue_;
    Audience audience_;
    base::Language language_;
    Labels categories_{}, goals_{};
};

/// What a property can hold. Views into the finding and the catalogue; nothing (monostate) is null in JSON and an
/// empty cell in CSV.
using PropertyValue = std::variant<std::monostate, std::string_view, std::string, std::vector<std::string_view>,
                                   std::span<const Measurement>, std::vector<Verdict>>;

struct Property {
    std::string_view name;  ///< the same in JSON, GeoJSON and CSV
    bool internal_only = false;
    PropertyValue (*value)(const Finding& finding, const Wording& wording) = nullptr;
};

/// The one list of what is said about a finding in every format.
std::span<const Property> properties();
/// True when `property` belongs in a file of this wording.
inline bool is_told(const Property& property, const Wording& wording) {
    return wording.is_internal() || !property.internal_only;
}

/// Appends the finding as one JSON object on one line.
void append_properties_json(std::string& out, const Finding& finding, const Wording& wording);

/// The notation of the command line: `passage-width=1.32m±0.01@tape`.
/// @param decimal of the numbers: a comma in files that Dutch people read; both can be read back
std::string notation_of(const Measurement& measurement, char decimal = '.');
/// `OR-02 fails certain measured`
std::string notation_of(const Verdict& verdict);

}  // namespace audit
