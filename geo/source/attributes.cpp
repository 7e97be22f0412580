// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/features.hpp"
#include "geo/source/layers.hpp"
#include "geo/source/source.hpp"
#include "geo/source/values.hpp"

namespace geo {
namespace {

/// Features whose values are taken together.
constexpr std::size_t k_batch = 8192;

/// The features of one layer in the order in which read_layer() gives them.
class Features {
public:
    Features(GDALDataset& data, OGRLayer& layer)
        : data_(data), layer_(layer), mixed_(data.TestCapability(ODsCRandomLayerRead)) {
        if (mixed_)
            data_.ResetReading();
        else
            layer_.ResetReading();
    }

    OGRFeatureUniquePtr next() {
        if (!mixed_) return OGRFeatureUniquePtr(layer_.GetNextFeature());
        OGRLayer* of = nullptr;
        for (;;) {
            OGRFeatureUniquePtr feature(data_.GetNextFeature(&of, nullptr, nullptr, nullptr));
            if (!feature || of == &layer_) return feature;
        }
    }

    OGRFeatureUniquePtr find(std::int64_t fid) {
        if (!mixed_) return OGRFeatureUniquePtr(layer_.GetFeature(fid));
        auto feature = next();
        while (feature && feature->GetFID() != fid) feature = next();
        return feature;
    }

private:
    GDALDataset& data_;
    OGRLayer& layer_;
    bool mixed_;
};

}  // namespace

Attributes attributes_of(const std::filesystem::path& path, const std::string& layer, std::int64_t fid) {
    return base::at({.file = path.string(), .layer = layer, .feature = fid}, [&] {
        GdalMessages messages;
        auto opened = open_layer(path, layer);
        auto& from = *opened.layer;
        auto feature = Features(*opened.source.data, from).find(fid);
        if (!feature)
            throw base::Error({.code = "feature-missing",
                               .message = base::text("There is no such feature any more."),
                               .advice = base::text("Load the layer again: the file may have been replaced."),
                               .detail = messages.detail()});
        Attributes attributes;
        for (int i = 0; i < feature->GetFieldCount(); ++i)
            attributes.emplace_back(utf8(feature->GetFieldDefnRef(i)->GetNameRef()), text_of(*feature, i));
        return attributes;
    });
}

std::vector<std::string> field_of(const std::filesystem::path& path, const std::string& layer, const std::string& field,
                                  base::Progress progress) {
    return base::at({.file = path.string(), .layer = layer}, [&] {
        GdalMessages messages;
        auto opened = open_layer(path, layer);
        auto& from = *opened.layer;
        const auto index = index_of(from, field);
        Pace pace(std::move(progress), from.GetFeatureCount(false));
        std::vector<std::string> values;
        if (!opened.source.data->TestCapability(ODsCRandomLayerRead)) {
            // With their geometry, so that they come in the same order: an index could give another one.
            LayerReport report;
            LayerCollector collector(report, {}, {.keep_coordinates = false});
            collector.give_away(k_batch, [&](LayerCollector& batch) {
                for (auto& of_feature : batch.values) values.push_back(std::move(of_feature.front()));
            });
            read_features({&from, &collector, {index}}, pace);
            collector.finish();
            return values;
        }
        Features features(*opened.source.data, from);
        while (auto feature = features.next()) {
            values.push_back(text_of(*feature, index));
            pace.step();
        }
        return values;
    });
}

}  // namespace geo
