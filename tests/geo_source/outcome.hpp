// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

namespace test {

/// Reads a source in every way there is, in a process of its own, which ends when it takes too long or too much.
/// @returns how it ended: "result", "sentence" (which begins with the file), or what went wrong
std::string outcome_of(const std::filesystem::path& path);

}  // namespace test
