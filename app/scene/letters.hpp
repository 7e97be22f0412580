// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

namespace app {

/// The characters of a UTF-8 text. What is no UTF-8 becomes U+FFFD, one for each byte.
std::u32string characters_of(std::string_view utf8);

/// The cuts of the map's typeface: what a name is of is told by its cut as well as by its colour.
enum class Cut { regular, bold, italic };
constexpr std::size_t k_cuts = 3;

/// How wide letters are, so that names can be placed without a font at hand. Plain data, safe from all threads.
struct LetterWidths {
    std::array<std::unordered_map<char32_t, float>, k_cuts> advance{};  ///< ems

    /// Ems. Characters that the font does not have take no room: they are not drawn either.
    float width_of(std::string_view utf8, Cut cut) const;
};

}  // namespace app
