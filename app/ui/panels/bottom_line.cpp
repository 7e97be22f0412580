// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"
#include "geo/crs/transform.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

namespace ui {
namespace {

std::string coordinates(Ui& ui, geo::Point place) {
    const int decimals = ui.desk.views().shown_crs().is_geographic() ? 6 : 1;
    const geo::Point at = ui.desk.views().shown(place);
    if (!std::isfinite(at.x)) return base::tr("no place in this coordinate system");
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

/// A part of the line: as wide as it wants to be, and how it is drawn at a place.
struct Part {
    float width = 0;
    std::function<void(const Rect&)> draw;
};

Part words_part(Ui& ui, const std::string& name, const std::string& text, Colour colour) {
    return {text_size(ui.fonts.small, text).x + 2, [&ui, name, text, colour](const Rect& place) {
                const float room = std::max(place.width(), ui.px(24));
                const float height = text_size(ui.fonts.small, text, room).y;
                const float top = (place.y0 + place.y1 - height) / 2;
                draw_text({place.x0, top}, ui.fonts.small, colour, text, room);
                note(ui, name, place, text);
            }};
}

Part scale_part(Ui& ui) {
    const auto bar = scale_bar(ui.state(), ui.px(140));
    if (bar.metres <= 0) return {};
    const std::string text = metres_words(bar.metres);
    const float width = text_size(ui.fonts.small, text).x + ui.px(8) + bar.pixels;
    return {width, [&ui, bar, text](const Rect& place) {
                const auto& t = ui.t();
                const float y = (place.y0 + place.y1) / 2 + ui.px(4), x0 = place.x0, x1 = x0 + bar.pixels;
                const float tick = ui.px(6), thick = std::max(1.0F, ui.px(2));
                line({x0, y}, {x1, y}, t.ink, thick);
                line({x0, y - tick}, {x0, y + thick / 2}, t.ink, thick);
                line({x1, y - tick}, {x1, y + thick / 2}, t.ink, thick);
                draw_text_in({x1 + ui.px(6), place.y0, place.x1 + 2, place.y1}, ui.fonts.small, t.ink, text);
                note(ui, "bottom/scale", place, text);
            }};
}

/// Where the pointer is; a press tells it in the other coordinate system.
Part coordinates_part(Ui& ui, const std::string& text) {
    return {text_size(ui.fonts.small, text).x + 2, [&ui, text](const Rect& place) {
                ImGui::SetCursorScreenPos({place.x0, place.y0});
                const auto press = pressable(ui, "bottom/coordinates", {place.width(), place.height()}, text, {});
                draw_text_in({place.x0, place.y0, place.x1 + 2, place.y1}, ui.fonts.small, ui.t().ink, text);
                if (press.focused) focus_ring(ui, press.rect);
                if (press.hovered) tip(ui, press, base::say(app::action("coordinates")->label));
                if (press.pressed) ui.desk.dispatch("coordinates");
            }};
}

/// The first job with its progress; a press shows all of them.
Part job_part(Ui& ui) {
    const auto jobs = ui.desk.work();
    if (jobs.empty()) return {};
    const auto job = jobs.front();
    const std::string text = base::say(job.name);
    const float bar = ui.px(80), button_size = job.job ? ui.px(ui.t().control_height) : 0,
                words = text_size(ui.fonts.small, text).x + ui.px(8);
    return {words + bar + ui.px(6) + button_size, [&ui, job, text, bar, button_size](const Rect& place) {
                const float middle = (place.y0 + place.y1) / 2, stop = place.x1 - button_size, end = stop - ui.px(6);
                const float room = std::max(end - bar - ui.px(8) - place.x0, ui.px(24));
                const float height = text_size(ui.fonts.small, text, room).y;
                ImGui::SetCursorScreenPos({place.x0, place.y0});
                const auto state = pressable(ui, "bottom/job", {end - place.x0, place.height()}, text, {});
                draw_text({place.x0, middle - height / 2}, ui.fonts.small, ui.t().ink, text, room);
                progress_bar(ui, {end - bar, middle - ui.px(3), end, middle + ui.px(3)}, job.fraction);
                if (state.focused) focus_ring(ui, state.rect);
                if (state.pressed) ui.desk.dispatch("jobs");
                if (!job.job) return;
                ImGui::SetCursorScreenPos({stop, middle - button_size / 2});
                if (button(ui, "bottom/cancel", base::tr("Stop"),
                           {.weight = Weight::quiet, .icon = "cross", .icon_only = true, .height = button_size}))
                    ui.desk.stop_job(*job.job);
            }};
}

Part remarks_part(Ui& ui) {
    const auto count = ui.desk.views().remark_count();
    if (count == 0) return {};
    const std::string text = count == 1 ? base::tr("1 remark")
                                        : base::say(base::text("{count} remarks", {{"count", std::to_string(count)}}));
    const ButtonLook look{.weight = Weight::quiet, .icon = "warning"};
    return {button_width(ui, text, look), [&ui, text, look](const Rect& place) {
                auto fitted = look;
                fitted.height = ui.px(ui.t().control_height);
                ImGui::SetCursorScreenPos({place.x0, (place.y0 + place.y1 - fitted.height) / 2});
                if (button(ui, "bottom/remarks", text, fitted)) ui.desk.dispatch("remarks");
            }};
}

std::vector<Part> parts_of(Ui& ui) {
    const auto& state = ui.state();
    std::vector<Part> parts;
    if (!state.snapshot) return parts;
    const std::string place = coordinates(ui, state.pointer ? *state.pointer : state.camera.view.centre);
    parts.push_back(coordinates_part(ui, place));
    parts.push_back(words_part(ui, "bottom/accuracy", base::say(ui.desk.views().accuracy().line), ui.t().muted));
    for (auto part : {job_part(ui), remarks_part(ui), scale_part(ui)})
        if (part.draw) parts.push_back(std::move(part));
    return parts;
}

constexpr float k_margin = 16, k_gap = 20;

/// At 100 %: its buttons are as high as all others.
float row_height(Ui& ui) { return ui.px(ui.t().control_height + 2); }

/// Where each part stands in a line of this width; parts that do not fit in a row begin the next one, and one that is
/// wider than the window is as wide as the window.
std::vector<Rect> places_of(Ui& ui, const std::vector<Part>& parts) {
    std::vector<Rect> places;
    const float margin = ui.px(k_margin), room = ui.size.x - 2 * margin;
    float x = margin, y = 0;
    for (const auto& part : parts) {
        const float width = std::min(part.width, room);
        if (x > margin && x + width > ui.size.x - margin) {
            x = margin;
            y += row_height(ui);
        }
        const float rows = std::ceil(part.width / room);
        places.push_back({x, y, x + width, y + row_height(ui) * rows});
        x += width + ui.px(k_gap);
        if (rows > 1) y += row_height(ui) * (rows - 1);
    }
    return places;
}

/// What lies under pointer or cross-hair; empty when nothing is pointed at.
std::string under_words(const app::State& state) {
    return state.pointer || state.map_has_keyboard ? state.under_text : std::string();
}

/// In the line, where there is room. @returns whether there was
bool draw_under_in(Ui& ui, const Rect& room, const std::string& text) {
    const float width = text_size(ui.fonts.small, text).x;
    if (text.empty() || width > room.width()) return text.empty();
    draw_text_in(room, ui.fonts.small, ui.t().ink, text);
    note(ui, "bottom/under", {room.x0, room.y0, room.x0 + width, room.y1}, text);
    return true;
}

/// Else on a tag above the line.
void draw_under_tag(Ui& ui, float bottom, const std::string& text) {
    const float most = ui.size.x - ui.px(40), room = std::min(text_size(ui.fonts.small, text).x + 2, most);
    const float height = text_size(ui.fonts.small, text, room).y, x = std::min(ui.map.x0, ui.size.x - room - ui.px(32));
    const Rect box{x + ui.px(8), bottom - height - ui.px(20), x + ui.px(24) + room, bottom - ui.px(8)};
    const Panel panel(ui, "under-text", box, {.padding = 6, .over = true, .scrolls = false});
    words(ui, text, Style::small, ui.t().ink, "bottom/under");
}

}  // namespace

float bottom_line_height(Ui& ui) {
    float height = row_height(ui);
    for (const auto& place : places_of(ui, parts_of(ui))) height = std::max(height, place.y1);
    return std::floor(height + ui.px(4));
}

void bottom_line(Ui& ui, const Rect& rect) {
    const auto parts = parts_of(ui);
    auto places = places_of(ui, parts);
    const std::string under = under_words(ui.state());
    bool under_is_told = false;
    float left = rect.x0 + ui.px(k_margin), right = rect.x1 - ui.px(k_margin);
    {
        const Panel panel(ui, "bottom", rect, {.padding = 0, .scrolls = false});
        line({rect.x0, rect.y0}, {rect.x1, rect.y0}, ui.t().line);
        // In one row the words stand at the left, everything else at the right.
        const bool one_row = !places.empty() && places.back().y0 <= 0;
        const float spare = one_row ? std::max(0.0F, right - places.back().x1) : 0;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const float shift = i >= 2 ? spare : 0;
            const auto& at = places[i];
            parts[i].draw({at.x0 + shift, rect.y0 + at.y0 + ui.px(2), at.x1 + shift, rect.y0 + at.y1 + ui.px(2)});
            if (i < 2) left = at.x1 + ui.px(k_gap);
            if (i == 2) right = at.x0 + shift - ui.px(k_gap);
        }
        if (!one_row) right = left;
        under_is_told =
            draw_under_in(ui, {left, rect.y0 + ui.px(2), right, rect.y0 + ui.px(2) + row_height(ui)}, under);
    }
    if (!under_is_told) draw_under_tag(ui, rect.y0, under);
}

}  // namespace ui
