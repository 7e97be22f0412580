// SPDX-License-Identifier: EUPL-1.2
#include "app/core/exporting.hpp"
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>

namespace ui {
namespace {

using base::tr;

std::string number(std::size_t n) { return base::number_for_people(static_cast<double>(n), 0, base::language()); }

void what_is_exported(Ui& ui) {
    const auto& list = ui.desk.views().findings();
    const auto& filter = ui.state().arrangement.filter;
    const base::Text text =
        filter.empty() ? base::text("All findings are exported: {count}.", {{"count", number(list.rows.size())}})
                       : base::text("Only what the filter of the list lets through is exported: {count} findings.",
                                    {{"count", number(list.rows.size())}});
    words(ui, base::say(text), Style::normal, ui.t().ink, "export/count");
    if (!filter.empty()) words(ui, filter, Style::small, ui.t().muted, "export/filter");
}

void audience_choice(Ui& ui, app::ExportForm& form) {
    label(ui, tr("For whom"));
    const std::vector<Option> audiences{{"public", tr("For everybody"), {}, {}},
                                        {"internal", tr("Within the municipality"), {}, {}}};
    segments(ui, "export/audience", audiences, form.audience);
    words(
        ui,
        form.audience == "public"
            ? tr("Who observed it and internal notes are left out. Titles and notes are published as they were typed.")
            : tr("With who observed it and with internal notes. Do not publish this file."),
        Style::small, ui.t().muted);
}

}  // namespace

/// Which findings, for whom, in which format; then the place is asked.
void export_dialog(Ui& ui) {
    dim_everything(ui);
    auto& form = *ui.state().export_form;
    const float foot = ui.px(ui.t().control_height + 48);
    const Rect rect = dialog_rect(ui, 520, natural_height(ui, "export", 24, ui.px(300)) + foot);
    {
        const Panel panel(ui, "export", {rect.x0, rect.y0, rect.x1, rect.y1 - foot},
                          {.padding = 24, .over = true, .layer = 28});
        words(ui, tr("Export findings"), Style::heading, ui.t().ink, "export/title");
        what_is_exported(ui);
        label(ui, tr("Format"));
        std::vector<Option> formats;
        for (const auto& exporter : audit::exporters())
            formats.push_back({std::string(exporter.name), base::say(exporter.label()), {}, {}});
        segments(ui, "export/format", formats, form.format);
        audience_choice(ui, form);
    }
    const Panel panel(ui, "export-foot", {rect.x0, rect.y1 - foot, rect.x1, rect.y1},
                      {.padding = 24, .over = true, .scrolls = false, .layer = 28});
    action_button(ui, "export/place", "export-place", {.weight = Weight::primary});
    same_line(ui);
    if (button(ui, "export/cancel", tr("Cancel"))) ui.desk.dispatch("back");
}

/// What was written, with the remarks that came with it.
void export_report(Ui& ui) {
    dim_everything(ui);
    const auto done = *ui.state().export_done;
    const Panel panel(ui, "exported", dialog_rect(ui, 520, natural_height(ui, "exported", 24, ui.px(260))),
                      {.padding = 24, .over = true, .layer = 28});
    words(ui, tr("It is done"), Style::heading, ui.t().ink, "exported/title");
    sign_and_words(ui, "check", base::say(done.message), Style::normal, ui.t().ink, "exported/message");
    for (const auto& remark : done.remarks.remarks())
        sign_and_words(ui, "warning",
                       base::say(base::text("{count} times: {remark}", {{"count", std::to_string(remark.count)},
                                                                        {"remark", base::say(remark.problem)}})),
                       Style::small, ui.t().ink, "exported/remark/" + remark.problem.code);
    action_button(ui, "exported/close", "export-close", {.weight = Weight::primary, .icon = "check"});
}

}  // namespace ui
