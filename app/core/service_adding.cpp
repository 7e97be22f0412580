// SPDX-License-Identifier: EUPL-1.2
#include "app/core/service_adding.hpp"

#include "app/core/desk.hpp"
#include "audit/query/fold.hpp"

#include <algorithm>

namespace app {
namespace {

bool holds(const std::string& text, const std::string& folded) {
    return audit::folded(text).find(folded) != std::string::npos;
}

const geo::OfferedLayer* layer_of(const geo::ServiceOffer& offer, const std::string& name) {
    const auto found =
        std::find_if(offer.layers.begin(), offer.layers.end(), [&](const auto& layer) { return layer.name == name; });
    return found == offer.layers.end() ? nullptr : &*found;
}

void take_offer(Desk& desk, geo::ServiceOffer offer) {
    auto& form = desk.state().service_form;
    if (!form) return;
    form->asking = 0;
    form->chosen.clear();
    if (offer.layers.size() == 1) form->chosen.insert(offer.layers.front().name);
    if (!offer.wanted.empty()) form->chosen.insert(offer.wanted);
    const bool many = offer.layers.size() > k_few_layers;
    const auto first = many ? "service/search" : "service/layer/" + offer.layers.front().name;
    desk.state().focus_wanted = form->chosen.empty() ? first : "service/add";
    form->offer = std::move(offer);
}

/// What came of asking: an offer, or why there is none.
struct Answer {
    std::optional<geo::ServiceOffer> offer{};
    std::optional<base::Problem> problem{};
};

Answer ask(const std::string& typed, geo::Door& door, const base::Progress& progress) {
    try {
        return {.offer = geo::look_at_service(typed, door, progress)};
    } catch (const base::Error& error) {
        return {.problem = error.problem()};
    }
}

/// The one layer that is meant; empty when somebody must choose.
std::set<std::string> meant(const geo::ServiceOffer& offer, const std::string& layer) {
    const auto& wanted = layer.empty() ? offer.wanted : layer;
    if (!wanted.empty()) return {wanted};
    if (offer.layers.size() == 1) return {offer.layers.front().name};
    return {};
}

}  // namespace

bool is_service_address(std::string_view text) { return !geo::read_pasted(text).url.empty(); }

void open_service_form(Desk& desk, const std::string& typed) {
    desk.state().service_form = ServiceForm{.typed = typed};
    desk.state().focus_wanted = "service/address";
    if (!typed.empty()) ask_for_offer(desk);
}

void ask_for_offer(Desk& desk) {
    auto& form = *desk.state().service_form;
    if (form.asking != 0) desk.service_jobs().cancel(form.asking);
    form.offer.reset();
    form.problem.reset();
    form.search.clear();
    form.asking =
        desk.service_jobs().start(base::text("Asking what the service offers"),
                                  [&desk, typed = form.typed](base::Progress progress) -> std::function<void()> {
                                      auto answer = ask(typed, desk.door(), progress);
                                      return [&desk, typed, answer = std::move(answer)] {
                                          auto& now = desk.state().service_form;
                                          if (!now || now->typed != typed) return;
                                          now->asking = 0;
                                          now->problem = answer.problem;
                                          if (answer.offer) take_offer(desk, *answer.offer);
                                      };
                                  });
}

std::optional<base::Text> why_not_addable(const ServiceForm& form) {
    if (!form.offer) return base::text("Ask first what the service offers.");
    if (form.chosen.empty()) return base::text("Choose at least one layer.");
    return std::nullopt;
}

void add_chosen(Desk& desk) {
    auto& state = desk.state();
    const auto form = *state.service_form;
    auto actions = service_layer_actions(*form.offer, form.chosen, {}, form.attribution, *state.snapshot);
    if (actions.empty())
        throw base::Refusal({.code = "layer-there",
                             .message = base::text("It is among the layers already."),
                             .advice = base::text("Choose another one.")});
    state.service_form.reset();
    state.start_open = false;
    state.wants_fit = state.snapshot->layers.empty() && state.snapshot->findings.empty();
    const auto count = actions.size();
    desk.perform_many("layer-add", std::move(actions),
                      count == 1 ? base::text("The layer was added.")
                                 : base::text("{count} layers were added.", {{"count", std::to_string(count)}}));
}

std::vector<geo::OfferedLayer> layers_found(const ServiceForm& form) {
    std::vector<geo::OfferedLayer> found;
    if (!form.offer) return found;
    const auto wanted = audit::folded(form.search);
    for (const auto& layer : form.offer->layers)
        if (wanted.empty() || holds(layer.title, wanted) || holds(layer.name, wanted)) found.push_back(layer);
    return found;
}

base::JobId add_service(Desk& desk, const std::string& address, const std::string& layer, const std::string& crs,
                        const std::string& name) {
    const std::string asked_for = desk.state().snapshot ? desk.state().snapshot->info.uuid : std::string();
    return desk.service_jobs().start(
        base::text("Asking what the service offers"),
        [&desk, address, layer, crs, name, asked_for](base::Progress progress) -> std::function<void()> {
            auto offer = geo::look_at_service(address, desk.door(), progress);
            return [&desk, address, layer, crs, name, asked_for, offer = std::move(offer)] {
                const auto& snapshot = desk.state().snapshot;
                if (!snapshot || snapshot->info.uuid != asked_for) return;
                const auto one = meant(offer, layer);
                if (one.empty()) {
                    open_service_form(desk, {});
                    desk.state().service_form->typed = address;
                    return take_offer(desk, offer);
                }
                auto named = offer;
                if (!name.empty())
                    for (auto& each : named.layers) each.title = name;
                auto actions = service_layer_actions(named, one, crs, {}, *snapshot);
                if (!actions.empty()) desk.store().perform("layer-add", std::move(actions));
            };
        });
}

std::vector<audit::DossierAction> service_layer_actions(const geo::ServiceOffer& offer,
                                                        const std::set<std::string>& chosen, const std::string& crs,
                                                        const std::string& attribution,
                                                        const audit::Snapshot& snapshot) {
    std::vector<audit::DossierAction> actions;
    const auto path = offer.address.text();
    for (const auto& name : chosen) {
        const auto* layer = layer_of(offer, name);
        const bool there = std::any_of(snapshot.layers.begin(), snapshot.layers.end(), [&](const auto& source) {
            return source.path == path && source.layer == name && source.crs == crs;
        });
        if (!layer || there) continue;
        const auto& whose = layer->attribution.empty() ? attribution : layer->attribution;
        actions.push_back(audit::AddLayer{.path = path,
                                          .layer = name,
                                          .crs = crs,
                                          .name = layer->title,
                                          .at_bottom = geo::is_of_pictures(offer.address.kind),
                                          .style = looks_to_json({.attribution = whose}, {})});
    }
    return actions;
}

void follow_seen_bytes(Desk& desk) {
    auto& state = desk.state();
    if (state.seen_bytes || state.seen_asking != 0) return;
    state.seen_asking =
        desk.errands().start(base::text("Counting what is kept"), [&desk](base::Progress) -> std::function<void()> {
            const auto bytes = desk.door().shelf().bytes();
            return [&desk, bytes] {
                desk.state().seen_bytes = bytes;
                desk.state().seen_asking = 0;
            };
        });
}

void forget_seen(Desk& desk) {
    desk.errands().start(base::text("Throwing away what is kept"), [&desk](base::Progress) -> std::function<void()> {
        desk.door().shelf().clear();
        return [&desk] {
            desk.state().seen_bytes.reset();
            desk.state().notice = Notice{.message = base::text("What was kept of services is thrown away.")};
        };
    });
}

}  // namespace app
