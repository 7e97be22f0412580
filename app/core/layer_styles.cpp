// SPDX-License-Identifier: EUPL-1.2
#include "app/core/layer_styles.hpp"

#include "app/core/names.hpp"
#include "geo/base/numbers.hpp"

#include <array>
#include <cmath>

namespace app {
namespace {

bool is_line(geo::Kind kind) { return kind == geo::Kind::line || kind == geo::Kind::multi_line; }
bool is_point(geo::Kind kind) { return kind == geo::Kind::point || kind == geo::Kind::multi_point; }

geo::Kind kind_of(const LoadedLayer& layer) { return layer.data->kind; }

/// Dashes of the first classes, in widths of the line.
LayerStyle told_apart(LayerStyle style, std::size_t index, geo::Kind kind, const LayerLooks& looks) {
    constexpr std::array dots{Dot::disc, Dot::square, Dot::diamond, Dot::triangle};
    constexpr std::array<std::pair<float, float>, 4> dashes{{{0, 0}, {5, 2}, {2, 2}, {9, 3}}};
    if (is_point(kind) && !looks.dot) style.point.dot = dots[index % dots.size()];
    if (is_line(kind) && !looks.pattern) {
        const auto& [dash, gap] = dashes[index % dashes.size()];
        style.line.dash = dash * style.line.width;
        style.line.gap = gap * style.line.width;
    }
    return style;
}

}  // namespace

LayerStyle style_of(const LoadedLayer& layer, Theme theme) {
    return with_looks(default_style(kind_name(layer.source), kind_of(layer), theme), layer.looks());
}

LayerStyle style_of_class(const LoadedLayer& layer, std::size_t index, Theme theme) {
    const auto& classes = layer.coloured->classes;
    const auto& one = classes.all[index];
    const auto kind = kind_of(layer);
    const auto looks = layer.looks();
    if (one.sort == LayerClass::Sort::known) return with_looks(subject_style(one.subject, kind, theme), looks);
    if (layer.coloured->as.figure) return with_looks(area_style(classes, index, theme), looks);
    const auto plain = style_of(layer, theme);
    if (layer.coloured->known) return plain;  // what no known class fits
    auto style = recoloured(plain, class_colour(classes, index, theme));
    if (one.sort == LayerClass::Sort::value) style = told_apart(style, index, kind, looks);
    return style;
}

std::vector<std::size_t> drawing_order(const Classes& classes) {
    std::vector<std::size_t> order;
    const auto add = [&](bool rest) {
        for (std::size_t i = 0; i < classes.all.size(); ++i)
            if ((classes.all[i].sort == LayerClass::Sort::others) == rest) order.push_back(i);
    };
    add(true);
    add(false);
    return order;
}

namespace {

/// Counts are whole: "3 to 5" is clearer than "3 to 6" where 6 belongs to the next.
std::string label_of_count(const Classes& classes, std::size_t index, base::Language language) {
    const auto& one = classes.all[index];
    const bool is_last = index + 1 == classes.all.size() || classes.all[index + 1].sort != LayerClass::Sort::range;
    const double from = std::ceil(one.from), to = is_last ? std::floor(one.below) : std::ceil(one.below) - 1;
    const auto words = [language](double number) { return base::number_for_people(number, 0, language); };
    if (to <= from) return words(from);
    return base::say(base::text("{from} to {below}", {{"from", words(from)}, {"below", words(to)}}), language);
}

std::string label_of_figure(const ColouredLayer& coloured, std::size_t index, base::Language language) {
    const auto& one = coloured.classes.all[index];
    if (one.sort == LayerClass::Sort::nothing) return base::say(base::text("No figure"), language);
    if (coloured.as.figure == DistrictFigure::count) return label_of_count(coloured.classes, index, language);
    return label_of(one, language);
}

}  // namespace

std::vector<LegendEntry> legend_of(const LoadedLayer& layer, Theme theme, base::Language language) {
    std::vector<LegendEntry> legend;
    if (!layer.data) return legend;
    const auto kind = kind_of(layer);
    const auto& coloured = layer.coloured;
    if (!coloured || coloured->problem || coloured->parts.empty()) {
        const auto count = layer.data->layer->report.features;
        legend.push_back({layer.source.name, style_of(layer, theme), kind, count});
        return legend;
    }
    for (std::size_t i = 0; i < coloured->classes.all.size(); ++i) {
        const auto& one = coloured->classes.all[i];
        if (one.count == 0) continue;
        const auto label = coloured->as.figure ? label_of_figure(*coloured, i, language) : label_of(one, language);
        legend.push_back({label, style_of_class(layer, i, theme), kind, one.count});
    }
    return legend;
}

}  // namespace app
