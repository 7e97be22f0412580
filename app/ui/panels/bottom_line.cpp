// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"
#include "geo/crs/transform.hpp"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

std::string coordinates(const app::State& state, geo::Point at) {
    const int decimals = state.snapshot->info.crs.is_geographic() ? 6 : 1;
    return base::number_for_people(at.x, decimals, base::language()) + "   " +
           base::number_for_people(at.y, decimals, base::language());
}

struct ScaleBar {
    double metres = 0;
    float pixels = 0;
};

/// The longest of 1, 2, 5 × 10ⁿ metres that fits. True metres on the ground, whatever the unit of the CRS.
ScaleBar scale_bar(const app::State& state, float longest) {
    const auto& view = state.camera.view;
    const geo::Point next{view.centre.x + view.units_per_pixel * 100, view.centre.y};
    const double metres_per_pixel = geo::ground_distance_m(state.snapshot->info.crs, view.centre, next) / 100;
    if (!(metres_per_pixel > 0)) return {};
    const double most = metres_per_pixel * longest, power = std::pow(10.0, std::floor(std::log10(most)));
    for (const double step : {5.0, 2.0, 1.0})
        if (step * power <= most) return {step * power, static_cast<float>(step * power / metres_per_pixel)};
    return {};
}

std::string metres_words(double metres) {
    if (metres >= 1000) return base::number_for_people(metres / 1000, 0, base::language()) + " km";
    if (metres >= 1) return base::number_for_people(metres, 0, base::language()) + " m";
    return base::number_for_people(metres * 100, metres < 0.01 ? 1 : 0, base::language()) + " cm";
}

/// Each part draws itself ending at `right` and returns where the next one ends.
float draw_scale_bar(Ui& ui, const Rect& rect, float right) {
    const auto bar = scale_bar(ui.state(), ui.px(140));
    if (bar.metres <= 0) return right;
    const auto& t = ui.t();
    const std::string text = metres_words(bar.metres);
    const float text_width = text_size(ui.fonts.small, text).x, y = (rect.y0 + rect.y1) / 2 + ui.px(4);
    const float x1 = right - text_width - ui.px(8), x0 = x1 - bar.pixels, tick = ui.px(6),
                width = std::max(1.0F, ui.px(2));
    line({x0, y}, {x1, y}, t.ink, width);
    line({x0, y - tick}, {x0, y + width / 2}, t.ink, width);
    line({x1, y - tick}, {x1, y + width / 2}, t.ink, width);
    draw_text_in({x1 + ui.px(6), rect.y0, right + 2, rect.y1}, ui.fonts.small, t.ink, text);
    note(ui, "bottom/scale", {x0, rect.y0, right, rect.y1}, text);
    return x0 - ui.px(20);
}

float draw_job(Ui& ui, const Rect& rect, float right) {
    const auto jobs = ui.desk.jobs().list();
    if (jobs.empty()) return right;
    const auto& job = jobs.front();
    const std::string name = base::say(job.name);
    const float button_size = ui.px(26), bar = ui.px(80),
                room = std::min(ui.px(220), text_size(ui.fonts.small, name).x + 2);
    const float x = right - button_size;
    ImGui::SetCursorScreenPos({x, (rect.y0 + rect.y1 - button_size) / 2});
    if (button(ui, "bottom/cancel", base::tr("Stop"),
               {.weight = Weight::quiet, .icon = "cross", .icon_only = true, .height = button_size}))
        ui.desk.stop_job(job.id);
    const float y = (rect.y0 + rect.y1) / 2;
    const Rect track{x - bar - ui.px(6), y - ui.px(3), x - ui.px(6), y + ui.px(3)};
    fill(track, ui.t().line, ui.px(3));
    fill({track.x0, track.y0, track.x0 + track.width() * static_cast<float>(std::clamp(job.fraction, 0.02, 1.0)),
          track.y1},
         ui.t().accent, ui.px(3));
    const Rect text{track.x0 - room - ui.px(8), rect.y0, track.x0 - ui.px(8), rect.y1};
    draw_text_in(text, ui.fonts.small, ui.t().ink, name);
    note(ui, "bottom/job", {text.x0, rect.y0, track.x1, rect.y1}, name);
    return text.x0 - ui.px(16);
}

float draw_remarks(Ui& ui, const Rect& rect, float right) {
    const auto count = ui.desk.views().remark_count();
    if (count == 0) return right;
    const std::string text = count == 1 ? base::tr("1 remark")
                                        : base::say(base::text("{count} remarks", {{"count", std::to_string(count)}}));
    const float height = ui.px(26), width = text_size(ui.fonts.normal, text).x + ui.px(48);
    ImGui::SetCursorScreenPos({right - width, (rect.y0 + rect.y1 - height) / 2});
    if (button(ui, "bottom/remarks", text,
               {.weight = Weight::quiet, .icon = "warning", .width = width, .height = height}))
        ui.desk.dispatch("remarks");
    return right - width - ui.px(12);
}

/// Words that are left out when there is no room for them. @returns where the next ones begin
float draw_words(Ui& ui, const Rect& room, const std::string& name, const std::string& text, Colour colour) {
    const float width = text_size(ui.fonts.small, text).x;
    if (text.empty() || width > room.width()) return room.x0;
    draw_text_in(room, ui.fonts.small, colour, text);
    note(ui, name, {room.x0, room.y0, room.x0 + width, room.y1}, text);
    return room.x0 + width + ui.px(20);
}

void draw_place(Ui& ui, const Rect& rect, float right) {
    const auto& state = ui.state();
    const std::string place = coordinates(state, state.pointer ? *state.pointer : state.camera.view.centre);
    const std::string under = state.pointer || state.map_has_keyboard ? state.under_text : "";
    const float x = rect.x0 + ui.px(16), width = text_size(ui.fonts.small, place).x;
    draw_text_in({x, rect.y0, x + width + 2, rect.y1}, ui.fonts.small, ui.t().ink, place);
    note(ui, "bottom/coordinates", {x, rect.y0, x + width, rect.y1}, place);
    const float left = draw_words(ui, {x + width + ui.px(16), rect.y0, right, rect.y1}, "bottom/accuracy",
                                  base::say(ui.desk.views().accuracy()), ui.t().muted);
    draw_words(ui, {left, rect.y0, right, rect.y1}, "bottom/under", under, ui.t().ink);
}

}  // namespace

void bottom_line(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "bottom", rect, {.padding = 0, .scrolls = false});
    line({rect.x0, rect.y0}, {rect.x1, rect.y0}, ui.t().line);
    if (!ui.state().snapshot) return;
    float right = rect.x1 - ui.px(16);
    right = draw_scale_bar(ui, rect, right);
    right = draw_remarks(ui, rect, right);
    right = draw_job(ui, rect, right);
    draw_place(ui, rect, right);
}

}  // namespace ui
