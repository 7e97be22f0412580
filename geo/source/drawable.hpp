// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/source/source.hpp"

#include <vector>

namespace geo {

/// What of a probed source a map can show, in the order of the source. A table without geometry and a layer with
/// nothing in it are left out, with a remark for each.
std::vector<LayerReport> drawable_layers(const SourceReport& report, base::Problems& remarks);

/// A name that says what is in the layer: its own, or its file's where a program gave it one that it gives to all.
std::string telling_name(const std::filesystem::path& path, const std::string& layer);

}  // namespace geo
