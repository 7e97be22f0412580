// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/widgets.hpp"

#include <algorithm>

namespace ui {
namespace {

constexpr float k_padding = 7;  ///< above and below the words, at 100 %

struct RowMeasure {
    float text_x = 0, text_width = 0, title_height = 0, below_height = 0, height = 0;
};

bool has_sign(const RowLook& look) { return look.severity.has_value() || !look.icon.empty(); }

RowMeasure measured(Ui& ui, const std::string& title, const RowLook& look) {
    RowMeasure out;
    const float width = look.width > 0 ? look.width : content_width();
    out.text_x = ui.px(look.indent + (has_sign(look) ? 40 : 12));
    out.text_width = std::max(ui.px(24), width - out.text_x - ui.px(8));
    out.title_height = text_size(look.strong ? ui.fonts.strong : ui.fonts.normal, title, out.text_width).y;
    const float tick = look.done ? ui.px(18) : 0;
    if (!look.below.empty()) out.below_height = text_size(ui.fonts.small, look.below, out.text_width - tick).y;
    out.height = std::max(ui.px(ui.t().control_height), out.title_height + out.below_height + ui.px(2 * k_padding));
    return out;
}

}  // namespace

float text_row_height(Ui& ui, const std::string& title, const RowLook& look) {
    return measured(ui, title, look).height;
}

Row text_row(Ui& ui, const std::string& name, const std::string& title, const RowLook& look) {
    const auto measure = measured(ui, title, look);
    const std::string said = look.below.empty() ? title : title + "\n" + look.below;
    const Row line = row(ui, name, said, measure.height, look.chosen, look.group, look.width);
    const float used = measure.title_height + measure.below_height, x = line.rect.x0 + measure.text_x;
    const float top = line.rect.y0 + (measure.height - used) / 2, middle = (line.rect.y0 + line.rect.y1) / 2;
    const float sign_x = line.rect.x0 + ui.px(look.indent + 22);
    if (look.severity)
        draw_severity(ui, {sign_x, middle}, ui.px(22), *look.severity);
    else
        draw_icon({sign_x, middle}, ui.fonts.normal, ui.t().muted, look.icon);
    draw_text({x, top}, look.strong ? ui.fonts.strong : ui.fonts.normal, ui.t().ink, title, measure.text_width);
    if (look.below.empty()) return line;
    const float tick = look.done ? ui.px(18) : 0, below = top + measure.title_height;
    if (look.done)
        draw_icon({x + ui.px(6), below + ui.fonts.small->FontSize / 2}, ui.fonts.small, ui.t().good, "check");
    draw_text({x + tick, below}, ui.fonts.small, ui.t().muted, look.below, measure.text_width - tick);
    return line;
}

}  // namespace ui
