// SPDX-License-Identifier: EUPL-1.2
#include "app/core/page_legend.hpp"

#include "app/core/figures.hpp"
#include "app/core/layer_styles.hpp"
#include "app/scene/clusters.hpp"
#include "app/scene/heat.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace app {
namespace {

using base::Language;

std::string number(double value, Language language) {
    const int decimals = value >= 1 || value <= 0 ? 0 : static_cast<int>(std::ceil(-std::log10(value) - 1e-9));
    return base::number_for_people(value, decimals, language);
}

Scene sample_of(LayerStyle style, geo::Kind kind, Theme theme) {
    constexpr double w = k_sample_width, h = k_sample_height;
    auto layer = std::make_shared<geo::Layer>();
    const std::vector<geo::Point> corners{{2, 3}, {w - 2, 3}, {w - 2, h - 3}, {2, h - 3}};
    const std::vector<geo::Point> ends{{2, h / 2}, {w - 2, h / 2}};
    if (kind == geo::Kind::point || kind == geo::Kind::multi_point)
        layer->shapes.add(geo::Shape::point({w / 2, h / 2}));
    else if (kind == geo::Kind::line || kind == geo::Kind::multi_line)
        layer->shapes.add(geo::Shape::line(ends));
    else
        layer->shapes.add(geo::Shape::polygon(corners));
    style.widest_units_per_pixel = 1e12;
    Scene scene;
    scene.theme = theme;
    scene.layers.push_back({.id = "sample", .data = prepare(layer), .style = style});
    return scene;
}

LegendLine mark_line(std::string text, std::optional<audit::Severity> severity, audit::Status status, Theme theme) {
    const Mark mark{
        .shape = geo::Shape::point({k_sample_width / 2, k_sample_height / 2}), .severity = severity, .status = status};
    Scene scene;
    scene.theme = theme;
    scene.marks = std::make_shared<MarkLayer>(std::vector{mark});
    return {.text = capitalised(std::move(text)), .sample = std::move(scene)};
}

/// The severities and states that stand on the page, each once.
void add_symbols(std::vector<LegendLine>& lines, const MarkLayer& marks, const geo::Box& ground, Theme theme,
                 Language language) {
    std::set<std::optional<audit::Severity>> severities;
    std::set<audit::Status> states;
    const auto items = marks.place_index().in(ground);
    for (const auto item : items) {
        const auto status = marks.status(item);
        if (status == audit::Status::open || status == audit::Status::in_progress)
            severities.insert(marks.severity(item));
        if (status != audit::Status::open) states.insert(status);
    }
    if (items.empty()) return;
    lines.push_back({.text = base::say(base::text("Findings on this map: {count}",
                                                  {{"count", number(static_cast<double>(items.size()), language)}}),
                                       language),
                     .is_heading = true});
    for (auto severity = severities.rbegin(); severity != severities.rend(); ++severity)
        lines.push_back(mark_line(*severity ? base::say(audit::label_of(**severity), language)
                                            : base::say(base::text("No severity"), language),
                                  *severity, audit::Status::open, theme));
    for (const auto status : states)
        lines.push_back(mark_line(base::say(audit::label_of(status), language), std::nullopt, status, theme));
}

void add_heat(std::vector<LegendLine>& lines, const Heat& heat, Theme theme, Language language) {
    const auto& scale = heat.scale;
    const auto heading = scale.per_hectare ? base::text("Findings per hectare") : base::text("Findings per km²");
    lines.push_back({.text = base::say(heading, language), .is_heading = true});
    for (std::size_t band = k_heat_bands; band-- > 0;) {
        const auto from = number(scale.limits[band], language);
        const auto words = band + 1 == k_heat_bands
                               ? base::text("{from} and more", {{"from", from}})
                               : base::text("{from} to {below}",
                                            {{"from", from}, {"below", number(scale.limits[band + 1], language)}});
        auto edge = heat_colour(band, theme);
        edge.a = 255;
        const LayerStyle style{.fill = heat_colour(band, theme), .line = {.colour = edge, .width = 1}};
        lines.push_back({.text = base::say(words, language), .sample = sample_of(style, geo::Kind::polygon, theme)});
    }
    const auto count = number(static_cast<double>(heat.marks->place_index().size()), language);
    lines.push_back({.text = base::say(base::text("{count} findings counted.", {{"count", count}}), language)});
    lines.push_back({.text = base::say(base::text("Counted within {metres} m of each place.",
                                                  {{"metres", number(scale.metres, language)}}),
                                       language)});
}

std::string heading_of(const LoadedLayer& layer, Language language) {
    const auto& as = layer.coloured->as;
    if (!as.figure) return layer.source.name;
    if (*as.figure == DistrictFigure::count) return base::say(base::text("Findings in each area"), language);
    return *as.figure == DistrictFigure::per_km2 ? base::say(base::text("Findings per km²"), language)
                                                 : base::say(base::text("Findings per 1000 inhabitants"), language);
}

/// Of how many findings the figures are.
void add_counted(std::vector<LegendLine>& lines, const ColouredLayer& coloured, Language language) {
    const auto count = [language](std::int64_t n) { return number(static_cast<double>(n), language); };
    lines.push_back(
        {.text = base::say(base::text("{count} findings counted.", {{"count", count(coloured.findings)}}), language)});
    if (coloured.outside > 0)
        lines.push_back(
            {.text = base::say(base::text("{count} findings lie in no area.", {{"count", count(coloured.outside)}}),
                               language)});
}

void add_layer(std::vector<LegendLine>& lines, const LoadedLayer& layer, Theme theme, Language language) {
    if (layer.image) {
        lines.push_back({.text = layer.source.name});
        return;
    }
    const auto entries = legend_of(layer, theme, language);
    const bool has_classes = layer.coloured && !layer.coloured->problem && !layer.coloured->parts.empty();
    if (has_classes) lines.push_back({.text = heading_of(layer, language), .is_heading = true});
    if (has_classes && layer.coloured->as.figure) add_counted(lines, *layer.coloured, language);
    for (const auto& entry : entries)
        lines.push_back(
            {.text = entry.text, .sample = sample_of(faded(entry.style, layer.source.opacity), entry.kind, theme)});
}

}  // namespace

bool is_on(const LoadedLayer& layer, const Page& page) {
    if (!layer.source.visible || layer.source.opacity <= 0 || !layer.extent().intersects(page.camera.visible()))
        return false;
    const double style_units = page.camera.view.units_per_pixel * page.pixel_ratio;
    return layer.image || style_units <= style_of(layer, page.theme).widest_units_per_pixel ||
           (layer.coloured && layer.coloured->as.figure);
}

std::vector<LegendLine> page_legend(const Page& page, const Scene& scene, const Layers& layers, Language language) {
    std::vector<LegendLine> lines;
    if (scene.heat && !scene.heat->scale.is_empty())
        add_heat(lines, *scene.heat, page.theme, language);
    else if (scene.marks)
        add_symbols(lines, *scene.marks, page.camera.visible(), page.theme, language);
    if (scene.clusters && !scene.clusters->all.empty())
        lines.push_back(
            {.text = base::say(base::text("A pile stands for as many findings as the number beside it."), language)});
    const auto before = lines.size();
    std::vector<LegendLine> of_layers;
    for (auto layer = layers.all().rbegin(); layer != layers.all().rend(); ++layer)
        if ((layer->data || layer->image) && is_on(*layer, page)) add_layer(of_layers, *layer, page.theme, language);
    if (!of_layers.empty() && before > 0 && !of_layers.front().is_heading)
        lines.push_back({.text = base::say(base::text("Map"), language), .is_heading = true});
    lines.insert(lines.end(), of_layers.begin(), of_layers.end());
    return lines;
}

}  // namespace app
