// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "audit/dossier/tables.hpp"
#include "audit/model/finding.hpp"

#include <string>
#include <vector>

namespace audit {

/// Empty texts are NULL in the file, so that other programs show an empty field.
Value text_or_null(const std::string& text);

Row row_of(const Finding& finding);
Row row_of(const Measurement& measurement, const std::string& finding);
Row row_of(const Photo& photo, const std::string& finding);

/// `["layer-uuid/17"]` as text of the column layer_refs.
std::string layer_refs_text(const std::vector<std::string>& refs);
std::vector<std::string> parse_layer_refs(const std::string& text);

}  // namespace audit
