// SPDX-License-Identifier: EUPL-1.2
#include "app/map/practice.hpp"

#include <array>
#include <utility>

namespace app {
namespace {

geo::Shape square() {
    constexpr std::array<geo::Point, 4> corners{{{-20, -20}, {20, -20}, {20, 20}, {-20, 20}}};
    return geo::Shape::polygon(corners);
}

geo::Shape line() {
    constexpr std::array<geo::Point, 3> corners{{{-25, 0}, {0, 10}, {25, 0}}};
    return geo::Shape::line(corners);
}

LayerStyle style() {
    const auto ink = Colour::of(0x336699);
    LayerStyle style{.fill = Colour::of(0x99BBDD)};
    style.casing = {.colour = ink, .width = 6};
    style.line = {.colour = ink, .width = 4, .dash = 6, .gap = 3};
    style.point = {.dot = Dot::disc, .fill = ink, .edge = ink};
    return style;
}

SceneLayer layer() {
    auto layer = std::make_shared<geo::Layer>();
    for (auto shape : {square(), line(), geo::Shape::point({5, 5})}) layer->shapes.add(std::move(shape));
    return {.id = "practice", .data = prepare(std::move(layer)), .style = style()};
}

std::shared_ptr<const Labels> name() {
    auto cell = std::make_shared<LabelCell>();
    cell->labels.push_back({.text = "a", .role = LabelRole::thing, .width = 10});
    auto labels = std::make_shared<Labels>();
    labels->cells.push_back(std::move(cell));
    return labels;
}

}  // namespace

Scene practice_scene() {
    Scene scene;
    scene.layers.push_back(layer());
    scene.labels = name();
    scene.marks = std::make_shared<const MarkLayer>(
        std::vector<Mark>{{.shape = geo::Shape::point({-10, 10})}, {.shape = square()}});
    scene.selected = {0};
    scene.draft = Draft{.shape = line()};
    return scene;
}

}  // namespace app
