// SPDX-License-Identifier: EUPL-1.2
#include "app/core/map_hand.hpp"

#include "app/core/drawing_hand.hpp"
#include "app/core/selecting.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>

namespace app {
namespace {

const std::string& layer_word(const LoadedLayer& layer) {
    return layer.source.layer.empty() ? layer.source.name : layer.source.layer;
}

UnderPointer::Thing thing_of(Desk& desk, const Scene& scene, const Picked& picked) {
    UnderPointer::Thing thing;
    if (picked.mark) {
        const auto& finding = desk.views().finding_at(*picked.mark);
        thing.finding = finding.uuid;
        thing.text = title_of(*desk.state().snapshot->catalogue, finding, base::language());
        return thing;
    }
    const auto& drawn = scene.layers[picked.layer];
    thing.layer = drawn.id;
    const auto& features = *drawn.features()->layer;
    thing.fid = features.fids[picked.item];
    thing.shape = std::make_shared<const geo::Shape>(features.shapes.shape(picked.item));
    const auto* layer = desk.layers().find(drawn.id);
    thing.text = feature_words(layer ? layer->source.name : "", thing.fid);
    return thing;
}

std::vector<UnderPointer::Thing> things_at(Desk& desk, Pixel at) {
    std::vector<UnderPointer::Thing> things;
    const Scene& scene = desk.views().scene();
    for (const auto& picked : pick(scene, desk.state().camera, at)) things.push_back(thing_of(desk, scene, picked));
    return things;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The categories whose usual ground lies here: of what lies on top first, then in the order of the catalogue.
std::vector<std::string> suggested_categories(const audit::Catalogue& catalogue, const Layers& layers,
                                              const std::vector<UnderPointer::Thing>& things) {
    std::vector<std::string> fitting;
    for (const auto& thing : things) {
        const auto* layer = layers.find(thing.layer);
        if (!layer) continue;
        for (const auto& category : catalogue.categories)
            if (contains(category.suggested_on, layer_word(*layer)) && !contains(fitting, category.id))
                fitting.push_back(category.id);
    }
    return fitting;
}

std::optional<std::size_t> cluster_under(Desk& desk, Pixel at) {
    const auto& clusters = desk.views().scene().clusters;
    return clusters ? cluster_at(*clusters, desk.state().camera, at) : std::nullopt;
}

/// What the bottom line says of a cluster.
std::string cluster_words(const Cluster& one) {
    const std::string count = base::number_for_people(static_cast<double>(one.items.size()), 0, base::language());
    if (!one.needs_work)
        return base::say(base::text("{count} findings together, nothing left to do", {{"count", count}}));
    if (!one.worst) return base::say(base::text("{count} findings together", {{"count", count}}));
    return base::say(base::text("{count} findings together, the gravest: {severity}",
                                {{"count", count}, {"severity", base::say(audit::label_of(*one.worst))}}));
}

/// Findings at one place are never told apart by coming closer: they are listed instead.
void list_cluster(Desk& desk, const Cluster& one) {
    constexpr std::size_t most = 100;
    UnderPointer under{one.place, {}};
    for (const auto item : one.items) {
        if (under.things.size() == most) break;
        const auto& finding = desk.views().finding_at(item);
        under.things.push_back(
            {.finding = finding.uuid, .text = title_of(*desk.state().snapshot->catalogue, finding, base::language())});
    }
    under.left_out = one.items.size() - under.things.size();
    desk.state().under = std::move(under);
}

/// Comes close enough that it falls apart.
void open_cluster(Desk& desk, const Cluster& one) {
    auto& state = desk.state();
    state.under.reset();
    constexpr double least_apart = 0.5;  // CRS units; nearer is the same place
    const double side = std::max(one.box.width(), one.box.height());
    const auto next = state.camera.fitted(one.box, 80);
    if (side < least_apart || next.view.units_per_pixel >= state.camera.view.units_per_pixel)
        return list_cluster(desk, one);
    state.wants_fit = false;
    state.camera = next;
    state.camera_stepped = true;
}

void select_at(Desk& desk, Pixel at) {
    auto& state = desk.state();
    if (const auto found = cluster_under(desk, at)) {
        const auto clusters = desk.views().scene().clusters;  // stays while the map changes
        return open_cluster(desk, clusters->all[*found]);
    }
    auto things = things_at(desk, at);
    state.under.reset();
    if (things.empty()) {
        pick_only(state, {});
    } else if (things.size() == 1) {
        select_thing(desk, things.front());
    } else {
        state.under = UnderPointer{state.camera.to_world(at), std::move(things)};
    }
}

}  // namespace

std::string feature_words(const std::string& layer, std::int64_t fid) {
    return base::say(base::text("{layer}, object {number}", {{"layer", layer}, {"number", std::to_string(fid)}}));
}

void click_map(Desk& desk, Pixel at) {
    auto& state = desk.state();
    if (!state.snapshot) return;
    if (takes_corners(state.tool)) return add_corner(desk, at);
    if (state.tool == Tool::reshape) return click_shape(desk, at);
    if (state.tool == Tool::point) return begin_finding(desk, geo::Shape::point(place_for(desk, at)));
    // The open form keeps the map's clicks: a new point moves, so that a first guess can be mended.
    if (state.draft) {
        if (state.draft->shape.kind != geo::Kind::point || !state.draft->is_new() || state.saving) return;
        state.draft->shape = geo::Shape::point(state.camera.to_world(at));
        return desk.keep_draft();
    }
    select_at(desk, at);
}

void double_click_map(Desk& desk, Pixel at) {
    auto& state = desk.state();
    if (takes_corners(state.tool)) return finish_drawing(desk);
    if (!state.draft) zoom_map(desk, 2.0, at);
}

void point_at(Desk& desk, Pixel at) {
    auto& state = desk.state();
    state.pointer = state.camera.to_world(at);
    if (state.tool != Tool::select && state.snapshot) {
        place_for(desk, at);
        return;
    }
    if (state.looked_at && *state.looked_at == at && state.looked_from == state.camera) return;
    state.looked_at = at;
    state.looked_from = state.camera;
    state.hovered.reset();
    const auto& scene = desk.views().scene();
    if (const auto found = cluster_under(desk, at)) {
        state.hovered = HoveredMark{.clusters = scene.clusters.get(), .item = static_cast<std::uint32_t>(*found)};
        state.under_text = cluster_words(scene.clusters->all[*found]);
        return;
    }
    const auto picked = pick(scene, state.camera, at);
    if (!picked.empty() && picked.front().mark)
        state.hovered = HoveredMark{.marks = scene.marks.get(), .item = *picked.front().mark};
    state.under_text = picked.empty() ? "" : thing_of(desk, scene, picked.front()).text;
}

void leave_map(Desk& desk) {
    desk.state().pointer.reset();
    desk.state().under_text.clear();
    desk.state().hovered.reset();
    desk.state().looked_at.reset();
    desk.state().drawing.snapped.reset();
}

void drag_map(Desk& desk, double dx, double dy) {
    desk.state().wants_fit = false;
    desk.state().camera = desk.state().camera.panned(dx, dy);
}

Drag begin_drag(Desk& desk, Pixel at, bool box) {
    auto& state = desk.state();
    if (state.tool == Tool::reshape)
        if (const auto corner = corner_at(state, at)) {
            state.drawing.chosen = *corner;
            move_chosen(desk, place_for(desk, at), true);
            return Drag::corner;
        }
    if (!box || state.tool != Tool::select || state.draft || !state.snapshot) return Drag::map;
    state.drawing.box_from = state.drawing.box_to = state.camera.to_world(at);
    return Drag::box;
}

void drag_to(Desk& desk, Drag drag, Pixel at, double dx, double dy) {
    auto& state = desk.state();
    if (drag == Drag::map) return drag_map(desk, dx, dy);
    if (drag == Drag::corner) return move_chosen(desk, place_for(desk, at), false);
    state.drawing.box_to = state.camera.to_world(at);
}

void end_drag(Desk& desk, Drag drag) {
    auto& drawing = desk.state().drawing;
    if (drag == Drag::box && drawing.box_from && drawing.box_to) {
        geo::Box box;
        box.grow(*drawing.box_from);
        box.grow(*drawing.box_to);
        pick_box(desk, box);
    }
    drawing.box_from.reset();
    drawing.box_to.reset();
}

void zoom_map(Desk& desk, double factor, Pixel about) {
    desk.state().wants_fit = false;
    desk.state().camera = desk.state().camera.zoomed(factor, about);
}

void select_thing(Desk& desk, const UnderPointer::Thing& thing) {
    auto& state = desk.state();
    if (state.ctrl_held && !thing.finding.empty()) return pick_also(state, thing.finding);
    pick_only(state, thing.finding);
    if (!thing.finding.empty()) return;
    state.feature = thing;
    desk.dispatch("feature-read");
}

void begin_finding(Desk& desk, geo::Shape shape) {
    auto& state = desk.state();
    if (state.draft) return;
    const auto things = things_at(desk, state.camera.to_screen(shape.points.front()));
    auto draft = new_draft("finding-" + desk.new_id(), std::move(shape), base::local_date(desk.clock()()));
    const auto fitting = suggested_categories(*state.snapshot->catalogue, desk.layers(), things);
    if (!fitting.empty()) choose_category(draft, *state.snapshot->catalogue, fitting.front());
    state.suggested = {.draft = draft.key, .categories = fitting};
    for (const auto& thing : things)
        if (!thing.layer.empty()) draft.layer_refs.push_back(thing.layer + "/" + std::to_string(thing.fid));
    state.draft = std::move(draft);
    state.drawing.corners.clear();
    put_tool_away(state);
    pick_only(state, {});
    const auto& categories = state.snapshot->catalogue->categories;
    const bool must_choose = fitting.empty() && !categories.empty();
    state.focus_wanted = must_choose ? "form/category/" + categories.front().id : "form/first";
    desk.keep_draft();
}

}  // namespace app
