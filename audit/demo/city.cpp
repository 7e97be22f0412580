// SPDX-License-Identifier: EUPL-1.2
#include "audit/demo/city.hpp"

namespace audit::demo {
namespace {

/// So many features wait in memory before they go to the file, layer by layer: a GeoPackage is read faster when the
/// rows of a layer lie together. About 60 MB at ten vertices each.
constexpr std::size_t k_waiting = 200'000;

/// Hands features to the file in batches of one layer.
class Batches {
public:
    explicit Batches(geo::GeoPackageWriter& writer) : writer_(writer) {
        for (const auto& plan : layer_plans()) writer_.begin_layer(plan.name, plan.kind, plan.fields);
    }

    void add(CityLayer layer, geo::Shape&& shape, Values&& values) {
        waiting_[static_cast<std::size_t>(layer)].push_back({std::move(shape), std::move(values)});
        if (++many_ >= k_waiting) flush();
    }

    void flush() {
        for (const auto& plan : layer_plans()) {
            auto& features = waiting_[static_cast<std::size_t>(plan.layer)];
            if (features.empty()) continue;
            writer_.begin_layer(plan.name, plan.kind, plan.fields);
            for (const auto& feature : features) writer_.add(feature.shape, feature.values);
            features.clear();
        }
        many_ = 0;
    }

private:
    struct Feature {
        geo::Shape shape;
        Values values;
    };
    geo::GeoPackageWriter& writer_;
    std::array<std::vector<Feature>, k_layer_count> waiting_{};
    std::size_t many_ = 0;
};

}  // namespace

City write_city(const std::filesystem::path& path, const CityOptions& options, base::Progress progress) {
    geo::GeoPackageWriter writer(path, geo::rd_new());
    Batches batches(writer);
    Canvas canvas([&batches](CityLayer layer, geo::Shape&& shape,
                             Values&& values) { batches.add(layer, std::move(shape), std::move(values)); },
                  options.findings);
    draw_region(canvas, options, progress);
    batches.flush();
    writer.commit();
    City city{.features = canvas.count(), .spots = std::move(canvas.spots)};
    for (const auto& plan : layer_plans()) city.counts[static_cast<std::size_t>(plan.layer)] = canvas.count(plan.layer);
    return city;
}

}  // namespace audit::demo
