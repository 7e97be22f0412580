// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"
#include "geo/base/clock.hpp"
#include "geo/base/numbers.hpp"

namespace ui {
namespace {

using app::DistrictFigure;
using base::tr;

std::string number(std::int64_t n) { return base::number_for_people(static_cast<double>(n), 0, base::language()); }

Row choice_row(Ui& ui, const std::string& name, const std::string& text, bool chosen, float indent = 0) {
    return text_row(ui, name, text,
                    {.icon = chosen ? "check" : "dot",
                     .group = "layers/figure",
                     .strong = chosen,
                     .chosen = chosen,
                     .indent = indent});
}

/// Below the figure that needs it.
void inhabitants_choice(Ui& ui, const app::LoadedLayer& layer) {
    const auto& uuid = layer.source.uuid;
    const auto& fields = layer.data->layer->report.fields;
    const auto looks = layer.looks();
    const auto used = looks.inhabitants_by.empty() ? app::inhabitants_attribute(fields) : looks.inhabitants_by;
    words(ui, tr("The inhabitants of an area stand in"), Style::small, ui.t().muted);
    for (const auto& field : fields)
        if (choice_row(ui, "layers/inhabitants/" + uuid + "/=" + field, field, field == used, 12).pressed)
            ui.desk.dispatch("layer-figure", uuid + " per_inhabitant " + field);
}

}  // namespace

std::string figure_words(DistrictFigure figure) {
    switch (figure) {
        case DistrictFigure::count:
            return tr("Findings in each area");
        case DistrictFigure::per_km2:
            return tr("Findings per km²");
        case DistrictFigure::per_inhabitant:
            break;
    }
    return tr("Findings per 1000 inhabitants");
}

void figure_lines(Ui& ui, const app::LoadedLayer& layer) {
    const auto& uuid = layer.source.uuid;
    const auto& coloured = *layer.coloured;
    const auto day = base::date_for_people(base::local_date(ui.desk.clock()()), base::language());
    words(ui,
          base::say(base::text("Counted: {count} findings on the map, {date}.",
                               {{"count", number(coloured.findings)}, {"date", day}})),
          Style::small, ui.t().muted, "layers/counted/" + uuid);
    if (coloured.outside > 0)
        words(ui, base::say(base::text("{count} findings lie in no area.", {{"count", number(coloured.outside)}})),
              Style::small, ui.t().ink, "layers/outside/" + uuid);
}

void layer_figures(Ui& ui, const app::LoadedLayer& layer) {
    if (!app::can_show_figures(layer)) return;
    const auto& uuid = layer.source.uuid;
    const auto chosen = layer.looks().figure;
    const auto& fields = layer.data->layer->report.fields;
    words(ui, tr("Or by the findings in each area"), Style::small, ui.t().muted);
    for (const auto figure : {DistrictFigure::count, DistrictFigure::per_km2, DistrictFigure::per_inhabitant}) {
        const bool needs_attribute = figure == DistrictFigure::per_inhabitant;
        if (needs_attribute && fields.empty()) continue;
        const std::string word(app::word_of(figure));
        auto argument = uuid + " " + word;
        // Where nothing is known the first attribute is tried, and the others are offered below it.
        if (needs_attribute && app::inhabitants_attribute(fields).empty()) argument += " " + fields.front();
        const bool is_chosen = chosen == figure;
        if (choice_row(ui, "layers/figure/" + uuid + "/" + word, figure_words(figure), is_chosen).pressed && !is_chosen)
            ui.desk.dispatch("layer-figure", argument);
    }
    if (chosen == DistrictFigure::per_inhabitant) inhabitants_choice(ui, layer);
}

}  // namespace ui
