// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/style.hpp"
#include "geo/base/clock.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What was said on the command line of `doorgang`.
struct Options {
    std::vector<std::filesystem::path> files{};  ///< one dossier, or sources
    bool headless = false;
    std::filesystem::path script{}, shot{}, timings{};
    int width = 1600, height = 1000;
    double scale = 1.0;
    base::Language language = base::Language::dutch;
    bool says_language = false;    ///< else the settings, else the locale decides
    std::optional<Theme> theme{};  ///< nothing: that of the settings
    std::optional<base::Time> now{};
};

/// Parses, or prints help or what is wrong and gives the code to exit with.
struct Parsed {
    Options options{};
    std::optional<int> exit_code{};
};
Parsed parse_options(int argc, char** argv);

}  // namespace app
