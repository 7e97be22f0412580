// SPDX-License-Identifier: EUPL-1.2
#include "app/core/layers.hpp"

#include "geo/source/source.hpp"

#include <algorithm>
#include <utility>

namespace app {
namespace {

bool same_source(const audit::LayerSource& a, const audit::LayerSource& b) {
    return a.uuid == b.uuid && a.path == b.path && a.layer == b.layer && a.crs == b.crs;
}

std::shared_ptr<const PreparedLayer> load(const audit::LayerSource& source, const geo::Crs& target,
                                          base::Progress progress) {
    geo::SourceOptions options{.layer = source.layer};
    if (!source.crs.empty()) options.crs = geo::Crs::parse(source.crs);
    auto reading = progress.part(0.6);
    auto preparing = progress.part(0.4);
    auto layer = std::make_shared<const geo::Layer>(geo::read_layer(source.path, options, target, reading));
    return prepare(std::move(layer), preparing);
}

/// Asks PROJ, so it belongs on the worker.
std::optional<geo::Operation> conversion_of(const geo::Crs& from, const geo::Crs& to) {
    if (from == to) return std::nullopt;
    return geo::Transform(from, to).operation();
}

base::Problem unexpected(const std::exception& error) {
    base::Problem problem{.code = "layer-failed", .message = base::text("The layer could not be loaded.")};
    problem.advice = base::text("Try again; if it stays, report it with the technical text.");
    problem.detail = error.what();
    return problem;
}

}  // namespace

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
    }
    for (const auto& gone : before)
        if (gone.state == LoadedLayer::State::loading) jobs_.cancel(gone.job);
    ++generation_;
}

void Layers::start(LoadedLayer& layer) {
    layer.state = LoadedLayer::State::loading;
    layer.problem.reset();
    const auto source = layer.source;
    const auto target = crs_;
    const std::weak_ptr<char> alive = alive_;
    const std::uint64_t ticket = ++last_ticket_;
    // The answer of a load that was replaced meanwhile must find nothing: hence the ticket.
    const auto arrive = [this, alive, uuid = source.uuid, ticket](auto&& change) {
        if (alive.expired()) return;
        if (auto* found = find_job(uuid, ticket)) {
            change(*found);
            ++generation_;
        }
    };
    const auto work = [source, target, arrive](base::Progress progress) -> std::function<void()> {
        const auto fail = [arrive](base::Problem problem) -> std::function<void()> {
            return [arrive, problem = std::move(problem)] {
                arrive([&](LoadedLayer& found) {
                    found.state = LoadedLayer::State::failed;
                    found.problem = problem;
                });
            };
        };
        try {
            auto data = load(source, target, progress);
            auto conversion = conversion_of(data->layer->report.crs, target);
            return [arrive, data = std::move(data), conversion = std::move(conversion)] {
                arrive([&](LoadedLayer& found) {
                    found.state = LoadedLayer::State::ready;
                    found.data = data;
                    found.conversion = conversion;
                });
            };
        } catch (const base::Cancelled&) {
            throw;
        } catch (const base::Error& error) {
            return fail(error.problem());
        } catch (const std::exception& error) {
            return fail(unexpected(error));
        }
    };
    layer.ticket = ticket;
    layer.job = jobs_.start(base::text("Loading {layer}", {{"layer", source.name}}), work);
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

void Layers::cancel(const std::string& uuid) {
    for (auto& layer : layers_)
        if (layer.source.uuid == uuid && layer.state == LoadedLayer::State::loading) {
            jobs_.cancel(layer.job);
            layer.state = LoadedLayer::State::cancelled;
            ++generation_;
        }
}

void Layers::retry(const std::string& uuid) {
    for (auto& layer : layers_)
        if (layer.source.uuid == uuid && layer.state != LoadedLayer::State::ready) start(layer);
}

geo::Box Layers::box() const {
    geo::Box all;
    for (const auto& layer : layers_)
        if (layer.data && layer.source.visible) all.grow(layer.data->layer->extent);
    return all;
}

}  // namespace app
