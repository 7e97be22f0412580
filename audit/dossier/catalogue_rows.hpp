// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/state.hpp"

#include <string>

namespace audit {

// The catalogue a dossier judges by. Its files lie in the table `catalogue`, each version of a file once, and are never
// removed; which of them count is said by the one row of `catalogue_use`, which is journaled. An update changes that
// row, and undo changes it back.

/// The journaled row of a dossier that begins to use these files. @param uuid of the dossier
Row catalogue_use(const std::string& uuid, const CatalogueFiles& files);
/// `{"categories.json":"sha256",…}`: which files count, as text of that row; "" where there is no such row.
std::string read_catalogue_use(Connection& connection);
/// @throws base::Error code "catalogue-lost" when another program removed a file that counts
CatalogueFiles read_catalogue_files(Connection& connection);

/// Stores the files that are not there yet.
void keep_catalogue_files(Connection& connection, const CatalogueFiles& files);
/// Value lists and goals for other programs. What is no longer in the catalogue stays there as long as a finding has
/// it.
void publish_catalogue(Connection& connection, const Catalogue& catalogue);
/// The same after an edit that may have changed which files count, as an update does and its undo. Inside the edit.
void follow_catalogue(DossierState& state, const Edit& edit);
/// How many findings have a category or a goal that is not in `catalogue`, a remark for each with the first uuids.
base::Problems vanishing_from(Connection& connection, const Catalogue& catalogue);

}  // namespace audit
