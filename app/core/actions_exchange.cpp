// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "app/core/exporting.hpp"

namespace app {
namespace {

std::optional<base::Text> needs_findings(const State& state) {
    if (auto reason = needs_dossier(state)) return reason;
    if (state.snapshot->findings.empty()) return base::text("There are no findings yet.");
    return std::nullopt;
}

std::optional<base::Text> needs_export_form(const State& state) {
    if (auto reason = needs_findings(state)) return reason;
    if (!state.export_form) return base::text("No form is open.");
    return std::nullopt;
}

void choose_place(Desk& desk, const std::string&) {
    const auto& form = *desk.state().export_form;
    open_browser(desk, {.title = base::text("Where is the export to be saved?"),
                        .button = base::text("Export here"),
                        .action = "export-to",
                        .wants = Browse::Wants::new_file,
                        .endings = {std::string(audit::exporter_named(form.format).ending)},
                        .name = proposed_name(*desk.state().snapshot, form)});
}

void export_to(Desk& desk, const std::string& path) {
    const auto form = desk.state().export_form.value_or(ExportForm{});
    desk.state().export_form.reset();
    desk.state().export_done.reset();
    start_export(desk, form, path);
}

void choose_copy(Desk& desk, const std::string&) {
    const auto name = std::filesystem::path(desk.state().snapshot->info.path).stem().string();
    open_browser(desk, {.title = base::text("Where is the copy to be saved, with its photos?"),
                        .button = base::text("Copy here"),
                        .action = "copy-to",
                        .wants = Browse::Wants::new_file,
                        .endings = {".gpkg"},
                        .name = base::say(base::text("{dossier} copy.gpkg", {{"dossier", name}}))});
}

}  // namespace

std::vector<Action> exchange_actions() {
    return {
        {.name = "export",
         .label = base::text("Export findings"),
         .icon = "export",
         .shortcut = "Ctrl+S",
         .refuse = needs_findings,
         .apply =
             [](Desk& desk, const std::string&) {
                 desk.state().export_form = ExportForm{};
                 desk.state().focus_wanted = "export/format/geojson";
             }},
        {.name = "export-place",
         .label = base::text("Choose where to save it"),
         .icon = "folder",
         .refuse = needs_export_form,
         .apply = choose_place},
        {.name = "export-to",
         .label = base::text("Export to this file"),
         .icon = "export",
         .refuse = needs_findings,
         .apply = export_to},
        {.name = "export-close",
         .label = base::text("Close"),
         .icon = "cross",
         .apply = [](Desk& desk, const std::string&) { desk.state().export_done.reset(); }},
        {.name = "copy",
         .label = base::text("Copy the dossier with its photos"),
         .icon = "copy",
         .by_name = true,
         .refuse = needs_dossier,
         .apply = choose_copy},
        {.name = "copy-to",
         .label = base::text("Copy to this file"),
         .icon = "copy",
         .refuse = needs_dossier,
         .apply = [](Desk& desk, const std::string& path) { start_copy(desk, path); }},
    };
}

}  // namespace app
