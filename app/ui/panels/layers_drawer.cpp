// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>

namespace ui {
namespace {

using base::tr;
using LoadState = app::LoadedLayer::State;

std::string state_words(const app::LoadedLayer& layer) {
    switch (layer.state) {
        case LoadState::loading:
            return tr("Loading …");
        case LoadState::failed:
            return layer.problem ? base::say(*layer.problem) : "";
        case LoadState::cancelled:
            return tr("Stopped before it was read");
        case LoadState::ready:
            break;
    }
    const auto& report = layer.data->layer->report;
    const std::string count = base::number_for_people(static_cast<double>(report.features), 0, base::language());
    if (report.problems.empty()) return base::say(base::text("{count} objects", {{"count", count}}));
    return base::say(base::text("{count} objects, with remarks", {{"count", count}}));
}

double fraction_of(Ui& ui, const app::LoadedLayer& layer) {
    for (const auto& job : ui.desk.jobs().list())
        if (job.id == layer.job) return job.fraction;
    return 0;
}

void small_button(Ui& ui, const std::string& part, std::string_view action, const std::string& uuid,
                  std::string_view icon, const std::string& reason = {}) {
    action_button(ui, "layers/" + part + "/" + uuid, action,
                  {.weight = Weight::quiet, .icon = icon, .reason = reason, .icon_only = true}, uuid);
}

void layer_row(Ui& ui, const app::LoadedLayer& layer, bool top, bool bottom) {
    const auto& t = ui.t();
    const std::string& uuid = layer.source.uuid;
    const float control = ui.px(t.control_height), buttons = 4 * control + ui.px(6);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(2), ui.px(4)});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Rect name{at.x, at.y, at.x + content_width() - buttons - ui.px(8), at.y + control};
    const bool fits = draw_text_in(name, ui.fonts.strong, layer.source.visible ? t.ink : t.muted, layer.source.name);
    note(ui, "layers/name/" + uuid, name, layer.source.name).cut = false;
    if (!fits && ImGui::IsMouseHoveringRect({name.x0, name.y0}, {name.x1, name.y1})) tooltip(ui, layer.source.name);
    ImGui::SetCursorScreenPos({at.x + content_width() - buttons, at.y});
    small_button(ui, "visible", "layer-visible", uuid, layer.source.visible ? "eye" : "eye-off");
    ImGui::SameLine();
    small_button(ui, "up", "layer-up", uuid, "up", top ? tr("It already lies on top.") : "");
    ImGui::SameLine();
    small_button(ui, "down", "layer-down", uuid, "down", bottom ? tr("It already lies at the bottom.") : "");
    ImGui::SameLine();
    small_button(ui, "remove", "layer-remove", uuid, "trash");
    const bool failed = layer.state == LoadState::failed;
    words(ui, state_words(layer), Style::small, failed ? t.blocking : t.muted, "layers/state/" + uuid);
    if (layer.state == LoadState::loading) {
        const ImVec2 bar = ImGui::GetCursorScreenPos();
        const float width = content_width() - control - ui.px(8), y = bar.y + control / 2 - ui.px(3);
        fill({bar.x, y, bar.x + width, y + ui.px(6)}, t.line, ui.px(3));
        fill({bar.x, y, bar.x + width * static_cast<float>(std::max(0.02, fraction_of(ui, layer))), y + ui.px(6)},
             t.accent, ui.px(3));
        ImGui::SetCursorScreenPos({bar.x + width + ui.px(8), bar.y});
        small_button(ui, "cancel", "layer-cancel", uuid, "cross");
    }
    if (failed || layer.state == LoadState::cancelled)
        action_button(ui, "layers/retry/" + uuid, "layer-retry", {}, uuid);
    hairline(ui);
    ImGui::PopStyleVar();
}

}  // namespace

void layers_drawer(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "layers", rect, {.over = true, .layer = ui.drawer_layer});
    drawer_head(ui, "layers", tr("Layers"));
    action_button(ui, "layers/add", "layer-browse");
    const auto layers = ui.desk.layers().all();  // a copy: a button may change the list
    if (layers.empty())
        words(ui, tr("No layers yet. Drop a file here or choose one."), Style::normal, ui.t().muted, "layers/empty");
    for (std::size_t i = layers.size(); i-- > 0;) layer_row(ui, layers[i], i + 1 == layers.size(), i == 0);
}

}  // namespace ui
