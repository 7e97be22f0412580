// SPDX-License-Identifier: EUPL-1.2
#include "app/core/layers.hpp"

#include "app/core/guarded.hpp"
#include "app/core/kept_overviews.hpp"
#include "app/core/layer_loading.hpp"
#include "app/core/layer_styles.hpp"
#include "app/core/names.hpp"
#include "geo/base/priority.hpp"

#include <algorithm>
#include <utility>

namespace app {
namespace {

bool same_source(const audit::LayerSource& a, const audit::LayerSource& b) {
    return a.uuid == b.uuid && a.path == b.path && a.layer == b.layer && a.crs == b.crs;
}

/// Until a service that could not be opened is asked again; doubled with every time in vain.
constexpr std::chrono::milliseconds k_first_wait{3'000}, k_longest_wait{300'000};

/// Telling the objects of larger layers apart takes longer than it is worth without being asked.
constexpr std::size_t k_most_without_asking = 300'000;

/// The rule for layers of its kind; nullptr when there is none.
const KnownLayer* known_kind(const LoadedLayer& layer) {
    const auto& fields = layer.data->layer->report.fields;
    if (layer.data->feature_count > k_most_without_asking) return nullptr;
    const auto* known = known_layer(kind_name(layer.source), fields);
    return known ? known : known_layer(layer.source.name, fields);
}

void forget_data(LoadedLayer& layer) {
    layer.data.reset();
    layer.in_view.reset();
}

Colouring colouring_of(const LoadedLayer& layer, const LayerLooks& looks,
                       const std::shared_ptr<const MarkLayer>& marks) {
    if (!looks.figure || !can_show_figures(layer)) return {.by = looks.colour_by, .choice = looks.classes};
    Colouring wanted{.choice = looks.classes, .figure = looks.figure, .marks = marks};
    if (looks.figure == DistrictFigure::per_inhabitant)
        wanted.inhabitants = looks.inhabitants_by.empty() ? inhabitants_attribute(layer.data->layer->report.fields)
                                                          : looks.inhabitants_by;
    return wanted;
}

/// What of its features is to be read beside where they are, at this scale.
RegionWish wish_of(const LoadedLayer& layer, double units_per_style_pixel) {
    RegionWish wish;
    const auto names = names_of(layer);
    if (names && units_per_style_pixel <= look_of(names->role).widest) wish.names = names->attribute;
    const auto& coloured = layer.coloured;
    if (!coloured || coloured->parts.empty()) return wish;
    wish.coloured_as = coloured;
    wish.class_fields = coloured->fields;
    wish.classes = coloured->parts.size();
    wish.classes_of = [coloured](const std::vector<std::vector<std::string>>& columns) {
        return coloured->known ? classify(*coloured->known, coloured->fields, columns).class_of
                               : classes_of(coloured->classes, columns.front());
    };
    return wish;
}

}  // namespace

bool can_show_figures(const LoadedLayer& layer) {
    if (!layer.data || layer.data->is_by_place) return false;
    return layer.data->kind == geo::Kind::polygon || layer.data->kind == geo::Kind::multi_polygon;
}

geo::Box LoadedLayer::extent() const {
    if (data) return data->layer->extent;
    return image ? image->picture()->extent : geo::Box{};
}

geo::Crs LoadedLayer::crs() const {
    if (data) return data->layer->report.crs;
    return image ? image->picture()->report.crs : geo::Crs{};
}

audit::LayerSource LoadedLayer::readable() const {
    auto from = source;
    if (objects) {
        from.path = objects->file();
        from.layer = geo::k_objects_layer;
    }
    return from;
}

const base::Problems* LoadedLayer::remarks() const {
    if (objects) return &objects->problems();
    if (data) return &data->layer->report.problems;
    return image ? &image->picture()->report.problems : nullptr;
}

void Layers::follow(const audit::Snapshot& snapshot) {
    const bool other_crs = !(crs_ == snapshot.info.crs);
    crs_ = snapshot.info.crs;
    std::vector<LoadedLayer> before = std::exchange(layers_, {});
    for (const auto& source : snapshot.layers) {
        const auto known = std::find_if(before.begin(), before.end(),
                                        [&](const auto& layer) { return same_source(layer.source, source); });
        if (known == before.end() || other_crs) {
            layers_.push_back({.source = source});
            start(layers_.back());
            continue;
        }
        layers_.push_back(std::move(*known));
        layers_.back().source = source;
        before.erase(known);
        colour(layers_.back());
    }
    for (const auto& gone : before)
        for (auto* jobs : {&jobs_for(gone), &view_jobs_.later}) jobs->cancel(gone.job);
    ++generation_;
}

/// Its CRS is only known once what was given for it is understood, which is the worker's work.
LayerOrigin Layers::origin_of(const audit::LayerSource& layer) const {
    return {.path = layer.path,
            .options = {.layer = layer.layer},
            .target = crs_,
            .door = services_.door,
            .overviews = overviews_,
            .most_at_once = first_looks_.most_at_once};
}

LayerOrigin Layers::source_of(const LoadedLayer& layer) const {
    auto source = origin_of(layer.readable());
    if (!layer.objects && !layer.source.crs.empty()) source.options.crs = geo::Crs::parse(layer.source.crs);
    return source;
}

void Layers::start_objects(LoadedLayer& layer) {
    layer.state = LoadedLayer::State::loading;
    layer.problem.reset();
    layer.job = 0;
    const geo::ObjectsWanted wanted{
        .address = *geo::service_address(layer.source.path), .layer = layer.source.layer, .target = crs_};
    layer.objects = std::make_shared<ObjectFeed>(services_, wanted, layer.source.name,
                                                 [this, uuid = layer.source.uuid] { take_objects(uuid); });
}

/// What answers for earlier objects is stale: hence the new ticket.
void Layers::take_objects(const std::string& uuid) {
    const auto layer =
        std::find_if(layers_.begin(), layers_.end(), [&](const auto& each) { return each.source.uuid == uuid; });
    if (layer == layers_.end() || !layer->objects) return;
    ++generation_;
    const auto& feed = *layer->objects;
    layer->state = feed.data() ? LoadedLayer::State::ready : LoadedLayer::State::failed;
    layer->problem = feed.data() ? std::nullopt : feed.failure();
    if (!feed.data() || layer->data == feed.data()) return;
    layer->data = feed.data();
    layer->conversion = feed.conversion();
    layer->ticket = ++last_ticket_;
    layer->colouring.reset();
    if (!feed.data()->layer->fids.empty()) colour(*layer);
}

void Layers::start(LoadedLayer& layer) {
    const auto address = geo::service_address(layer.source.path);
    if (address && !geo::is_of_pictures(address->kind)) return start_objects(layer);
    layer.state = LoadedLayer::State::loading;
    layer.problem.reset();
    forget_data(layer);
    layer.ticket = ++last_ticket_;
    layer.next_try.reset();
    load(layer, jobs_for(layer), base::text("Loading {layer}", {{"layer", layer.source.name}}), first_looks_.wanted);
}

/// What is there of it is only a sample.
void Layers::complete(LoadedLayer& layer) {
    load(layer, view_jobs_.later, base::text("Looking through all of {layer}", {{"layer", layer.source.name}}), false);
}

void Layers::load(LoadedLayer& layer, base::Jobs& jobs, base::Text name, bool is_watched) {
    auto work = [this, &jobs, is_later = &jobs == &view_jobs_.later, alive = std::weak_ptr<char>(alive_), is_watched,
                 given = layer.source.crs, source = origin_of(layer.source), uuid = layer.source.uuid,
                 ticket = layer.ticket,
                 names = layer.looks().label_by](base::Progress progress) -> std::function<void()> {
        if (is_later) base::set_priority(base::Priority::background);  // its worker does nothing else
        std::function<void(std::shared_ptr<const PreparedLayer>)> partly;
        if (is_watched)
            partly = [&](std::shared_ptr<const PreparedLayer> data) {
                jobs.bring([this, alive, uuid, ticket, data] {
                    if (!alive.expired()) arrive_partly(uuid, ticket, data);
                });
            };
        auto arrived = guarded<ArrivedLayer>([&] {
            auto whole = source;
            whole.names = names;
            if (!given.empty()) whole.options.crs = geo::Crs::parse(given);
            return load_layer(whole, partly, progress);
        });
        return [this, alive, uuid, ticket, arrived = std::move(arrived)]() mutable {
            if (!alive.expired()) arrive(uuid, ticket, std::move(arrived));
        };
    };
    layer.job = jobs.start(std::move(name), std::move(work));
}

/// The answer of a load that was replaced meanwhile must find nothing: hence the ticket.
void Layers::arrive(const std::string& uuid, std::uint64_t ticket, ArrivedLayer arrived) {
    auto* layer = find_job(uuid, ticket);
    if (!layer) return;
    ++generation_;
    ++arrivals_;
    layer->problem = std::move(arrived.problem);
    if (layer->problem) {
        forget_data(*layer);
        layer->state =
            layer->problem->code == "source-missing" ? LoadedLayer::State::missing : LoadedLayer::State::failed;
        plan_next_try(*layer);
        return;
    }
    layer->tries = 0;
    layer->state = LoadedLayer::State::ready;
    layer->data = std::move(arrived.data);
    layer->conversion = std::move(arrived.conversion);
    if (arrived.picture) {
        auto source = source_of(*layer);
        source.service = std::move(arrived.service);
        layer->image = std::make_shared<PictureFeed>(
            jobs_for(*layer), std::move(source), std::move(arrived.picture), [this] { ++view_changes_; },
            services_.clock);
    }
    see(*layer);
    colour(*layer);
    if (arrived.overview) unkept_.push_back({*arrived.overview, layer->data});
    if (arrived.is_sample) complete(*layer);
}

/// Nobody waits for the disk; least of all who waits for other layers.
void Layers::keep_overviews() {
    if (unkept_.empty() || are_coming()) return;
    view_jobs_.ahead.start(base::text("Keeping how the layers look"),
                           [overviews = overviews_, unkept = std::exchange(unkept_, {})](const base::Progress&) {
                               base::set_priority(base::Priority::background);  // its worker does nothing else
                               for (const auto& [address, data] : unkept) overviews->keep(address, *data);
                               return std::function<void()>();
                           });
}

/// It stays in the state of loading.
void Layers::arrive_partly(const std::string& uuid, std::uint64_t ticket, std::shared_ptr<const PreparedLayer> data) {
    auto* layer = find_job(uuid, ticket);
    if (!layer || layer->state != LoadedLayer::State::loading) return;
    ++generation_;
    ++arrivals_;
    layer->data = std::move(data);
    see(*layer);
}

void Layers::see(LoadedLayer& layer) {
    if (!layer.data || !layer.data->is_by_place || layer.in_view) return;
    layer.in_view = std::make_shared<RegionFeed>(view_jobs_, source_of(layer), [this] { ++view_changes_; });
}

/// Its server may be well again without anybody doing something about it.
void Layers::plan_next_try(LoadedLayer& layer) const {
    if (!layer.is_service() || layer.problem->code != "service-away") return;
    layer.next_try = services_.clock() + std::min(k_longest_wait, k_first_wait * (1 << std::min(layer.tries, 10)));
    ++layer.tries;
}

void Layers::colour(LoadedLayer& layer) {
    if (!layer.data || layer.state != LoadedLayer::State::ready) return;
    const auto looks = layer.looks();
    const auto wanted = colouring_of(layer, looks, marks_);
    if (layer.colouring == wanted) return;
    // Other findings in the same areas: what was shown stays until they are counted.
    const bool is_recount = wanted.figure && layer.colouring && layer.colouring->figure == wanted.figure;
    layer.colouring = wanted;
    if (!is_recount) layer.coloured.reset();
    const auto* known = wanted.by.empty() && !wanted.figure ? known_kind(layer) : nullptr;
    if (wanted.figure ? !wanted.marks : wanted.by.empty() && !known) return;
    const std::weak_ptr<char> alive = alive_;
    jobs_.start(base::text("Colouring {layer}", {{"layer", layer.source.name}}),
                [this, alive, wanted, known, source = source_of(layer), uuid = layer.source.uuid, data = layer.data,
                 ticket = layer.ticket](base::Progress progress) -> std::function<void()> {
                    auto coloured = guarded<ColouredLayer>(
                        [&] { return colour_layer(source, data, wanted, known, std::move(progress)); });
                    coloured.as = wanted;
                    auto frozen = std::make_shared<const ColouredLayer>(std::move(coloured));
                    return [this, alive, uuid, ticket, frozen] {
                        if (alive.expired()) return;
                        auto* found = find_job(uuid, ticket);
                        if (!found || found->colouring != frozen->as) return;
                        found->coloured = frozen;
                        ++generation_;
                    };
                });
}

LoadedLayer* Layers::find_job(const std::string& uuid, std::uint64_t ticket) {
    for (auto& layer : layers_)
        if (layer.source.uuid == uuid && layer.ticket == ticket) return &layer;
    return nullptr;
}

const LoadedLayer* Layers::find(std::string_view uuid) const {
    for (const auto& layer : layers_)
        if (layer.source.uuid == uuid) return &layer;
    return nullptr;
}

void Layers::follow_findings(const std::shared_ptr<const MarkLayer>& marks) {
    if (marks == marks_) return;
    marks_ = marks;
    for (auto& layer : layers_)
        if (layer.looks().figure) colour(layer);
}

void Layers::cancel(const std::string& uuid) {
    for (auto& layer : layers_)
        if (layer.source.uuid == uuid && layer.state == LoadedLayer::State::loading) {
            jobs_for(layer).cancel(layer.job);
            layer.objects.reset();
            layer.state = LoadedLayer::State::cancelled;
            forget_data(layer);
            ++generation_;
        }
}

void Layers::retry(const std::string& uuid) {
    for (auto& layer : layers_) {
        if (layer.source.uuid != uuid) continue;
        if (layer.image) layer.image->try_again();
        if (layer.objects) layer.objects->try_again();
        if (const auto address = geo::service_address(layer.source.path)) services_.door->try_again(address->url);
        if (layer.state != LoadedLayer::State::ready) start(layer);
    }
}

void Layers::look(const Camera& camera, bool is_calm) {
    for (auto& layer : layers_) {
        if (!layer.source.visible) continue;
        if (layer.image) layer.image->look(camera);
        if (layer.objects) layer.objects->look(camera);
        if (layer.in_view) look(layer, camera, is_calm);
        if (layer.next_try && services_.clock() >= *layer.next_try) start(layer);
    }
    keep_overviews();
}

void Layers::look(LoadedLayer& layer, const Camera& camera, bool is_calm) {
    const double units = camera.view.units_per_pixel, style_units = units * camera.pixel_ratio;
    if (layer.data->coverage.serves(units)) return;
    if (style_units > style_of(layer, Theme::light).widest_units_per_pixel) return;
    layer.in_view->look(camera, *layer.data, wish_of(layer, style_units), is_calm);
}

bool Layers::are_coming() const {
    return std::any_of(layers_.begin(), layers_.end(), [](const LoadedLayer& layer) {
        return layer.source.visible && !layer.is_service() && layer.state == LoadedLayer::State::loading;
    });
}

std::optional<base::Time> Layers::due() const {
    std::optional<base::Time> first;
    for (const auto& layer : layers_) {
        if (!layer.source.visible) continue;
        for (const auto& due : {layer.next_try, layer.image ? layer.image->due() : std::nullopt,
                                layer.objects ? layer.objects->due() : std::nullopt})
            if (due && (!first || *due < *first)) first = due;
    }
    return first;
}

geo::Box Layers::box() const {
    geo::Box all, served;
    for (const auto& layer : layers_)
        if (layer.source.visible) (layer.is_service() ? served : all).grow(layer.extent());
    return all.is_empty() ? served : all;
}

}  // namespace app
