// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: which layers a source has, and what is said of them beside their features.

#include "geo/source/gdal.hpp"
#include "geo/source/open.hpp"
#include "geo/source/source.hpp"

namespace geo {

/// What a layer is called in the source as a whole.
std::string name_of(const OpenSource& source, OGRLayer& layer);
/// All layers of a member, or those with this name.
std::vector<OGRLayer*> layers_of(const OpenSource& source, const std::string& name);

struct OpenLayer {
    OpenSource source;
    OGRLayer* layer = nullptr;
};
/// The named layer; without a name the first one with geometry. @throws base::Error "layer-missing", naming those that
/// are there, "source-empty", "raster", or what open_member() throws
OpenLayer open_layer(const std::filesystem::path& path, const std::string& name);

/// What is said of a source of pixels where features were hoped for; code "raster".
base::Problem about_pixels(GDALDataset& data);

/// Name, fields and CRS: what is known before reading.
void describe_layer(LayerReport& report, const OpenSource& source, OGRLayer& layer, const std::optional<Crs>& given);
/// Remarks that need all features read. @param claimed what the driver said of their number, -1 for nothing
void finish_report(LayerReport& report, const base::Where& where, std::int64_t claimed);
/// What GDAL could not read and passed over, at opening and since.
void note_complaints(base::Problems& problems, const OpenSource& source, const GdalMessages& since,
                     const base::Where& where);

}  // namespace geo
