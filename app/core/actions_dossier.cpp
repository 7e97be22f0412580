// SPDX-License-Identifier: EUPL-1.2
#include "app/core/desk.hpp"
#include "audit/demo/demo.hpp"
#include "audit/query/fold.hpp"
#include "geo/crs/crs.hpp"

#include <algorithm>
#include <array>

namespace app {
namespace {

namespace fs = std::filesystem;

std::optional<base::Text> needs_saved_form(const State& state) {
    if (state.saving) return base::text("It is being saved.");
    return std::nullopt;
}

std::optional<base::Text> needs_complete_new(const State& state) {
    if (!state.new_dossier) return base::text("No form is open.");
    return view_of(*state.new_dossier).why_not;
}

void browse_for_dossier(Desk& desk, const std::string&) {
    open_browser(desk, {.title = base::text("Open a dossier"),
                        .button = base::text("Open it"),
                        .action = "dossier-open",
                        .endings = {".gpkg"}});
}

void begin_new(Desk& desk, const std::string&) {
    auto& state = desk.state();
    NewDossierForm form;
    const auto& recent = state.settings.recent_dossiers;
    form.folder = recent.empty() ? home_folder() : fs::path(recent.front()).parent_path().string();
    state.new_dossier = form;
    state.focus_wanted = "new/name";
}

void browse_for_folder(Desk& desk, const std::string&) {
    open_browser(desk, {.title = base::text("Where is the dossier to lie?"),
                        .button = base::text("This folder"),
                        .action = "new-folder",
                        .wants = Browse::Wants::folder,
                        .typed = desk.state().new_dossier->folder});
}

void make_new(Desk& desk, const std::string&) {
    const auto form = *desk.state().new_dossier;
    audit::NewDossier options;
    options.crs = geo::Crs::parse(form.crs);
    options.agenda = form.agenda;
    options.norms = form.norms;
    desk.open_new(view_of(form).path, options);
}

/// Made beside its place and renamed, so that a cancelled city leaves nothing behind.
void make_city(const fs::path& folder, base::Progress progress) {
    fs::path part = folder;
    part += ".part";
    std::error_code error;
    fs::remove_all(part, error);
    try {
        const auto features = audit::demo::features_of(audit::demo::Size::small);
        audit::demo::make_demo(part, {.features = features}, progress);
        fs::remove_all(folder, error);
        fs::rename(part, folder);
    } catch (...) {
        fs::remove_all(part, error);
        throw;
    }
}

void open_demo(Desk& desk, const std::string&) {
    const fs::path dossier = demo_dossier(desk.data_folder());
    desk.state().demo_job =
        desk.jobs().start(base::text("Making the demo city"), [&desk, dossier](base::Progress progress) {
            if (!fs::exists(dossier)) make_city(dossier.parent_path(), progress);
            return std::function<void()>([&desk, dossier] { desk.open(dossier); });
        });
}

bool is_picture(const fs::path& file) {
    static constexpr std::array endings{".jpg", ".jpeg", ".png", ".webp", ".heic", ".tif", ".tiff"};
    const std::string ending = audit::folded(file.extension().string());
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

/// A photo goes to the open form, a dossier is opened, anything else becomes a layer. The disk is asked on a worker.
void take_dropped(Desk& desk, const std::string& path) {
    if (desk.state().draft && is_picture(path) && action("form-photo")) return desk.dispatch("form-photo", path);
    desk.errands().start(base::text("Looking at {file}", {{"file", fs::path(path).filename().string()}}),
                         [&desk, path](base::Progress) {
                             const bool dossier = audit::Dossier::is_one(path);
                             return std::function<void()>([&desk, path, dossier] {
                                 if (!dossier && !desk.state().snapshot) return desk.open_scratch({path});
                                 desk.dispatch(dossier ? "dossier-open" : "layer-add", path);
                             });
                         });
}

void forget_recent(Desk& desk, const std::string& path) {
    auto& state = desk.state();
    std::erase(state.settings.recent_dossiers, path);
    if (!state.start) return;
    auto facts = *state.start;
    std::erase_if(facts.recent, [&](const auto& offered) { return offered.path == path; });
    state.start = std::make_shared<const StartFacts>(std::move(facts));
}

}  // namespace

std::vector<Action> dossier_actions() {
    return {
        {.name = "start",
         .label = base::text("Open another dossier"),
         .icon = "folder",
         .shortcut = "Ctrl+O",
         .refuse = needs_saved_form,
         .apply = [](Desk& desk, const std::string&) { desk.show_start(); }},
        {.name = "dossier-browse",
         .label = base::text("Open a dossier"),
         .icon = "folder",
         .by_name = true,
         .refuse = needs_saved_form,
         .apply = browse_for_dossier},
        {.name = "dossier-open",
         .label = base::text("Open this dossier"),
         .icon = "folder",
         .refuse = needs_saved_form,
         .apply = [](Desk& desk, const std::string& path) { desk.open(path); }},
        {.name = "dossier-new",
         .label = base::text("New dossier"),
         .icon = "plus",
         .by_name = true,
         .refuse = needs_saved_form,
         .apply = begin_new},
        {.name = "new-browse",
         .label = base::text("Choose a folder"),
         .icon = "folder",
         .refuse = [](const State& state) -> std::optional<base::Text> {
             if (!state.new_dossier) return base::text("No form is open.");
             return std::nullopt;
         },
         .apply = browse_for_folder},
        {.name = "new-folder",
         .label = base::text("Use this folder"),
         .icon = "folder",
         .apply =
             [](Desk& desk, const std::string& path) {
                 if (desk.state().new_dossier) desk.state().new_dossier->folder = path;
             }},
        {.name = "dossier-make",
         .label = base::text("Make the dossier"),
         .icon = "check",
         .refuse = needs_complete_new,
         .apply = make_new},
        {.name = "demo",
         .label = base::text("Look at the demo city"),
         .icon = "map",
         .by_name = true,
         .refuse = needs_saved_form,
         .apply = open_demo},
        {.name = "file-drop",
         .label = base::text("Take in a file that was dropped"),
         .icon = "file",
         .apply = take_dropped},
        {.name = "recent-remove", .label = base::text("Take it off the list"), .icon = "cross", .apply = forget_recent},
    };
}

}  // namespace app
