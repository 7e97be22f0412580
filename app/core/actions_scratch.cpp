// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "app/core/scratch.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

std::optional<base::Text> needs_scratch(const State& state) {
    if (auto reason = needs_no_form(state)) return reason;
    if (!state.scratch) return base::text("This dossier has a place of its own already.");
    return std::nullopt;
}

void choose_place(Desk& desk, const std::string&) {
    open_browser(desk, {.title = base::text("Where is the dossier to be kept, with its photos?"),
                        .button = base::text("Keep it here"),
                        .action = "scratch-keep-to",
                        .wants = Browse::Wants::new_file,
                        .endings = {".gpkg"},
                        .name = base::say(base::text("my findings.gpkg"))});
}

/// Looks anew when it is done: the start screen shows what there is then.
void change_disk(Desk& desk, const base::Text& name, const std::function<void(const fs::path& data_folder)>& change) {
    desk.errands().start(name, [&desk, change, folder = desk.data_folder()](base::Progress) {
        change(folder);
        return std::function<void()>([&desk] { desk.show_start(); });
    });
}

void throw_away(Desk& desk, const std::string& path) {
    const fs::path dossier = path;
    const auto& snapshot = desk.state().snapshot;
    if (dossier.parent_path() != scratch_folder(desk.data_folder()) || (snapshot && snapshot->info.path == path))
        return;
    change_disk(desk, base::text("Throwing away"), [dossier](const fs::path& folder) { lay_aside(folder, dossier); });
}

void bring_back(Desk& desk, const std::string&) {
    change_disk(desk, base::text("Bringing back"), [](const fs::path& folder) { put_back(folder); });
}

}  // namespace

std::vector<Action> scratch_actions() {
    return {
        {.name = "scratch-keep",
         .label = base::text("Keep as a dossier"),
         .icon = "folder",
         .by_name = true,
         .refuse = needs_scratch,
         .apply = choose_place},
        {.name = "scratch-keep-to",
         .label = base::text("Keep it here"),
         .icon = "folder",
         .refuse = needs_scratch,
         .apply = [](Desk& desk, const std::string& path) { keep_scratch_as(desk, path); }},
        {.name = "scratch-drop",
         .label = base::text("Throw it away"),
         .icon = "trash",
         .refuse = {},
         .apply = throw_away},
        {.name = "scratch-restore",
         .label = base::text("Bring it back"),
         .icon = "undo",
         .refuse = {},
         .apply = bring_back},
    };
}

}  // namespace app
