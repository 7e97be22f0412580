// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/problem.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace audit {

/// A word of the field in every language of the program.
struct Label {
    std::string nl{}, en{};
    const std::string& in(base::Language language) const { return language == base::Language::dutch ? nl : en; }
    bool operator==(const Label&) const = default;
};

/// How far a number of the catalogue can be trusted: stated in a source document of the city, read in a primary
/// source, in a secondary one, sources disagree, unconfirmed.
enum class Trust { stated, primary, secondary, disputed, unconfirmed };
std::string_view word_of(Trust trust);  ///< "S" "C" "C2" "X" "U"
base::Text label_of(Trust trust);

/// How something is measured, with the accuracy one may expect of it and whether it decides or only indicates.
struct Method {
    std::string id{};  ///< "tape"
    Label label{};
    std::map<std::string, double> accuracy{};  ///< by unit: {"m", 0.01}; none where it cannot be said
    bool indicative = false;
};

enum class QuantityKind { number, yes_no };

/// meetgrootheid: what can be measured, apart from any norm.
struct Quantity {
    std::string id{};  ///< "passage-width"
    Label label{}, help{};
    QuantityKind kind = QuantityKind::number;
    std::string unit{};                  ///< the one a form offers first
    std::vector<std::string> units{};    ///< all that are accepted
    std::vector<std::string> methods{};  ///< the usual ones, likeliest first
    double smallest = 0, largest = 0;    ///< what is plausible, in `unit`; outside: a warning, never a refusal
};

enum class Comparison { at_least, at_most, equal, between, is_true };
enum class Level { minimum, preferred, strict };
std::string_view word_of(Comparison comparison);  ///< "at_least" …, as in the files
std::string_view word_of(Level level);            ///< "minimum" "preferred" "strict"
base::Text label_of(Level level);

/// A criterion that holds only when a second quantity of the same finding is within a limit (a narrowing no longer
/// than 20 m; a ramp's rise between two heights).
struct Condition {
    std::string quantity{};
    std::optional<double> above{}, up_to{};  ///< in the quantity's own unit: above < value <= up_to
};

/// norm / criterium: a testable threshold with its source.
struct Criterion {
    std::string id{};  ///< "OR-02"
    Label label{};
    std::string quantity{};
    Comparison comparison = Comparison::at_least;
    std::optional<double> threshold{}, upper{};  ///< in `unit`; no threshold: the norm is unknown, and said so
    std::string unit{};
    Level level = Level::minimum;
    std::optional<Condition> condition{};
    std::vector<std::string> applies_to{};
    std::string source{};
    Trust trust = Trust::unconfirmed;
    Label note{};
};

/// Several criteria that form one test: it is met when any of `any_of` is met.
struct Rule {
    std::string id{};  ///< "OR-PASSAGE"
    Label label{};
    std::string quantity{};
    std::vector<std::string> any_of{};
    std::string source{};
    Trust trust = Trust::unconfirmed;
};

/// normprofiel: a versioned choice of criteria, with a city's own thresholds where it has them.
struct Norms {
    std::string id{}, version{};  ///< "crow"
    Label label{};
    std::vector<std::string> criteria{};  ///< ids, in the order of testing
    std::vector<std::string> rules{};
    std::map<std::string, double> thresholds{};  ///< instead of the criterion's own
    Label note{};                                ///< why these criteria and not others
};

/// A quantity in a category's form.
struct Field {
    std::string quantity{};
    bool required = false;
};

/// soort bevinding: what is wrong, how it is drawn and measured.
struct Category {
    std::string id{};  ///< "terrace-over-boundary"
    Label label{}, help{};
    std::string letter{};                 ///< one or two capitals, on the map beside shape and colour
    std::vector<std::string> geometry{};  ///< "point" "line" "polygon", the usual one first
    std::vector<Field> quantities{};
    bool has_severity = true;
    std::map<std::string, Label> anchors{};  ///< severity word -> when it is that
    std::string default_severity{};
    std::vector<std::string> default_goals{};  ///< from the agenda's file: another city has other goals
    std::vector<std::string> treaty{};
    /// A second open finding of this kind within so many metres is probably the first one again. Where a file does not
    /// say: what a phone between houses is off, about 5 m for each of two inspectors.
    double near_metres = 10;
    std::vector<std::string> suggested_on{};  ///< layer names and values on which it is proposed: "terrace_permit"
};

struct Document {
    std::string id{};
    Label label{};
    std::string date{}, publisher{};  ///< the date as far as it is known: "2021-04-28", "2025"; empty when undated
};
struct TargetGroup {
    std::string id{};
    Label label{};
};
struct Stakeholder {
    std::string id{};
    Label label{};
};
struct TreatyArticle {
    std::string id{};  ///< "9"
    Label label{};
    Trust trust = Trust::unconfirmed;
};

/// herkomst: advice is not commitment.
enum class Provenance { advised, promised, reported, comparable };
std::string_view word_of(Provenance provenance);
base::Text label_of(Provenance provenance);

/// A reference that stands in the document, or that we inferred.
struct Mention {
    std::string id{};
    bool inferred = false;
};

/// doel of the inclusion agenda.
struct Goal {
    std::string id{};  ///< "LIA-T1"
    Label label{};
    std::vector<Provenance> provenance{};
    std::vector<std::string> documents{};  ///< "college-reply-2026 §…" as "document-id" or "document-id#section"
    std::vector<Mention> target_groups{}, stakeholders{};
    std::vector<std::string> treaty{};  ///< our mapping, see Catalogue::treaty_note
    Label indicator{};                  ///< proposed by us; no document gives one
    std::string target{};               ///< empty until the coordinator fills it
};
struct Theme {
    std::string id{};
    Label label{};
    std::vector<Goal> goals{};
};
struct Agenda {
    std::string id{};  ///< "LIA"
    Label label{};
    std::vector<Theme> themes{};
};

/// Everything a dossier judges by. Frozen after loading: share as shared_ptr<const Catalogue>, read from all threads.
struct Catalogue {
    std::string version{};
    std::vector<Method> methods{};
    std::vector<Quantity> quantities{};
    std::vector<Criterion> criteria{};  ///< with the chosen norms' thresholds already put in
    std::vector<Rule> rules{};
    Norms norms{};
    std::vector<Category> categories{};
    std::string agenda_id{}, agenda_version{};
    std::vector<Agenda> agendas{};
    std::vector<Document> documents{};
    std::vector<TargetGroup> target_groups{};
    std::vector<Stakeholder> stakeholders{};
    std::vector<TreatyArticle> treaty{};
    Label treaty_note{};  ///< whose mapping of goals to articles this is

    /// nullptr when there is none of that id. Linear: catalogues are small.
    const Method* method(std::string_view id) const;
    const Quantity* quantity(std::string_view id) const;
    const Criterion* criterion(std::string_view id) const;
    const Rule* rule(std::string_view id) const;
    const Category* category(std::string_view id) const;
    const Goal* goal(std::string_view id) const;
};

/// The files of a catalogue as they are: name relative to the folder -> JSON text. A dossier keeps exactly this, so
/// that any laptop can read it whole.
using CatalogueFiles = std::map<std::string, std::string>;

/// Reads `folder` (quantities.json, methods.json, criteria.json, rules.json, categories.json, treaty.json,
/// norms/NORMS.json, agendas/AGENDA.json). @throws base::Error when one is missing, naming it and what there is
CatalogueFiles read_catalogue_files(const std::filesystem::path& folder, const std::string& norms,
                                    const std::string& agenda);

/// Parses and validates: every reference resolves, every id is unique, every label has both languages. A broken entry
/// is refused with file, entry and reason as a remark and left out (with what depends on it); a file that is no JSON,
/// or lacks its frame, is an Error.
base::Loaded<Catalogue> load_catalogue(const CatalogueFiles& files);

/// Our own catalogue, from the assets.
std::filesystem::path standard_catalogue_folder();
/// Ids of the agendas and norms that a catalogue folder offers.
std::vector<std::string> agendas_in(const std::filesystem::path& folder);
std::vector<std::string> norms_in(const std::filesystem::path& folder);

}  // namespace audit
