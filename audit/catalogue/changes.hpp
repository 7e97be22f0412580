// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/catalogue/catalogue.hpp"

#include <string>
#include <vector>

namespace audit {

enum class ChangeKind { added, changed, removed };
base::Text label_of(ChangeKind kind);

/// One entry in which two catalogues differ.
struct CatalogueChange {
    std::string part;  ///< "categories" "criteria" "goals" "norms" …, the names of the files and of the command line
    std::string id;
    ChangeKind kind = ChangeKind::changed;

    bool operator==(const CatalogueChange&) const = default;
};

/// What is different in `after`, in the order of the parts' names and then of the ids. A category counts as changed
/// also when the agenda gives it other default goals. Only the content counts, not the order or the white space of a
/// file.
/// @pre both can be loaded
std::vector<CatalogueChange> catalogue_changes(const CatalogueFiles& before, const CatalogueFiles& after);

/// Loads what a dossier is to judge by: it lives for years, and does not begin with a catalogue that is broken in
/// places. @throws base::Refusal code "catalogue-broken" that tells the first fault and, in `detail`, the others
Catalogue load_whole_catalogue(const CatalogueFiles& files);

}  // namespace audit
