// SPDX-License-Identifier: EUPL-1.2
#include "geo/source/large.hpp"

#include "geo/source/features.hpp"
#include "geo/source/layer_crs.hpp"
#include "geo/source/layers.hpp"
#include "geo/source/placing.hpp"
#include "geo/source/values.hpp"

#include <chrono>
#include <utility>

namespace geo {
namespace {

/// Features given away together: enough to make giving cheap, few enough to stay in the processor's memory.
constexpr std::size_t k_batch = 8192;

/// A layer that is open, and what is known of it before it is read.
struct Opened {
    OpenLayer open;
    LayerReport report{};
    base::Where where{};

    Opened(const std::filesystem::path& path, const SourceOptions& options) : open(open_layer(path, options.layer)) {
        describe_layer(report, open.source, *open.layer, options.crs);
        where = {.file = path.string(), .layer = report.name};
    }

    std::vector<int> places_of(const std::vector<std::string>& fields) const {
        std::vector<int> places;
        for (const auto& field : fields) places.push_back(index_of(*open.layer, field));
        return places;
    }
};

/// The numbers from 0 to 1 in such an order that the first of them, however many, lie everywhere: the bits of `i` read
/// backwards (van der Corput).
double scattered(std::uint32_t i) {
    double share = 0, bit = 0.5;
    for (; i > 0; i >>= 1U, bit /= 2) share += bit * (i & 1U);
    return share;
}

/// Neighbours in the source that are read together, because they mostly lie on the same page of the disk.
constexpr std::int64_t k_together = 4;

/// @returns whether there mostly are features where they should be
bool collect_scattered(OGRLayer& layer, std::int64_t all, std::int64_t some, std::chrono::milliseconds patience,
                       LayerCollector& into, Pace& pace) {
    const auto end = std::chrono::steady_clock::now() + patience;
    std::int64_t found = 0, tried = 0;
    for (std::uint32_t i = 0; tried < some && std::chrono::steady_clock::now() < end; ++i) {
        const auto first = static_cast<std::int64_t>(scattered(i) * static_cast<double>(all));
        for (std::int64_t fid = first; fid < first + k_together; ++fid, ++tried) {
            const OGRFeatureUniquePtr feature(layer.GetFeature(fid));
            if (!feature) continue;
            collect(*feature, into);
            ++found;
            pace.step();
        }
    }
    return found > tried / 2;
}

template <class Work>
auto with_layer(const std::filesystem::path& path, const SourceOptions& options, Work&& work) {
    return base::at({.file = path.string(), .layer = options.layer}, [&] {
        Opened opened(path, options);
        const auto where = opened.where;
        return base::at(where, [&] { return work(opened); });
    });
}

Layer layer_of(LayerReport report, const Crs& crs) {
    Layer layer{.name = report.name, .crs = crs};
    layer.report = std::move(report);
    return layer;
}

}  // namespace

namespace {

/// 0 when the driver would have to count.
std::int64_t quick_count(OGRLayer& layer) {
    return layer.TestCapability(OLCFastFeatureCount) ? layer.GetFeatureCount(false) : 0;
}

std::int64_t quick_count(GDALDataset& source) {
    std::int64_t sum = 0;
    for (auto* layer : source.GetLayers()) sum += quick_count(*layer);
    return sum;
}

}  // namespace

LayerSize size_of(const std::filesystem::path& path, const SourceOptions& options, const Crs& target) {
    return with_layer(path, options, [&](Opened& opened) {
        auto& layer = *opened.open.layer;
        const bool lies_there = opened.open.source.data->GetDescription() == opened.open.source.member.opened;
        const bool has_index = layer.TestCapability(OLCFastSpatialFilter);
        LayerSize size{.features = quick_count(layer),
                       .source_features = quick_count(*opened.open.source.data),
                       .is_read_by_place = lies_there && has_index && opened.report.crs_from != CrsFrom::missing};
        OGREnvelope there;
        if (size.is_read_by_place && layer.TestCapability(OLCFastGetExtent) &&
            layer.GetExtent(&there, false) == OGRERR_NONE)
            opened.report.extent = {there.MinX, there.MinY, there.MaxX, there.MaxY};
        size.head = layer_of(std::move(opened.report), target);
        if (size.is_read_by_place)
            size.head.extent = place(Transform(size.head.report.crs, target), size.head.report.extent);
        return size;
    });
}

Layer look_through(const std::filesystem::path& path, const SourceOptions& options, const Crs& target,
                   const std::vector<std::string>& fields, const std::function<void(Batch)>& take,
                   base::Progress progress) {
    progress.report(0);
    return with_layer(path, options, [&](Opened& opened) {
        GdalMessages messages;
        const Transform transform(opened.report.crs, target);
        LayerCollector collector(opened.report, opened.where, {});
        collector.give_away(k_batch, [&](LayerCollector& batch) {
            place(transform, {batch.shapes, batch.fids, opened.report}, opened.where, {});
            take({batch.shapes, batch.values});
        });
        const auto claimed = opened.open.layer->GetFeatureCount(false);
        Pace pace(progress, claimed);
        read_features({opened.open.layer, &collector, opened.places_of(fields)}, pace);
        collector.finish();
        finish_report(opened.report, opened.where, claimed);
        note_complaints(opened.report.problems, opened.open.source, messages, opened.where);
        check_placeable(opened.report);
        auto layer = layer_of(std::move(opened.report), target);
        layer.extent = place(transform, layer.report.extent);
        progress.report(1);
        return layer;
    });
}

std::optional<Layer> look_at_some(const std::filesystem::path& path, const SourceOptions& options, const Crs& target,
                                  std::int64_t some, std::chrono::milliseconds patience,
                                  const std::function<void(Batch)>& take, base::Progress progress) {
    return with_layer(path, options, [&](Opened& opened) -> std::optional<Layer> {
        auto& from = *opened.open.layer;
        if (!from.TestCapability(OLCRandomRead)) return std::nullopt;
        want_fields(from, {});
        const GdalMessages messages;  // a number without a feature is no fault
        LayerReport some_of_it;
        LayerCollector collector(some_of_it, opened.where, {});
        Pace pace(std::move(progress), some);
        if (!collect_scattered(from, from.GetFeatureCount(false), some, patience, collector, pace)) return std::nullopt;
        const Transform transform(opened.report.crs, target);
        place(transform, {collector.shapes, collector.fids, some_of_it}, opened.where, {});
        take({collector.shapes, collector.values});
        auto layer = layer_of(std::move(opened.report), target);
        layer.extent = collector.shapes.box();
        return layer;
    });
}

Region read_region(const std::filesystem::path& path, const SourceOptions& options, const Crs& target, const Box& box,
                   const std::vector<std::string>& fields, std::size_t most, base::Progress progress) {
    return with_layer(path, options, [&](Opened& opened) {
        const auto there = place(Transform(target, opened.report.crs), box);
        opened.open.layer->SetSpatialFilterRect(there.min_x, there.min_y, there.max_x, there.max_y);
        LayerCollector collector(opened.report, opened.where, {.most = most});
        Pace pace(std::move(progress), 0);
        read_features({opened.open.layer, &collector, opened.places_of(fields)}, pace);
        Region region{.values = std::move(collector.values), .complete = collector.shapes.size() < most};
        place(Transform(opened.report.crs, target), {collector.shapes, collector.fids, opened.report}, opened.where,
              {});
        region.layer = layer_of(std::move(opened.report), target);
        region.layer.shapes = std::move(collector.shapes);
        region.layer.fids = std::move(collector.fids);
        region.layer.extent = region.layer.shapes.box();
        return region;
    });
}

Shape shape_of(const std::filesystem::path& path, const SourceOptions& options, const Crs& target, std::int64_t fid) {
    return with_layer(path, options, [&](Opened& opened) {
        const OGRFeatureUniquePtr feature(opened.open.layer->GetFeature(fid));
        LayerCollector collector(opened.report, opened.where, {});
        if (feature) collect(*feature, collector);
        place(Transform(opened.report.crs, target), {collector.shapes, collector.fids, opened.report}, opened.where,
              {});
        return collector.shapes.size() == 1 ? collector.shapes.shape(0) : Shape{};
    });
}

}  // namespace geo
