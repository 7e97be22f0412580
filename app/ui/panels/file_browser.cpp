// SPDX-License-Identifier: EUPL-1.2
#include "app/core/folder_listing.hpp"
#include "app/ui/panels/panels.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace ui {
namespace {

using base::tr;
namespace fs = std::filesystem;

std::string home_folder() {
    const char* home = std::getenv("HOME");
    return home ? std::string(home) + "/" : "/";
}

void go_to(Ui& ui, const fs::path& folder) {
    std::string text = folder.string();
    if (text.empty() || text.back() != '/') text += '/';
    ui.state().browse_path = text;
}

/// The folder is read when what was typed changes, not for every frame.
const app::FolderListing& listing(Ui& ui) {
    auto& state = ui.state();
    if (state.browse_path.empty()) state.browse_path = home_folder();
    if (state.browse_listed != state.browse_path) {
        state.browse_listed = state.browse_path;
        state.browse_listing = app::list_folder(state.browse_path);
    }
    return state.browse_listing;
}

void choose(Ui& ui, const fs::path& file) {
    std::error_code error;
    if (fs::is_directory(file, error)) return go_to(ui, file);
    auto& recent = ui.state().recent_folders;
    const std::string folder = file.parent_path().string();
    std::erase(recent, folder);
    recent.insert(recent.begin(), folder);
    if (recent.size() > 4) recent.pop_back();
    ui.desk.dispatch("layer-add", file.string());
}

void places(Ui& ui) {
    if (button(ui, "files/up", tr("Folder above"), {.icon = "up"}))
        go_to(ui, fs::path(listing(ui).folder.string() + "/").parent_path().parent_path());
    same_line(ui);
    if (button(ui, "files/home", tr("Home folder"), {.icon = "home"})) ui.state().browse_path = home_folder();
    const auto recent = ui.state().recent_folders;
    for (const auto& folder : recent)
        if (button(ui, "files/recent/" + folder, fs::path(folder).filename().string(),
                   {.icon = "clock", .hint = folder}))
            go_to(ui, folder);
}

void entries(Ui& ui, float height) {
    ImGui::BeginChild("entries", {0, height}, false, ImGuiWindowFlags_NoNav);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const auto shown = listing(ui);
    for (const auto& entry : shown.entries) {
        const Row line =
            row(ui, "files/entry/" + entry.name, entry.name, ui.px(ui.t().control_height + 4), false, "files");
        const float middle = (line.rect.y0 + line.rect.y1) / 2;
        draw_icon({line.rect.x0 + ui.px(16), middle}, ui.fonts.normal, entry.folder ? ui.t().accent : ui.t().muted,
                  entry.folder ? "folder" : "file");
        draw_text_in({line.rect.x0 + ui.px(36), line.rect.y0, line.rect.x1 - ui.px(4), line.rect.y1}, ui.fonts.normal,
                     ui.t().ink, entry.name);
        if (line.pressed) choose(ui, shown.folder / entry.name);
    }
    ImGui::PopStyleVar();
    if (!shown.readable)
        words(ui, tr("This folder cannot be read."), Style::normal, ui.t().muted);
    else if (shown.entries.empty())
        words(ui, tr("Nothing here that a map can show."), Style::normal, ui.t().muted, "files/empty");
    ImGui::EndChild();
}

}  // namespace

/// Our own: typing a path, folders, recent places. The same on every desktop and with every keyboard.
void file_browser(Ui& ui) {
    dim_everything(ui);
    const Rect rect = dialog_rect(ui, 620, ui.px(620));
    const Panel panel(ui, "files", rect, {.padding = 24, .over = true, .scrolls = false, .layer = 30});
    words(ui, tr("Add a layer"), Style::heading, ui.t().ink, "files/title");
    text_field(ui, "files/path", tr("Folder or file"), ui.state().browse_path, {.icon = "folder"});
    const bool enter = ui.focus.activated("files/path");
    places(ui);
    const float foot = ui.px(ui.t().control_height + 24);
    entries(ui, rect.y1 - ui.px(24) - ImGui::GetCursorScreenPos().y - foot);
    space(ui, 8);
    std::error_code error;
    const fs::path typed = ui.state().browse_path;
    const bool is_file = fs::is_regular_file(typed, error);
    if (button(ui, "files/add", tr("Add"),
               {.weight = Weight::primary, .icon = "plus", .reason = is_file ? "" : tr("Choose a file first.")}) ||
        (enter && is_file))
        choose(ui, typed);
    same_line(ui);
    if (button(ui, "files/cancel", tr("Cancel"))) ui.desk.dispatch("back");
}

}  // namespace ui
