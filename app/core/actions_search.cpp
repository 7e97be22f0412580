// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "app/core/searching.hpp"

#include <utility>

namespace app {
namespace {

/// Those that a person can ask for by name; why some cannot be done now is said beside them.
std::vector<SearchHit> action_hits(const State& state) {
    std::vector<SearchHit> hits;
    for (const auto& action : all_actions()) {
        if (!action.by_name && action.shortcut.empty()) continue;
        SearchHit hit{.kind = SearchHit::Kind::action,
                      .key = std::string(action.name),
                      .text = base::say(action.label),
                      .beside = std::string(action.shortcut)};
        if (const auto reason = refusal_of(action, state)) hit.reason = base::say(*reason);
        hits.push_back(std::move(hit));
    }
    return hits;
}

void ask_places(Desk& desk) {
    auto& places = desk.state().places;
    if (places.reading || !desk.state().snapshot) return;
    if (places.names && places.layers == desk.layers().generation()) return;
    std::vector<NamedLayer> layers;
    for (const auto& layer : desk.layers().all())
        if (layer.data)
            layers.push_back({layer.source.name, layer.readable().path, layer.readable().layer, layer.data});
    places.reading = true;
    places.layers = desk.layers().generation();
    const auto arrive = [&desk](std::shared_ptr<const PlaceNames> names) {
        desk.state().places.names = std::move(names);
        desk.state().places.reading = false;
        if (desk.state().search) desk.state().search->asked.clear();  // what is typed is looked for among them too
    };
    desk.jobs().start(base::text("Reading the names of streets and places"),
                      [arrive, layers](base::Progress progress) -> std::function<void()> {
                          try {
                              auto names = std::make_shared<const PlaceNames>(read_place_names(layers, progress));
                              return [arrive, names] { arrive(names); };
                          } catch (const base::Cancelled&) {
                              return [arrive] { arrive(std::make_shared<const PlaceNames>()); };
                          }
                      });
}

void go_to_place(Desk& desk, const SearchHit& hit) {
    auto& state = desk.state();
    if (hit.box.is_empty()) return;
    // A square is shown with the streets around it.
    const auto& crs = state.snapshot->info.crs;
    const double around = crs.is_geographic() ? 0.0006 : 60 / crs.metres_per_unit();
    state.camera = state.camera.fitted(hit.box.widened(around));
    state.wants_fit = false;
    state.camera_stepped = true;
}

void go_to_finding(Desk& desk, const std::string& uuid) {
    desk.dispatch("finding-show", uuid);
    if (desk.state().mode == Mode::follow) desk.dispatch("mode-review");
}

}  // namespace

void follow_search(Desk& desk) {
    auto& state = desk.state();
    if (!state.search) return;
    auto& search = *state.search;
    ask_places(desk);
    if (search.asked == search.text) return;
    search.asked = search.text;
    desk.errands().cancel(search.asking);
    SearchInput input{.text = search.text,
                      .snapshot = state.snapshot,
                      .places = state.places.names,
                      .actions = action_hits(state),
                      .language = base::language()};
    search.asking =
        desk.errands().start(base::text("Searching"), [&desk, input = std::move(input)](base::Progress progress) {
            auto hits = find_everything(input, progress);
            return std::function<void()>([&desk, text = input.text, hits = std::move(hits)] {
                auto& now = desk.state().search;
                if (!now || now->asked != text) return;
                now->hits = hits;
                now->answered = text;
            });
        });
}

void go_to_hit(Desk& desk, const SearchHit& hit) {
    if (hit.kind == SearchHit::Kind::action && !hit.reason.empty())
        return desk.say_failed({.code = "refused", .message = {hit.reason, {}, {}}}, true);
    desk.state().search.reset();
    desk.state().focus_wanted = "map";
    switch (hit.kind) {
        case SearchHit::Kind::action:
            return desk.dispatch(hit.key);
        case SearchHit::Kind::place:
            return go_to_place(desk, hit);
        case SearchHit::Kind::finding:
            return go_to_finding(desk, hit.key);
        case SearchHit::Kind::goal:
            desk.state().goal = hit.key;
            return desk.dispatch("mode-follow");
    }
}

std::vector<Action> search_actions() {
    return {{.name = "search",
             .label = base::text("Search everything"),
             .icon = "search",
             .shortcut = "Ctrl+K",
             .apply = [](Desk& desk, const std::string&) {
                 desk.state().search = Search{};
                 desk.state().focus_wanted = "search/text";
             }}};
}

}  // namespace app
