// SPDX-License-Identifier: EUPL-1.2
#include "app/core/printing.hpp"
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>

namespace ui {
namespace {

using base::tr;

constexpr int k_layer = 28;

std::string number(double n) { return base::number_for_people(n, 0, base::language()); }

/// The page as it will be laid out, small: title, map, legend, foot.
void preview(Ui& ui, const app::Page& page, const app::PrintForm& form) {
    const float most_high = ui.px(150), most_wide = content_width();
    const auto wide = static_cast<float>(page.width), high = static_cast<float>(page.height);
    const float scale = std::min(most_wide / wide, most_high / high);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Rect paper{at.x, at.y, at.x + wide * scale, at.y + high * scale};
    const auto part = [&](double left, double top, double right, double bottom) {
        const auto px = [scale](double v) { return static_cast<float>(v) * scale; };
        return Rect{at.x + px(left), at.y + px(top), at.x + px(right), at.y + px(bottom)};
    };
    const Colour white{0xFFFFFF}, ink{0x3A3F3C}, ground{0xE4E2DC};
    fill(paper, white);
    outline(paper, ui.t().edge, ui.px(1));
    const auto& map = page.map;
    const Rect shown = part(map.left, map.top, map.right(), map.bottom());
    fill(shown, ground);
    outline(shown, ink, 1);
    draw_icon({(shown.x0 + shown.x1) / 2, (shown.y0 + shown.y1) / 2}, ui.fonts.title, ink, "map");
    const double mm = page.dpi / 25.4;
    if (!form.title.empty()) fill(part(map.left, 11 * mm, map.left + map.width * 0.5, 15 * mm), ink);
    for (int line = 0; line < 9; ++line) {
        const double y = map.top + (3 + 9 * line) * mm, x = map.right() + 4 * mm;
        fill(part(x, y, x + 6 * mm, y + 4 * mm), ground);
        fill(part(x + 8 * mm, y + 1 * mm, x + (30 + line % 3 * 6) * mm, y + 3 * mm), ink);
    }
    fill(part(map.left, map.bottom() + 5 * mm, map.left + 45 * mm, map.bottom() + 6 * mm), ink);
    note(ui, "print/preview", paper, form.paper + " " + form.orientation);
    ImGui::Dummy({content_width(), paper.height()});
}

void facts(Ui& ui, const app::Page& page) {
    const auto mm = [&page](int pixels) { return number(pixels * 25.4 / page.dpi); };
    words(ui,
          base::say(base::text("{width} by {height} mm, {across} by {down} pixels. Scale 1 : {scale}.",
                               {{"width", mm(page.width)},
                                {"height", mm(page.height)},
                                {"across", number(page.width)},
                                {"down", number(page.height)},
                                {"scale", number(page.scale)}})),
          Style::small, ui.t().ink, "print/facts");
    words(ui, tr("What the map shows now is on it, with legend, scale bar, sources and date, and no names of people."),
          Style::small, ui.t().muted);
}

void choices(Ui& ui, app::PrintForm& form) {
    text_field(ui, "print/title", tr("Title"), form.title);
    label(ui, tr("Paper"));
    segments(ui, "print/paper", std::vector<Option>{{"a4", "A4", {}, {}}, {"a3", "A3", {}, {}}}, form.paper);
    segments(ui, "print/orientation",
             std::vector<Option>{{"landscape", tr("Landscape"), {}, {}}, {"portrait", tr("Portrait"), {}, {}}},
             form.orientation);
    label(ui, tr("Dots to the inch"));
    segments(ui, "print/dpi",
             std::vector<Option>{{"150", tr("150, a small file"), {}, {}}, {"300", tr("300, sharp in print"), {}, {}}},
             form.dpi);
}

}  // namespace

/// What is on the page and how large; then the place is asked.
void print_dialog(Ui& ui) {
    dim_everything(ui);
    auto& form = *ui.state().print_form;
    const float foot = ui.px(ui.t().control_height + 48);
    const Rect rect = dialog_rect(ui, 520, natural_height(ui, "print", 24, ui.px(480)) + foot);
    {
        const Panel panel(ui, "print", {rect.x0, rect.y0, rect.x1, rect.y1 - foot},
                          {.padding = 24, .over = true, .layer = k_layer});
        words(ui, tr("The map as a picture for paper"), Style::heading, ui.t().ink, "print/heading");
        choices(ui, form);
        const auto page = app::page_now(ui.desk, form);
        space(ui, 4);
        preview(ui, page, form);
        facts(ui, page);
    }
    const Panel panel(ui, "print-foot", {rect.x0, rect.y1 - foot, rect.x1, rect.y1},
                      {.padding = 24, .over = true, .scrolls = false, .layer = k_layer});
    action_button(ui, "print/place", "print-place", {.weight = Weight::primary});
    same_line(ui);
    if (button(ui, "print/cancel", tr("Cancel"))) ui.desk.dispatch("back");
}

}  // namespace ui
