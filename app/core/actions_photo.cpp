// SPDX-License-Identifier: EUPL-1.2
#include "app/core/browsing.hpp"
#include "app/core/desk.hpp"

#include <algorithm>

namespace app {
namespace {

const std::vector<std::string>& photo_endings() {
    static const std::vector<std::string> endings{".jpg", ".jpeg", ".png", ".webp", ".heic", ".tif", ".tiff"};
    return endings;
}

std::optional<base::Text> needs_selected(const State& state) {
    if (auto reason = needs_no_form(state)) return reason;
    if (state.selected.empty()) return base::text("Select a finding first.");
    return std::nullopt;
}

void browse(Desk& desk, const std::string&) {
    open_browser(desk, {.title = base::text("Add a photo"),
                        .button = base::text("Add"),
                        .action = "form-photo",
                        .wants = Browse::Wants::file,
                        .endings = photo_endings()});
}

void add(Desk& desk, const std::string& file) {
    auto& photos = desk.state().draft->photos;
    if (!file.empty() && std::find(photos.begin(), photos.end(), file) == photos.end()) photos.push_back(file);
    desk.state().focus_wanted = "form/photo";
    desk.keep_draft();
}

/// A photo that is in the dossier already is taken away when the form is saved; one that was only chosen, at once.
void remove_from_form(Desk& desk, const std::string& key) {
    auto& draft = *desk.state().draft;
    if (std::erase(draft.photos, key) == 0) draft.removed_photos.push_back(key);
    desk.keep_draft();
}

void remove_from_finding(Desk& desk, const std::string& uuid) {
    desk.perform(audit::EditFinding{.uuid = desk.state().selected, .removed_photos = {uuid}});
}

}  // namespace

std::vector<Action> photo_actions() {
    return {
        {.name = "photo-browse",
         .label = base::text("Add a photo"),
         .icon = "photo",
         .shortcut = "P",
         .refuse = needs_form,
         .apply = browse},
        {.name = "form-photo",
         .label = base::text("Add a photo to the form"),
         .icon = "photo",
         .refuse = needs_form,
         .apply = add},
        {.name = "form-photo-remove",
         .label = base::text("Take the photo away"),
         .icon = "trash",
         .refuse = needs_form,
         .apply = remove_from_form},
        {.name = "photo-remove",
         .label = base::text("Take the photo away"),
         .icon = "trash",
         .refuse = needs_selected,
         .apply = remove_from_finding},
        {.name = "photo-show",
         .label = base::text("Enlarge the photo"),
         .icon = "expand",
         .apply = [](Desk& desk, const std::string& file) { desk.state().large_photo = file; }},
    };
}

}  // namespace app
