// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/problem.hpp"
#include "geo/base/progress.hpp"
#include "geo/crs/crs.hpp"
#include "geo/geometry/shape.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace geo {

/// Where a layer's CRS came from.
enum class CrsFrom { source, given, missing };

struct SourceOptions {
    std::string layer{};       ///< empty: every layer (probe), the only or first with geometry (read)
    std::optional<Crs> crs{};  ///< what the user says the coordinates are in; wins over the source's own word
    /// probe: no more than shows what each layer is and where. What it counts is of its first features, and no geometry
    /// is judged.
    bool glance = false;
    /// read: fields whose values are wanted too. What the layer lacks is passed over.
    std::vector<std::string> fields{};
};

/// What a layer really holds: counted by reading it, not by asking the driver. Every feature is of one of `kinds`, or
/// null, or empty, or skipped: they add up to `features`.
struct LayerReport {
    std::string name{};
    std::int64_t features = 0;
    Crs crs{};
    CrsFrom crs_from = CrsFrom::missing;
    std::vector<Crs> plausible{};                 ///< filled when crs_from is missing or cannot be right
    std::map<std::string, std::int64_t> kinds{};  ///< "Polygon" -> 12, after linearising curves
    std::int64_t skipped = 0;                     ///< geometry that cannot be read at all
    /// Open rings, closed while reading; and for probe(), which looks, what breaks the rules for valid geometry. Such a
    /// shape is drawn as it is; who measures it repairs it first (geometry/validity.hpp). The source is never touched.
    std::int64_t repaired = 0;
    std::int64_t null = 0, empty = 0;
    /// Features outside the area of use of the CRS, at 0, 0, or hundreds of kilometres from all the others.
    std::int64_t outliers = 0;
    Box extent{};  ///< without outliers, in the layer's CRS
    std::vector<std::string> fields{};
    base::Problems problems{};
};

/// A source of pixels: a map or photograph that is drawn under everything else.
struct RasterReport {
    std::string name{};                  ///< as of a layer
    std::int64_t width = 0, height = 0;  ///< pixels
    int bands = 0;
    int overviews = 0;  ///< coarser copies of itself that it holds
    Crs crs{};
    CrsFrom crs_from = CrsFrom::missing;
    std::vector<Crs> plausible{};  ///< filled when crs_from is missing
    Box extent{};                  ///< in its CRS; empty when it is not placed on the earth
    std::string attribution{};     ///< who must be named beside it, as it says itself
    base::Problems problems{};
};

struct SourceReport {
    std::string source{}, driver{};
    std::vector<LayerReport> layers{};
    std::vector<RasterReport> rasters{};
    base::Problems problems{};  ///< about the source as a whole: "opened, and nothing in it"
};

/// Reads every feature and tells the truth about the source. Writes nothing beside it.
/// Belongs on a worker: GDAL objects live only inside the call.
/// @throws base::Error when it cannot be opened at all; base::Cancelled
SourceReport probe(const std::filesystem::path& path, const SourceOptions& options, base::Progress progress = {});

/// A layer's geometry in one CRS, as flat arrays.
struct Layer {
    std::string name;
    Crs crs;                           ///< of `shapes` and `extent`
    Shapes shapes{};                   ///< every feature; without parts where it has no geometry or was skipped
    std::vector<std::int64_t> fids{};  ///< the source's feature id of each shape
    /// By field, of each shape: what was asked for, where the source gives it in the same pass.
    std::map<std::string, std::vector<std::string>> values{};
    Box extent{};                      ///< without outliers: what "zoom to layer" shows
    LayerReport report{};
};

/// Reads one layer's geometry, transformed to `target` when given. Curves are linearised, broken features skipped and
/// counted. Attributes are read when asked for, see attributes_of().
/// @throws base::Error (also code "crs-missing", naming the plausible one, when `target` is given and the CRS is
/// unknown); base::Cancelled
Layer read_layer(const std::filesystem::path& path, const SourceOptions& options, const std::optional<Crs>& target,
                 base::Progress progress = {});

/// One feature's attributes as text, in the order of the source's fields; numbers with a decimal point.
using Attributes = std::vector<std::pair<std::string, std::string>>;
Attributes attributes_of(const std::filesystem::path& path, const std::string& layer, std::int64_t fid);
/// One field of every feature, in the order read_layer() gives them: for labels and colours.
std::vector<std::string> field_of(const std::filesystem::path& path, const std::string& layer, const std::string& field,
                                  base::Progress progress = {});

}  // namespace geo
