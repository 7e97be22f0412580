// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/scene.hpp"

#include "app/scene/clusters.hpp"
#include "geo/geometry/measure.hpp"

#include <algorithm>
#include <map>

namespace app {
namespace {

std::shared_ptr<const geo::Shapes> shapes_of(const std::vector<Mark>& marks) {
    auto shapes = std::make_shared<geo::Shapes>();
    for (const auto& mark : marks) shapes->add(mark.shape);
    return shapes;
}

std::shared_ptr<const geo::Shapes> symbols_of(const std::vector<Mark>& marks) {
    auto symbols = std::make_shared<geo::Shapes>();
    for (const auto& mark : marks) {
        symbols->add(mark.shape.is_empty() ? geo::Shape{} : geo::Shape::point(geo::point_on(mark.shape)));
    }
    return symbols;
}

bool is_settled(audit::Status status) { return status != audit::Status::open && status != audit::Status::in_progress; }

bool is_point(geo::Kind kind) { return kind == geo::Kind::point || kind == geo::Kind::multi_point; }

bool is_extended(const geo::Shape& shape) { return shape.kind != geo::Kind::none && !is_point(shape.kind); }

std::vector<MarkGroup> groups_of(const std::vector<Mark>& marks) {
    std::map<std::pair<std::optional<audit::Severity>, bool>, std::shared_ptr<geo::Layer>> layers;
    for (const auto& mark : marks) {
        if (!is_extended(mark.shape)) continue;
        auto& layer = layers[{mark.severity, is_settled(mark.status)}];
        if (!layer) layer = std::make_shared<geo::Layer>();
        layer->shapes.add(mark.shape);
    }
    std::vector<MarkGroup> groups;
    for (auto& [look, layer] : layers) groups.push_back({look.first, look.second, prepare(layer)});
    return groups;
}

geo::Index index_of(const std::shared_ptr<const geo::Shapes>& shapes) { return geo::Index({shapes, &shapes->boxes}); }

/// The visible layers, top first, as what can be picked, and which layer each is.
struct PickableLayers {
    std::vector<geo::Pickable> pickables{};
    std::vector<std::size_t> layers{};
};

PickableLayers pickable_layers(const Scene& scene, double style_pixel, double tolerance) {
    PickableLayers result;
    for (std::size_t i = scene.layers.size(); i-- > 0;) {
        const auto& layer = scene.layers[i];
        const auto* features = layer.features();
        if (!layer.visible || !features || !layer.pickable || style_pixel > layer.style.widest_units_per_pixel)
            continue;
        result.pickables.push_back({&features->layer->shapes, &features->index, tolerance});
        result.layers.push_back(i);
    }
    return result;
}

void add_marks(std::vector<Picked>& picked, const Scene& scene, geo::Point at, double symbol_reach, double reach) {
    if (!scene.marks) return;
    const auto is_hidden = [&](std::uint32_t item) {
        return scene.clusters && scene.clusters->marks == scene.marks && !scene.clusters->is_alone[item];
    };
    const geo::Pickable symbols[] = {{&scene.marks->symbols(), &scene.marks->place_index(), symbol_reach}};
    const geo::Pickable shapes[] = {{&scene.marks->shapes(), &scene.marks->shape_index(), reach}};
    for (const auto& hit : geo::pick(symbols, at)) {
        if (is_hidden(hit.item)) continue;
        picked.push_back({.mark = hit.item, .item = hit.item, .distance = hit.distance});
    }
    for (const auto& hit : geo::pick(shapes, at)) {
        if (is_hidden(hit.item) && is_point(scene.marks->shapes().kinds[hit.item])) continue;
        bool known = std::any_of(picked.begin(), picked.end(), [&](const Picked& p) { return p.mark == hit.item; });
        if (!known) picked.push_back({.mark = hit.item, .item = hit.item, .distance = hit.distance});
    }
}

}  // namespace

const PreparedLayer* SceneLayer::drawn(double units_per_pixel) const {
    return data && data->is_by_place && !data->coverage.serves(units_per_pixel) ? near.get() : data.get();
}

bool SceneLayer::is_awaited(const Sheet& sheet) const {
    if (!visible || !data || !data->is_by_place || data->coverage.serves(sheet.units_per_pixel)) return false;
    if (sheet.units_per_pixel * sheet.pixel_ratio > style.widest_units_per_pixel) return false;
    const auto part = sheet.box().common(data->box);
    return !part.is_empty() && !(near && near_box.encloses(part));
}

MarkLayer::MarkLayer(const std::vector<Mark>& marks)
    : shapes_(shapes_of(marks)),
      symbols_(symbols_of(marks)),
      shape_index_(index_of(shapes_)),
      place_index_(index_of(symbols_)),
      groups_(groups_of(marks)) {
    places_.reserve(marks.size());
    looks_.reserve(marks.size());
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto& box = symbols_->boxes[i];
        places_.push_back(box.is_empty() ? geo::Point{} : geo::Point{box.min_x, box.min_y});
        looks_.push_back({marks[i].severity, marks[i].status});
    }
}

std::optional<geo::Point> MarkLayer::place(std::size_t item) const {
    if (symbols_->boxes[item].is_empty()) return std::nullopt;
    return places_[item];
}

std::vector<Picked> pick(const Scene& scene, const Camera& camera, Pixel at, double reach) {
    auto world = camera.to_world(at);
    double style_pixel = camera.view.units_per_pixel * camera.pixel_ratio;
    std::vector<Picked> picked;
    add_marks(picked, scene, world, std::max(reach, k_symbol_radius) * style_pixel, reach * style_pixel);
    auto layers = pickable_layers(scene, style_pixel, reach * style_pixel);
    for (const auto& hit : geo::pick(layers.pickables, world)) {
        picked.push_back({.layer = layers.layers[hit.source], .item = hit.item, .distance = hit.distance});
    }
    return picked;
}

std::vector<std::uint32_t> marks_in(const Scene& scene, const geo::Box& box) {
    if (!scene.marks) return {};
    // The symbol stands on its shape, so that the shapes' boxes hold all places.
    return scene.marks->shape_index().in(box);
}

}  // namespace app
