// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/panels/panels.hpp"
#include "geo/base/numbers.hpp"

#include <algorithm>

namespace ui {
namespace {

using base::tr;

std::string number_words(std::int64_t number) {
    return base::number_for_people(static_cast<double>(number), 0, base::language());
}

/// "12 of 48.113 objects skipped" and its like, as far as there are any.
void count_line(Ui& ui, const std::string& name, const base::Text& text) {
    words(ui, base::say(text), Style::small, ui.t().muted, name);
}

void counts(Ui& ui, const app::LoadedLayer& layer) {
    if (!layer.data) return;
    const auto& report = layer.data->layer->report;
    const std::string name = "remarks/count/" + layer.source.uuid, all = number_words(report.features);
    const auto with = [&](std::int64_t count) {
        return std::vector<std::pair<std::string, std::string>>{{"count", number_words(count)}, {"all", all}};
    };
    if (report.skipped > 0)
        count_line(ui, name + "/skipped", base::text("{count} of {all} objects skipped", with(report.skipped)));
    if (report.repaired > 0)
        count_line(ui, name + "/repaired",
                   base::text("{count} of {all} objects to be repaired", with(report.repaired)));
    if (report.outliers > 0)
        count_line(ui, name + "/outside", base::text("{count} of {all} objects far outside", with(report.outliers)));
    if (report.null > 0)
        count_line(ui, name + "/null", base::text("{count} of {all} objects without geometry", with(report.null)));
    if (report.empty > 0)
        count_line(ui, name + "/empty", base::text("{count} of {all} objects with empty geometry", with(report.empty)));
}

/// The first features that a remark is about, each with the way there.
void features(Ui& ui, const app::LoadedLayer& layer, const base::Remark& remark) {
    constexpr std::size_t most = 8;
    const std::string group = layer.source.uuid + "/" + remark.problem.code;
    const std::size_t shown = std::min(remark.first.size(), most);
    for (std::size_t i = 0; i < shown; ++i) {
        const std::string fid = std::to_string(remark.first[i]);
        const std::string title = base::say(base::text("Show object {number}", {{"number", fid}}));
        if (text_row(ui, "remarks/feature/" + group + "/" + fid, title, {.icon = "search", .group = "remarks"}).pressed)
            ui.desk.dispatch("layer-feature", layer.source.uuid + " " + fid);
    }
    const auto more = remark.count - static_cast<std::int64_t>(shown);
    if (shown > 0 && more > 0)
        words(ui, base::say(base::text("and {count} more", {{"count", number_words(more)}})), Style::small,
              ui.t().muted);
}

std::string counted(const base::Remark& remark, const base::Problem& shown) {
    if (remark.count == 1) return base::say(shown);
    return base::say(
        base::text("{count} times: {remark}", {{"count", number_words(remark.count)}, {"remark", base::say(shown)}}));
}

void remark_lines(Ui& ui, const app::LoadedLayer& layer, const base::Remark& remark) {
    // Place and file stand above: only what and what to do is said again.
    const base::Problem here{.code = {}, .message = remark.problem.message, .advice = remark.problem.advice};
    const std::string name = "remarks/" + layer.source.uuid + "/" + remark.problem.code;
    sign_and_words(ui, "info", counted(remark, here), Style::normal, ui.t().ink, name);
    if (!remark.problem.detail.empty()) words(ui, remark.problem.detail.substr(0, 400), Style::small, ui.t().muted);
    if (layer.data) features(ui, layer, remark);
}

void trouble(Ui& ui, const app::LoadedLayer& layer, const base::Problem& problem) {
    sign_and_words(ui, "warning", base::say(problem), Style::normal, ui.t().blocking,
                   "remarks/problem/" + layer.source.uuid);
    if (!problem.detail.empty()) words(ui, problem.detail.substr(0, 400), Style::small, ui.t().muted);
}

bool has_remarks(Ui& ui, const app::LoadedLayer& layer) {
    const auto* remarks = layer.remarks();
    return layer.problem || ui.desk.labels().problem(layer.source.uuid) ||
           (layer.coloured && layer.coloured->problem) || (remarks && !remarks->empty());
}

}  // namespace

namespace {

/// About what was recorded here or changed by another program, newest first.
void noticed(Ui& ui) {
    const auto remarks = ui.state().noticed;
    if (remarks.empty()) return;
    words(ui, tr("About the dossier"), Style::strong, ui.t().ink, "remarks/dossier");
    for (std::size_t i = remarks.size(); i-- > 0;) {
        const auto& remark = remarks[i];
        const base::Problem here{.code = {}, .message = remark.problem.message, .advice = remark.problem.advice};
        sign_and_words(ui, "info", counted(remark, here), Style::normal, ui.t().ink,
                       "remarks/dossier/" + std::to_string(i));
        std::string rows;
        for (const auto number : remark.first) rows += (rows.empty() ? "" : ", ") + std::to_string(number);
        if (!rows.empty())
            words(ui,
                  base::say(base::text("Rows of “{table}”: {numbers}",
                                       {{"table", remark.problem.where.layer}, {"numbers", rows}})),
                  Style::small, ui.t().muted);
    }
    hairline(ui);
}

}  // namespace

/// Everything that sources said about themselves while they were read, layer by layer, with the way to the objects.
void remarks_drawer(Ui& ui, const Rect& rect) {
    const Panel panel(ui, "remarks", rect, {.over = true, .layer = ui.drawer_layer});
    drawer_head(ui, "remarks", tr("Remarks"));
    bool any = !ui.state().noticed.empty();
    noticed(ui);
    const auto layers = ui.desk.layers().all();  // a copy: a button may change the list
    for (const auto& layer : layers) {
        if (!has_remarks(ui, layer)) continue;
        any = true;
        words(ui, layer.source.name, Style::strong, ui.t().ink, "remarks/layer/" + layer.source.uuid);
        words(ui, layer.source.path, Style::small, ui.t().muted);
        counts(ui, layer);
        if (layer.problem) trouble(ui, layer, *layer.problem);
        if (layer.coloured && layer.coloured->problem) trouble(ui, layer, *layer.coloured->problem);
        if (const auto* problem = ui.desk.labels().problem(layer.source.uuid)) trouble(ui, layer, *problem);
        if (const auto* remarks = layer.remarks())
            for (const auto& remark : remarks->remarks()) remark_lines(ui, layer, remark);
        hairline(ui);
    }
    const auto& accuracy = ui.desk.views().accuracy();
    if (!accuracy.details.empty()) {
        words(ui, tr("How positions were converted"), Style::strong, ui.t().ink, "remarks/accuracy");
        for (const auto& detail : accuracy.details) words(ui, base::say(detail), Style::normal, ui.t().ink);
    }
    if (!any)
        words(ui, tr("No remarks: everything could be read as it is."), Style::normal, ui.t().muted, "remarks/none");
}

}  // namespace ui
