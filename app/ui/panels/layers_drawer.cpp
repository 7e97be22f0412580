// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using base::tr;
using LoadState = app::LoadedLayer::State;

std::string number_words(std::int64_t number) {
    return base::number_for_people(static_cast<double>(number), 0, base::language());
}

std::string ready_words(const app::LoadedLayer& layer) {
    if (layer.image && layer.image->is_service())
        return base::say(base::text("Map from {server}", {{"server", geo::host_of(layer.image->server())}}));
    if (layer.image) {
        const auto& report = layer.image->picture()->report;
        return base::say(base::text("Image of {width} by {height} pixels",
                                    {{"width", number_words(report.width)}, {"height", number_words(report.height)}}));
    }
    const auto& report = layer.data->layer->report;
    const std::string count = number_words(report.features);
    if (report.problems.empty()) return base::say(base::text("Objects: {count}", {{"count", count}}));
    return base::say(base::text("Objects: {count}, with remarks", {{"count", count}}));
}

std::string state_words(const app::LoadedLayer& layer) {
    switch (layer.state) {
        case LoadState::loading:
            return tr("Loading …");
        case LoadState::failed:
            return layer.problem ? base::say(*layer.problem) : "";
        case LoadState::missing:
            return base::say(base::text("The file is not where it was: {path}", {{"path", layer.source.path}}));
        case LoadState::cancelled:
            return tr("Stopped before it was read");
        case LoadState::ready:
            break;
    }
    return ready_words(layer);
}

double fraction_of(Ui& ui, const app::LoadedLayer& layer) {
    for (const auto& job : ui.desk.work())
        if (job.job == layer.job) return job.fraction;
    return 0;
}

void small_button(Ui& ui, const std::string& part, std::string_view action, const std::string& uuid,
                  std::string_view icon, const std::string& reason = {}) {
    action_button(ui, "layers/" + part + "/" + uuid, action,
                  {.weight = Weight::quiet, .icon = icon, .reason = reason, .icon_only = true}, uuid);
}

void loading_line(Ui& ui, const app::LoadedLayer& layer) {
    const float control = ui.px(ui.t().control_height);
    const ImVec2 bar = ImGui::GetCursorScreenPos();
    const float width = content_width() - control - ui.px(8), y = bar.y + control / 2 - ui.px(3);
    progress_bar(ui, {bar.x, y, bar.x + width, y + ui.px(6)}, fraction_of(ui, layer));
    ImGui::SetCursorScreenPos({bar.x + width + ui.px(8), bar.y});
    small_button(ui, "cancel", "layer-cancel", layer.source.uuid, "cross");
}

void opacity_choice(Ui& ui, const app::LoadedLayer& layer) {
    words(ui, tr("How opaque"), Style::small, ui.t().muted);
    const std::vector<Option> steps{
        {"25", "25 %", {}, {}}, {"50", "50 %", {}, {}}, {"75", "75 %", {}, {}}, {"100", "100 %", {}, {}}};
    std::string chosen = std::to_string(static_cast<int>(std::lround(layer.source.opacity * 100)));
    if (segments(ui, "layers/opacity/" + layer.source.uuid, steps, chosen))
        ui.desk.dispatch("layer-opacity", layer.source.uuid + " " + chosen);
}

/// A row for each attribute; they stand in the drawer itself, which lies over every list that unfolds.
void colour_choice(Ui& ui, const app::LoadedLayer& layer) {
    if (!layer.data || layer.data->layer->report.fields.empty()) return;
    const auto& uuid = layer.source.uuid;
    const auto by = layer.looks().colour_by;
    const auto row_for = [&](const std::string& name, const std::string& text, const std::string& attribute) {
        const bool chosen = by == attribute && !layer.looks().figure;
        const RowLook look{
            .icon = chosen ? "check" : "dot", .group = "layers/colour", .strong = chosen, .chosen = chosen};
        if (text_row(ui, "layers/colour/" + uuid + "/" + name, text, look).pressed && !chosen)
            ui.desk.dispatch("layer-colour", uuid + " " + attribute);
    };
    words(ui, tr("Colours"), Style::small, ui.t().muted);
    row_for("-", tr("By the name of the layer"), {});
    for (const auto& field : layer.data->layer->report.fields) row_for("=" + field, field, field);
}

/// What is unfolded below the row.
void looks(Ui& ui, const app::LoadedLayer& layer) {
    const auto& uuid = layer.source.uuid;
    opacity_choice(ui, layer);
    if (!layer.extent().is_empty()) action_button(ui, "layers/show/" + uuid, "layer-show", {}, uuid);
    action_button(ui, "layers/remove/" + uuid, "layer-remove", {}, uuid);
    space(ui, 4);
    colour_choice(ui, layer);
    layer_figures(ui, layer);
    layer_marks(ui, layer);
    space(ui, 4);
    layer_names(ui, layer);
}

/// Name and the buttons that are used most.
void head(Ui& ui, const app::LoadedLayer& layer, bool top, bool bottom) {
    const auto& t = ui.t();
    const std::string& uuid = layer.source.uuid;
    const float control = ui.px(t.control_height), buttons = 4 * control + ui.px(6);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Rect name{at.x, at.y, at.x + content_width() - buttons - ui.px(8), at.y + control};
    const bool fits = draw_text_in(name, ui.fonts.strong, layer.source.visible ? t.ink : t.muted, layer.source.name);
    note(ui, "layers/name/" + uuid, name, layer.source.name).cut = false;
    const bool hovered = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect({name.x0, name.y0}, {name.x1, name.y1});
    if (!fits) tip(ui, {.rect = name, .hovered = hovered}, layer.source.name);
    ImGui::SetCursorScreenPos({at.x + content_width() - buttons, at.y});
    small_button(ui, "visible", "layer-visible", uuid, layer.source.visible ? "eye" : "eye-off");
    ImGui::SameLine();
    small_button(ui, "up", "layer-up", uuid, "up", top ? tr("It already lies on top.") : "");
    ImGui::SameLine();
    small_button(ui, "down", "layer-down", uuid, "down", bottom ? tr("It already lies at the bottom.") : "");
    ImGui::SameLine();
    const bool open = ui.state().layer_open == uuid;
    if (button(ui, "layers/more/" + uuid, open ? tr("Fold in") : tr("Looks and more"),
               {.weight = Weight::quiet, .icon = open ? "open" : "closed", .icon_only = true}))
        ui.state().layer_open = open ? std::string() : uuid;
}

/// What is to be known of a service or an image at once. @returns whether its server does not do what it should
bool trouble(Ui& ui, const app::LoadedLayer& layer) {
    if (!layer.remarks()) return false;
    for (const auto& remark : layer.remarks()->remarks()) {
        const auto& code = remark.problem.code;
        if (!code.starts_with("service-") && code != "image-damaged") continue;
        sign_and_words(ui, "warning", base::say(remark.problem.message), Style::small, ui.t().ink,
                       "layers/trouble/" + layer.source.uuid);
        return code == "service-trouble";
    }
    return false;
}

void layer_row(Ui& ui, const app::LoadedLayer& layer, bool top, bool bottom) {
    const auto& t = ui.t();
    const std::string& uuid = layer.source.uuid;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(2), ui.px(4)});
    head(ui, layer, top, bottom);
    const bool failed = layer.state == LoadState::failed || layer.state == LoadState::missing;
    if (failed)
        sign_and_words(ui, "warning", state_words(layer), Style::small, t.blocking, "layers/state/" + uuid);
    else
        layer_state(ui, layer, state_words(layer));
    if (layer.state == LoadState::loading) loading_line(ui, layer);
    const bool in_trouble = !failed && trouble(ui, layer);
    if (failed && !layer.is_service()) action_button(ui, "layers/find/" + uuid, "layer-find", {}, uuid);
    if (failed || in_trouble || layer.state == LoadState::cancelled)
        action_button(ui, "layers/retry/" + uuid, "layer-retry", {}, uuid);
    layer_legend(ui, layer);
    layer_names_problem(ui, layer);
    if (ui.state().layer_open == uuid) looks(ui, layer);
    hairline(ui);
    ImGui::PopStyleVar();
}

void findings_choice(Ui& ui) {
    words(ui, tr("Findings on the map"), Style::small, ui.t().muted);
    const std::vector<Option> ways{{"symbols", tr("Symbols"), {}, {}}, {"heat", tr("Heat map"), {}, {}}};
    std::string way = ui.state().settings.heat_map ? "heat" : "symbols";
    if (segments(ui, "layers/findings", ways, way)) ui.desk.dispatch("heat-map");
    heat_lines(ui);
}

}  // namespace

void layers_drawer(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "layers", rect, {.over = true, .layer = ui.drawer_layer});
    drawer_head(ui, "layers", tr("Layers"));
    action_button(ui, "layers/add", "layer-browse");
    action_button(ui, "layers/service", "service-new");
    if (checkbox(ui, "layers/map-names", tr("Names on the map"), ui.state().settings.map_names))
        ui.desk.dispatch("map-names");
    findings_choice(ui);
    const auto layers = ui.desk.layers().all();  // a copy: a button may change the list
    if (layers.empty())
        words(ui, tr("No layers yet. Drop a file here or choose one."), Style::normal, ui.t().muted, "layers/empty");
    for (std::size_t i = layers.size(); i-- > 0;) layer_row(ui, layers[i], i + 1 == layers.size(), i == 0);
}

}  // namespace ui
