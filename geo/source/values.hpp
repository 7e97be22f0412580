// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: what stands in a feature's fields.

#include "geo/source/gdal.hpp"

#include <string>
#include <vector>

namespace geo {

/// A field's value as text, numbers with a decimal point; empty when it is null.
std::string text_of(const OGRFeature& feature, int field);
/// Its place in the layer. @throws base::Error code "field-missing"
int index_of(OGRLayer& layer, const std::string& field);
/// The others need not be parsed.
void want_fields(OGRLayer& layer, const std::vector<int>& wanted);

}  // namespace geo
