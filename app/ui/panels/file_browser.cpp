// SPDX-License-Identifier: EUPL-1.2
#include "app/core/browsing.hpp"
#include "app/ui/panels/panels.hpp"

#include <algorithm>
#include <filesystem>

namespace ui {
namespace {

using base::tr;
namespace fs = std::filesystem;
using Wants = app::Browse::Wants;

fs::path folder_of(const app::Browse& browse) {
    return browse.listing ? browse.listing->folder : fs::path(browse.typed).parent_path();
}

void places(Ui& ui, const app::Browse& browse) {
    if (button(ui, "files/up", tr("Folder above"), {.icon = "up"}))
        app::go_to_folder(ui.desk, fs::path(folder_of(browse).string() + "/").parent_path().parent_path());
    same_line(ui);
    if (button(ui, "files/home", tr("Home folder"), {.icon = "home"})) app::go_to_folder(ui.desk, app::home_folder());
    for (const auto& folder : std::vector<std::string>(ui.state().settings.recent_folders)) {
        if (!text_row(ui, "files/recent/" + folder, folder, {.icon = "clock", .group = "recent"}).pressed) continue;
        app::go_to_folder(ui.desk, folder);
    }
}

/// A folder is entered; a file is what is chosen, or gives its name to the new one.
void take_entry(Ui& ui, const app::Browse& browse, const app::FolderListing::Entry& entry) {
    const fs::path path = folder_of(browse) / entry.name;
    if (entry.folder) return app::go_to_folder(ui.desk, path);
    if (browse.wants == Wants::file) return app::finish_browsing(ui.desk, path);
    if (browse.wants == Wants::new_file) ui.state().browse->name = entry.name;
}

void entries(Ui& ui, const app::Browse& browse) {
    if (!browse.listing) return words(ui, tr("The folder is still being read."), Style::normal, ui.t().muted);
    if (!browse.listing->readable) return words(ui, tr("This folder cannot be read."), Style::normal, ui.t().muted);
    bool any = false;
    for (const auto& entry : browse.listing->entries) {
        if (!entry.folder && browse.wants == Wants::folder) continue;
        any = true;
        const Row line = text_row(ui, "files/entry/" + entry.name, entry.name,
                                  {.icon = entry.folder ? "folder" : "file", .group = "files"});
        if (line.pressed) take_entry(ui, browse, entry);
    }
    if (!any)
        words(ui, browse.wants == Wants::file ? tr("Nothing here that can be opened.") : tr("There is nothing here."),
              Style::normal, ui.t().muted, "files/empty");
}

void foot(Ui& ui, const app::Browse& browse, bool enter) {
    const auto chosen = app::chosen_path(browse);
    const std::string reason = chosen.empty() ? base::say(app::why_nothing_chosen(browse)) : "";
    const bool pressed = button(ui, "files/add", base::say(browse.button),
                                {.weight = Weight::primary, .icon = "check", .reason = reason});
    if ((pressed || enter) && !chosen.empty()) return app::finish_browsing(ui.desk, chosen);
    same_line(ui);
    if (button(ui, "files/cancel", tr("Cancel"))) ui.desk.dispatch("back");
}

}  // namespace

/// Our own: typing a path, folders, recent places. The same on every desktop and with every keyboard. The disk is asked
/// on a worker, so that a slow one never stops the window.
void file_browser(Ui& ui) {
    app::follow_browser(ui.desk);
    const app::Browse browse = *ui.state().browse;
    dim_everything(ui);
    const Rect rect = dialog_rect(ui, 640, ui.px(680));
    const float foot_height = ui.px(ui.t().control_height + 48);
    bool enter = false;
    {
        const Rect body{rect.x0, rect.y0, rect.x1, rect.y1 - foot_height};
        const Panel panel(ui, "files", body, {.padding = 24, .over = true, .layer = 30});
        words(ui, base::say(browse.title), Style::heading, ui.t().ink, "files/title");
        text_field(ui, "files/path", browse.wants == Wants::file ? tr("Folder or file") : tr("Folder"),
                   ui.state().browse->typed, {.icon = "folder"});
        enter = ui.focus.activated("files/path");
        if (browse.wants == Wants::new_file) {
            text_field(ui, "files/name", tr("Name of the file"), ui.state().browse->name, {.icon = "file"});
            enter = enter || ui.focus.activated("files/name");
        }
        places(ui, browse);
        hairline(ui);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
        entries(ui, browse);
        ImGui::PopStyleVar();
    }
    if (!ui.state().browse) return;  // an entry was chosen
    const Panel panel(ui, "files-foot", {rect.x0, rect.y1 - foot_height, rect.x1, rect.y1},
                      {.padding = 24, .over = true, .scrolls = false, .layer = 30});
    line({rect.x0, rect.y1 - foot_height}, {rect.x1, rect.y1 - foot_height}, ui.t().line);
    foot(ui, *ui.state().browse, enter);
}

}  // namespace ui
