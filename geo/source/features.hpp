// SPDX-License-Identifier: EUPL-1.2
#pragma once

// Room-internal: every feature's geometry out of GDAL, as fast as the driver gives it.

#include "geo/source/collector.hpp"
#include "geo/source/gdal.hpp"

namespace geo {

/// Where one layer's features go.
struct Reading {
    OGRLayer* layer = nullptr;
    LayerCollector* into = nullptr;
    std::vector<int> fields{};  ///< whose values are wanted too
};

void collect(const OGRFeature& feature, LayerCollector& into);

/// Reads all features of the layers: in columns where the driver keeps WKB in them, in one pass where the source
/// mixes its layers, and layer by layer otherwise. @throws base::Cancelled
void read_features(GDALDataset& data, const std::vector<Reading>& layers, base::Progress progress);
class Pace;
/// Of one layer, those that pass its filter. @throws base::Cancelled
void read_features(const Reading& reading, Pace& pace);

/// How far a reader is that may not know how much there is.
class Pace {
public:
    Pace(base::Progress progress, std::int64_t expected) : progress_(std::move(progress)), expected_(expected) {}
    /// Counts one feature; reports now and then. @throws base::Cancelled
    void step();

private:
    base::Progress progress_;
    std::int64_t expected_, done_ = 0;
};

}  // namespace geo
