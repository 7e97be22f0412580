// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace audit {

/// Appending JSON to a text, for files with a million rows; what reads JSON uses a library.

/// `text` with its quotes. Always valid UTF-8: bytes that are no text become U+FFFD.
void append_json(std::string& out, std::string_view text);
/// A number in its shortest form; null for what JSON cannot hold (infinite, not a number) and for nothing.
void append_json(std::string& out, std::optional<double> number);

}  // namespace audit
