// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace audit {

/// What stands for bytes that are no text: U+FFFD.
inline constexpr std::string_view k_replacement = "\xEF\xBF\xBD";

/// Bytes of the UTF-8 character that begins at `at`; 0 where there is none: cut off, overlong, a surrogate, or too
/// large.
std::size_t utf8_length(std::string_view text, std::size_t at);

/// `text` as UTF-8 that every reader accepts: U+FFFD for each byte that is none.
std::string valid_utf8(std::string_view text);

}  // namespace audit
