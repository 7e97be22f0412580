// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "geo/base/files.hpp"
#include "geo/base/problem.hpp"

#include <spdlog/spdlog.h>

#include <filesystem>
#include <string>
#include <vector>

namespace app {

/// @throws base::Error code "styles-broken" naming the file
[[noreturn]] void styles_broken(const std::filesystem::path& path, std::string detail);

/// What a file of styles that comes with the program holds; nothing when it cannot be read, which the log says: a map
/// in plain looks is better than none.
template <class Rule>
std::vector<Rule> shipped_styles(const char* file, std::vector<Rule> (*read)(const std::filesystem::path&)) {
    try {
        return read(base::assets_folder() / "styles" / file);
    } catch (const base::Error& error) {
        spdlog::warn("{}", base::say(error.problem(), base::Language::english));
        return {};
    }
}

}  // namespace app
