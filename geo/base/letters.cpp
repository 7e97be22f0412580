// SPDX-License-Identifier: EUPL-1.2
#include "geo/base/letters.hpp"

#include <algorithm>

namespace base {

std::string small_letters(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return small;
}

std::string shortened(std::string_view text, std::size_t most) {
    std::size_t letters = 0, end = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins_letter = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        if (!begins_letter) continue;
        if (letters + 1 == most) end = i;  // where “…” has room
        if (++letters > most) return std::string(text.substr(0, end)) + "…";
    }
    return std::string(text);
}

}  // namespace base
