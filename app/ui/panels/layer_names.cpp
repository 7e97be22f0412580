// SPDX-License-Identifier: EUPL-1.2
#include "app/core/names.hpp"
#include "app/ui/panels/panels.hpp"

namespace ui {
namespace {

using base::tr;

std::string known_words(const app::LoadedLayer& layer) {
    auto untouched = layer;
    auto looks = layer.looks();
    looks.label_by.reset();
    untouched.source.style = app::looks_to_json(looks, layer.source.style);
    if (const auto known = app::names_of(untouched))
        return base::say(base::text("What is known of such layers: {attribute}", {{"attribute", known->attribute}}));
    return tr("What is known of such layers: no names");
}

}  // namespace

/// Which attribute of a layer stands on the map as its names.
void layer_names(Ui& ui, const app::LoadedLayer& layer) {
    if (!layer.data || layer.data->layer->report.fields.empty()) return;
    const auto& uuid = layer.source.uuid;
    const auto by = layer.looks().label_by;
    const auto row_for = [&](const std::string& key, const std::string& text, bool chosen) {
        const RowLook look{
            .icon = chosen ? "check" : "dot", .group = "layers/names", .strong = chosen, .chosen = chosen};
        if (text_row(ui, "layers/names/" + uuid + "/" + key, text, look).pressed && !chosen)
            ui.desk.dispatch("layer-names", uuid + " " + key);
    };
    words(ui, tr("Names on the map"), Style::small, ui.t().muted);
    row_for("auto", known_words(layer), !by);
    row_for("none", tr("None"), by && by->empty());
    for (const auto& field : layer.data->layer->report.fields) row_for("=" + field, field, by == field);
}

/// What went wrong with a layer's names.
void layer_names_problem(Ui& ui, const app::LoadedLayer& layer) {
    if (const auto* problem = ui.desk.labels().problem(layer.source.uuid))
        sign_and_words(ui, "warning", base::say(*problem), Style::small, ui.t().blocking,
                       "layers/names/" + layer.source.uuid);
}

}  // namespace ui
