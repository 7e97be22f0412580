// SPDX-License-Identifier: EUPL-1.2
#include "app/core/browsing.hpp"

#include "app/core/desk.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_remembered_folders = 4;

std::string with_slash(std::string folder) {
    if (folder.empty() || folder.back() != '/') folder += '/';
    return folder;
}

void remember_folder(State& state, const fs::path& folder) {
    auto& recent = state.settings.recent_folders;
    std::erase(recent, folder.string());
    recent.insert(recent.begin(), folder.string());
    if (recent.size() > k_remembered_folders) recent.pop_back();
}

}  // namespace

std::string home_folder() {
    const char* home = std::getenv("HOME");
    return home ? with_slash(home) : "/";
}

void open_browser(Desk& desk, Browse browse) {
    const auto& recent = desk.state().settings.recent_folders;
    if (browse.typed.empty()) browse.typed = recent.empty() ? home_folder() : with_slash(recent.front());
    desk.state().browse = std::move(browse);
    desk.state().focus_wanted = "files/path";
    follow_browser(desk);
}

void go_to_folder(Desk& desk, const fs::path& folder) {
    if (desk.state().browse) desk.state().browse->typed = with_slash(folder.string());
}

void follow_browser(Desk& desk) {
    auto& browse = desk.state().browse;
    if (!browse || (browse->asked == browse->typed && !browse->asked.empty())) return;
    browse->asked = browse->typed;
    desk.errands().start(base::text("Reading a folder"),
                         [&desk, typed = browse->typed, endings = browse->endings](base::Progress) {
                             auto read = std::make_shared<const FolderListing>(list_folder(typed, endings));
                             return std::function<void()>([&desk, read] {
                                 auto& now = desk.state().browse;
                                 if (now && now->asked == read->typed) now->listing = read;
                             });
                         });
}

fs::path chosen_path(const Browse& browse) {
    if (!browse.listing || browse.listing->typed != browse.typed) return {};
    switch (browse.wants) {
        case Browse::Wants::file:
            return browse.listing->is_file ? fs::path(browse.typed) : fs::path();
        case Browse::Wants::folder:
            return browse.listing->is_folder ? fs::path(browse.typed) : fs::path();
        case Browse::Wants::new_file:
            break;
    }
    const bool named = !browse.name.empty() && browse.name.find('/') == std::string::npos;
    if (!named || !browse.listing->readable) return {};
    // What has no ending gets the one that the file is found by later.
    const bool ends = browse.endings.size() != 1 || browse.name.ends_with(browse.endings.front());
    return browse.listing->folder / (ends ? browse.name : browse.name + browse.endings.front());
}

base::Text why_nothing_chosen(const Browse& browse) {
    if (!browse.listing || browse.listing->typed != browse.typed) return base::text("The folder is still being read.");
    switch (browse.wants) {
        case Browse::Wants::file:
            return base::text("Choose a file first.");
        case Browse::Wants::folder:
            return base::text("This folder is not there.");
        case Browse::Wants::new_file:
            break;
    }
    if (!browse.listing->readable) return base::text("This folder is not there.");
    return base::text("Give the file a name, without slashes.");
}

void finish_browsing(Desk& desk, const fs::path& chosen) {
    const auto browse = std::exchange(desk.state().browse, std::nullopt);
    if (!browse) return;
    const bool is_folder = browse->wants == Browse::Wants::folder;
    remember_folder(desk.state(), is_folder ? chosen : chosen.parent_path());
    desk.dispatch(browse->action, chosen.string());
}

}  // namespace app
