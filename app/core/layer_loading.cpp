// SPDX-License-Identifier: EUPL-1.2
#include "app/core/layer_loading.hpp"

#include "app/core/kept_overviews.hpp"
#include "app/core/names.hpp"
#include "app/scene/overview.hpp"
#include "geo/base/sources.hpp"
#include "geo/source/drawable.hpp"
#include "geo/source/large.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <future>
#include <utility>

namespace app {
namespace {

/// Layers with more features are not held where their source finds them by place: reading a view of them takes some
/// hundredths of a second, holding them all a tenth of a gigabyte for a million, and reading all their names seconds.
constexpr std::int64_t k_most_held = 20'000;

/// What there is so far is shown first after this time, then each time after twice as long.
constexpr double k_first_look_seconds = 0.25;

/// Asks PROJ, so it belongs on the worker.
std::optional<geo::Operation> conversion_of(const geo::Crs& from, const geo::Crs& to) {
    if (from == to) return std::nullopt;
    return geo::Transform(from, to).operation();
}

class Watch {
public:
    /// Now and then.
    bool is_time() {
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begun_;
        if (passed.count() < next_) return false;
        next_ = 2 * passed.count();
        return true;
    }

private:
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    double next_ = k_first_look_seconds;
};

/// Does one thing after the other, beside the thread that gives them.
class Aside {
public:
    /// What was given before must be finished.
    void start(std::function<void()> work) { under_way_ = std::async(std::launch::async, std::move(work)); }
    /// Waits. @throws what it threw
    void finish() {
        if (under_way_.valid()) under_way_.get();
    }

private:
    std::future<void> under_way_{};  ///< going waits for it
};

/// How much of a layer is looked at to guess what it looks like from afar.
struct Sampling {
    std::int64_t features;
    std::chrono::milliseconds patience;
};
/// About as many as make a picture of a layer; one that has hardly more is looked through.
constexpr Sampling k_sample{80'000, std::chrono::milliseconds(350)};
/// As many as are there before somebody wonders where the map is.
constexpr Sampling k_glance{3'000, std::chrono::milliseconds(40)};
/// Layers with fewer features for each one of a glance are looked through as soon as that.
constexpr std::int64_t k_worth_a_glance = 40;

/// Looking through its source takes some seconds: nobody should wait for that to find the way.
bool is_sampled(const LayerOrigin& source, const geo::LayerSize& size) {
    return size.source_features > source.most_at_once && size.features > 2 * k_sample.features;
}

/// nullptr where its source cannot give some features quickly.
std::shared_ptr<const PreparedLayer> sample_of(const LayerOrigin& source, const geo::LayerSize& size,
                                               const Sampling& sampling, base::Progress progress) {
    LargeLayerBuilder builder(size.features, size.head.extent);
    auto layer = geo::look_at_some(
        source.path, source.options, source.target, sampling.features, sampling.patience,
        [&](geo::Batch batch) { builder.add_sample(std::move(batch.shapes)); }, std::move(progress));
    if (!layer) return nullptr;
    if (!size.head.extent.is_empty()) layer->extent = size.head.extent;
    layer->report.features = size.features;
    return builder.finish(std::make_shared<const geo::Layer>(std::move(*layer)), size.features);
}

/// @returns whether there is one
bool glance(const LayerOrigin& source, const geo::LayerSize& size,
            const std::function<void(std::shared_ptr<const PreparedLayer>)>& partly, const base::Progress& progress) {
    if (size.features < k_worth_a_glance * k_glance.features) return false;
    auto seen = sample_of(source, size, k_glance, progress);
    if (!seen) return false;
    partly(std::move(seen));
    return true;
}

void look_through(ArrivedLayer& arrived, const LayerOrigin& source, const geo::LayerSize& size,
                  const std::function<void(std::shared_ptr<const PreparedLayer>)>& partly, base::Progress progress) {
    const auto address = source.overviews ? KeptOverviews::address_of(source, size) : std::nullopt;
    if (address) arrived.data = source.overviews->find(*address, size.head);
    if (arrived.data) return;
    if (partly && is_sampled(source, size)) arrived.data = sample_of(source, size, k_sample, progress);
    arrived.is_sample = arrived.data != nullptr;
    if (arrived.is_sample) return;
    // A glance shows all of the ground, what there is so far only a part of it.
    const bool has_glance = partly && glance(source, size, partly, progress);
    LargeLayerBuilder builder(size.features, size.head.extent);
    const auto head = std::make_shared<const geo::Layer>(size.head);
    Watch watch;
    geo::Shapes covered;  // changes places with what is read, so that the room of both is used again
    Aside covering;
    auto layer = geo::look_through(
        source.path, source.options, source.target, {},
        [&](geo::Batch batch) {
            covering.finish();
            std::swap(covered, batch.shapes);
            covering.start([&] {
                builder.add(covered);
                if (partly && !has_glance && watch.is_time()) partly(builder.so_far(head));
            });
        },
        std::move(progress));
    covering.finish();
    arrived.data = builder.finish(std::make_shared<const geo::Layer>(std::move(layer)));
    // Of a file that changed meanwhile nobody knows what was read.
    if (address && address == KeptOverviews::address_of(source, size)) arrived.overview = address;
}

Classes classes_by_attribute(const LayerOrigin& source, const std::string& field, const ClassChoice& choice,
                             base::Progress progress) {
    return classify(geo::field_of(source.path, source.options.layer, field, std::move(progress)), choice);
}

Classes classes_by_kind(const LayerOrigin& source, const KnownLayer& known, const std::vector<std::string>& attributes,
                        base::Progress progress) {
    std::vector<std::vector<std::string>> columns;
    for (const auto& attribute : attributes)
        columns.push_back(geo::field_of(source.path, source.options.layer, attribute,
                                        progress.part(1.0 / static_cast<double>(attributes.size()))));
    return classify(known, attributes, columns);
}

/// @throws base::Error when the attribute holds no number of inhabitants at all
void need_numbers(const Colouring& as, const std::vector<std::string>& figures) {
    if (std::any_of(figures.begin(), figures.end(), [](const auto& figure) { return !figure.empty(); })) return;
    throw base::Error({.code = "no-inhabitants",
                       .message = base::text("“{attribute}” does not say of any area how many people live there.",
                                             {{"attribute", as.inhabitants}}),
                       .advice = base::text("Choose another attribute for the inhabitants.")});
}

/// Ranges always: a figure is no name, however few different ones there are.
void colour_by_figure(ColouredLayer& made, const LayerOrigin& source, const geo::Layer& layer, const Colouring& as,
                      base::Progress progress) {
    auto counting = progress.part(0.7), reading = progress.part(0.3);
    const auto found = findings_in(layer.shapes, *as.marks, counting);
    made.findings = found.findings;
    made.outside = found.outside;
    std::vector<std::string> inhabitants;
    if (*as.figure == DistrictFigure::per_inhabitant && !as.inhabitants.empty())
        inhabitants = geo::field_of(source.path, source.options.layer, as.inhabitants, reading);
    auto choice = as.choice;
    if (choice.method == ClassMethod::automatic || choice.method == ClassMethod::values)
        choice.method = ClassMethod::quantiles;
    const auto figures = district_figures(*as.figure, layer, found.counts, inhabitants);
    if (*as.figure == DistrictFigure::per_inhabitant && !figures.empty()) need_numbers(as, figures);
    made.classes = classify(figures, choice);
}

/// The features come in the order in which their values came.
std::vector<std::shared_ptr<const PreparedLayer>> parts_by_place(const LayerOrigin& source, const geo::Layer& whole,
                                                                 const Classes& classes, base::Progress progress) {
    std::vector<LargeLayerBuilder> builders;
    for (const auto& one : classes.all) builders.emplace_back(one.count);
    std::size_t place = 0;
    const auto layer = std::make_shared<const geo::Layer>(geo::look_through(
        source.path, source.options, source.target, {},
        [&](geo::Batch batch) {
            for (std::uint32_t i = 0; i < batch.shapes.size(); ++i, ++place)
                if (place < classes.class_of.size() && classes.class_of[place] < builders.size())
                    builders[classes.class_of[place]].add(batch.shapes, i, whole.extent);
        },
        std::move(progress)));
    std::vector<std::shared_ptr<const PreparedLayer>> parts;
    for (auto& builder : builders) parts.push_back(builder.finish(layer));
    return parts;
}

/// Names of a layer that is held come with it: reading it once more for them would take as long again.
std::vector<std::string> fields_with_names(const LayerOrigin& source, const geo::LayerSize& size) {
    if (size.features > k_most_held) return {};
    if (source.names) return {*source.names};
    const auto name = source.options.layer.empty() ? size.head.name : source.options.layer;
    return possible_names(geo::telling_name(source.path, name), size.head.report.fields);
}

ArrivedLayer open_service(LayerOrigin source, const base::Progress& progress) {
    ArrivedLayer arrived;
    source.service = arrived.service = map_service_of(source, progress);
    arrived.picture = picture_of(source);
    arrived.conversion = conversion_of(arrived.picture->report.crs, source.target);
    return arrived;
}

}  // namespace

ArrivedLayer load_layer(const LayerOrigin& source,
                        const std::function<void(std::shared_ptr<const PreparedLayer>)>& partly,
                        base::Progress progress) {
    if (base::is_service(source.path.string())) return open_service(source, progress);
    ArrivedLayer arrived;
    try {
        const auto size = geo::size_of(source.path, source.options, source.target);
        arrived.conversion =
            size.head.report.crs.is_known() ? conversion_of(size.head.report.crs, source.target) : std::nullopt;
        if (size.is_read_by_place && size.features > k_most_held) {
            look_through(arrived, source, size, partly, std::move(progress));
            return arrived;
        }
        auto reading = progress.part(0.6), preparing = progress.part(0.4);
        auto options = source.options;
        options.fields = fields_with_names(source, size);
        arrived.data =
            prepare(std::make_shared<const geo::Layer>(geo::read_layer(source.path, options, source.target, reading)),
                    preparing);
    } catch (const base::Error& error) {
        if (error.problem().code != "raster") throw;
        arrived.picture = picture_of(source);
        arrived.conversion = conversion_of(arrived.picture->report.crs, source.target);
    }
    return arrived;
}

ColouredLayer colour_layer(const LayerOrigin& source, const std::shared_ptr<const PreparedLayer>& data,
                           const Colouring& as, const KnownLayer* known, base::Progress progress) {
    ColouredLayer made{.as = as, .fields = {as.by}};
    auto reading = progress.part(0.5), preparing = progress.part(0.5);
    if (known) {
        made.english = known->english;
        made.dutch = known->dutch;
        made.known = known;
        made.fields = deciding_attributes(*known, data->layer->report.fields);
        made.classes = classes_by_kind(source, *known, made.fields, reading);
    } else if (as.figure) {
        colour_by_figure(made, source, *data->layer, as, reading);
    } else {
        made.classes = classes_by_attribute(source, as.by, as.choice, reading);
    }
    made.parts = data->is_by_place
                     ? parts_by_place(source, *data->layer, made.classes, preparing)
                     : prepare_classes(data->layer, made.classes.class_of, made.classes.all.size(), preparing);
    return made;
}

}  // namespace app
