// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/style.hpp"
#include "geo/base/texts.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// What a person chose once and finds again at the next start. Of this user on this machine, never of a dossier.
struct Settings {
    std::optional<base::Language> language{};  ///< nothing: that of the locale
    Theme theme = Theme::light;
    double text_scale = 1.0;                     ///< 1 to 2
    bool reduce_motion = false;                  ///< the map jumps instead of easing
    bool map_names = true;                       ///< names of streets and places on the map
    bool heat_map = false;                       ///< findings as a density instead of symbols
    bool single_letters = true;                  ///< letters without Ctrl do something while the map has the keyboard
    double left_width = 340, right_width = 392;  ///< of the side panels, pixels at 100 %
    std::vector<std::string> recent_dossiers{};  ///< absolute paths, the last one first
    std::vector<std::string> recent_folders{};

    bool operator==(const Settings&) const = default;
};

constexpr double k_narrowest_panel = 260, k_widest_panel = 720;

std::optional<Theme> parse_theme(std::string_view word);
std::string_view word_of(Theme theme);

std::string to_json(const Settings& settings);
/// What cannot be read keeps its default: settings are never a reason not to start.
Settings settings_from_json(std::string_view json);

/// In the user's configuration folder.
std::filesystem::path settings_file();
/// The defaults where there is no such file.
Settings read_settings(const std::filesystem::path& file);
/// Whole or not at all. @throws base::Error when it cannot be written
void keep_settings(const Settings& settings, const std::filesystem::path& file);

/// Puts a dossier at the head of the recent ones.
void remember_dossier(Settings& settings, const std::filesystem::path& dossier);

}  // namespace app
