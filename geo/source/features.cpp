// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/features.hpp"

#include "geo/source/arrow.hpp"
#include "geo/source/values.hpp"

#include <map>

namespace geo {
namespace {

/// A geometry as WKB without curves, in a buffer that is used again.
class WkbBuffer {
public:
    std::span<const std::uint8_t> of(const OGRGeometry& geometry) {
        std::unique_ptr<OGRGeometry> linear(geometry.hasCurveGeometry(true) ? geometry.getLinearGeometry() : nullptr);
        const auto& plain = linear ? *linear : geometry;
        bytes_.resize(plain.WkbSize());
        plain.exportToWkb(wkbNDR, bytes_.data(), wkbVariantIso);
        return bytes_;
    }

private:
    std::vector<std::uint8_t> bytes_;
};

void collect(const OGRFeature& feature, LayerCollector& into, WkbBuffer& buffer) {
    const auto* geometry = feature.GetGeometryRef();
    if (geometry)
        into.add_wkb(feature.GetFID(), buffer.of(*geometry));
    else
        into.add_null(feature.GetFID());
}

std::vector<std::string> values_of(const OGRFeature& feature, const std::vector<int>& fields) {
    std::vector<std::string> values;
    for (const int field : fields) values.push_back(text_of(feature, field));
    return values;
}

void read_by_feature(const Reading& reading, Pace& pace) {
    WkbBuffer buffer;
    reading.layer->ResetReading();
    while (auto feature = OGRFeatureUniquePtr(reading.layer->GetNextFeature())) {
        collect(*feature, *reading.into, buffer);
        if (!reading.fields.empty()) reading.into->add_values(values_of(*feature, reading.fields));
        pace.step();
        if (reading.into->has_enough()) return;
    }
}

/// OSM and its like hold the features of all layers mixed: read layer by layer they would be parsed once for each, or
/// pile up in memory.
void read_mixed(GDALDataset& data, const std::vector<Reading>& layers, Pace pace) {
    std::map<OGRLayer*, LayerCollector*> collectors;
    for (const auto& reading : layers) collectors[reading.layer] = reading.into;
    WkbBuffer buffer;
    data.ResetReading();
    OGRLayer* layer = nullptr;
    while (auto feature = OGRFeatureUniquePtr(data.GetNextFeature(&layer, nullptr, nullptr, nullptr))) {
        if (auto found = collectors.find(layer); found != collectors.end()) collect(*feature, *found->second, buffer);
        pace.step();
    }
}

}  // namespace

void collect(const OGRFeature& feature, LayerCollector& into) {
    WkbBuffer buffer;
    collect(feature, into, buffer);
}

void Pace::step() {
    if (++done_ % 512 != 0) return;
    auto done = static_cast<double>(done_);
    auto unknown = done / (done + 50'000);
    progress_.report(expected_ > 0 ? done / static_cast<double>(expected_) : unknown);
}

void read_features(const Reading& reading, Pace& pace) {
    want_fields(*reading.layer, reading.fields);
    if (!read_columns(reading, pace)) read_by_feature(reading, pace);
}

void read_features(GDALDataset& data, const std::vector<Reading>& layers, base::Progress progress) {
    if (data.TestCapability(ODsCRandomLayerRead)) {
        read_mixed(data, layers, Pace(std::move(progress), 0));
        return;
    }
    for (const auto& reading : layers) {
        Pace pace(progress.part(1.0 / static_cast<double>(layers.size())), reading.layer->GetFeatureCount(false));
        read_features(reading, pace);
    }
}

}  // namespace geo
