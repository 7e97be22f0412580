// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

namespace ui {
namespace {

using base::tr;

/// One of a few, told by an action with the layer and the key.
void choose_one(Ui& ui, const std::string& part, const std::string& label, const std::string& uuid,
                std::string_view action, const std::vector<Option>& options, std::string chosen) {
    words(ui, label, Style::small, ui.t().muted);
    if (segments(ui, "layers/" + part + "/" + uuid, options, chosen)) ui.desk.dispatch(action, uuid + " " + chosen);
}

/// How numbers are put into classes, where the chosen attribute holds numbers.
void classes(Ui& ui, const app::LoadedLayer& layer) {
    const auto& coloured = layer.coloured;
    if (!coloured || coloured->known || !coloured->classes.are_numbers) return;
    const auto& uuid = layer.source.uuid;
    const auto choice = layer.looks().classes;
    std::vector<Option> methods{{"automatic", tr("By itself"), {}, {}}};
    if (!coloured->as.figure) methods.push_back({"values", tr("Each value"), {}, {}});
    methods.push_back({"quantiles", tr("Equal counts"), {}, {}});
    methods.push_back({"equal", tr("Equal steps"), {}, {}});
    methods.push_back({"natural", tr("Natural breaks"), {}, {}});
    choose_one(ui, "method", tr("Classes of the numbers"), uuid, "layer-classes", methods,
               std::string(app::word_of(choice.method)));
    std::vector<Option> counts;
    for (int i = 3; i <= 7; ++i) counts.push_back({std::to_string(i), std::to_string(i), {}, {}});
    std::string count = std::to_string(choice.count);
    if (segments(ui, "layers/classes/" + uuid, counts, count))
        ui.desk.dispatch("layer-classes", uuid + " " + std::string(app::word_of(choice.method)) + " " + count);
}

std::string width_key(const app::LayerLooks& looks) {
    if (!looks.line_width) return "auto";
    return base::number_for_files(*looks.line_width) + (looks.line_in_metres ? "m" : "px");
}

void lines(Ui& ui, const app::LoadedLayer& layer) {
    const auto looks = layer.looks();
    const auto& uuid = layer.source.uuid;
    std::vector<Option> widths{{"auto", tr("By itself"), {}, {}}, {"0px", tr("No line"), {}, {}}};
    for (const auto& [key, label] :
         {std::pair{"1px", "1 px"}, {"2px", "2 px"}, {"4px", "4 px"}, {"1m", "1 m"}, {"3m", "3 m"}, {"6m", "6 m"}})
        widths.push_back({key, label, {}, {}});
    choose_one(ui, "line", tr("Lines and outlines"), uuid, "layer-line", widths, width_key(looks));
    choose_one(ui, "pattern", tr("Unbroken or broken"), uuid, "layer-pattern",
               {{"auto", tr("By itself"), {}, {}},
                {"solid", tr("Unbroken"), {}, {}},
                {"dashed", tr("Dashes"), {}, {}},
                {"dotted", tr("Dots"), {}, {}}},
               looks.pattern ? std::string(app::word_of(*looks.pattern)) : "auto");
}

void points(Ui& ui, const app::LoadedLayer& layer) {
    const auto looks = layer.looks();
    const auto& uuid = layer.source.uuid;
    choose_one(ui, "symbol", tr("Symbol"), uuid, "layer-symbol",
               {{"auto", tr("By itself"), {}, {}},
                {"disc", tr("Disc"), {}, {}},
                {"square", tr("Square"), {}, {}},
                {"diamond", tr("Diamond"), {}, {}},
                {"triangle", tr("Triangle"), {}, {}}},
               looks.dot ? std::string(app::word_of(*looks.dot)) : "auto");
    choose_one(ui, "size", tr("Size of the symbol"), uuid, "layer-symbol-size",
               {{"auto", tr("By itself"), {}, {}},
                {"5", tr("Small"), {}, {}},
                {"9", tr("Middle"), {}, {}},
                {"14", tr("Large"), {}, {}}},
               looks.dot_size ? base::number_for_files(*looks.dot_size) : "auto");
}

}  // namespace

/// Classes, lines and symbols of a layer, as far as they make sense for its geometry.
void layer_marks(Ui& ui, const app::LoadedLayer& layer) {
    if (!layer.data) return;
    classes(ui, layer);
    const auto kind = layer.data->kind;
    if (kind == geo::Kind::point || kind == geo::Kind::multi_point)
        points(ui, layer);
    else if (kind != geo::Kind::none)
        lines(ui, layer);
}

}  // namespace ui
