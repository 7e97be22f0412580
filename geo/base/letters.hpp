// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

/// ASCII letters only, whatever the locale: for what computers gave names to, such as endings of files, attributes and
/// values of deliveries. Safe from every thread.
std::string small_letters(std::string_view text);

/// At most so many letters of UTF-8, with “…” at the end where there were more. Safe from every thread.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace base
