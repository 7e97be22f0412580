// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/core/folder_listing.hpp"
#include "geo/base/texts.hpp"

#include <memory>
#include <string>
#include <vector>

namespace app {

class Desk;

/// What the file browser is open for. The path that is chosen becomes the argument of an action.
struct Browse {
    enum class Wants { file, folder, new_file };
    base::Text title{};
    base::Text button{};   ///< what choosing does: "Add"
    std::string action{};  ///< of the table of actions
    Wants wants = Wants::file;
    std::vector<std::string> endings{};              ///< of files that are offered, see list_folder(); none: every file
    std::string name{};                              ///< of a new file, as it is typed
    std::string typed{};                             ///< folder or path, as it is typed; empty: where the last file was
    std::string asked{};                             ///< what `listing` was last asked for
    std::shared_ptr<const FolderListing> listing{};  ///< nullptr: still being read
};

/// Opens the browser, over whatever is open.
void open_browser(Desk& desk, Browse browse);
void go_to_folder(Desk& desk, const std::filesystem::path& folder);
/// Asks for the listing of what is typed, unless it was asked already; it comes with a later tick.
void follow_browser(Desk& desk);
/// What choosing takes now; empty when nothing can be chosen yet.
std::filesystem::path chosen_path(const Browse& browse);
/// Why `chosen_path` is empty.
base::Text why_nothing_chosen(const Browse& browse);
/// Closes the browser, remembers the folder and gives the path to the action.
void finish_browsing(Desk& desk, const std::filesystem::path& chosen);

/// `$HOME/`, or `/`.
std::string home_folder();

}  // namespace app
