// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>

namespace app {

class Desk;

/// Dossiers in the data folder, for work that has no dossier of its own yet.

std::filesystem::path scratch_folder(const std::filesystem::path& data_folder);

/// Lays one aside with its photos, in the place of the one that was laid aside before, which is gone then. Asks the
/// disk: belongs on a worker. @throws std::filesystem::filesystem_error
void lay_aside(const std::filesystem::path& data_folder, const std::filesystem::path& dossier);
/// The one that was laid aside last.
std::optional<std::filesystem::path> laid_aside(const std::filesystem::path& data_folder);
/// Puts it back. A dossier that got its name meanwhile stays, and it does too. @returns whether it was put back
bool put_back(const std::filesystem::path& data_folder);
/// Removes one with its photos, once a copy of it is open.
void remove_scratch(const std::filesystem::path& dossier);

/// Copies the open scratch dossier with its photos to `out`, goes on in the copy and takes the scratch dossier away,
/// unless something was recorded in it meanwhile.
void keep_scratch_as(Desk& desk, const std::filesystem::path& out);

}  // namespace app
