// SPDX-License-Identifier: EUPL-1.2
#include "app/scene/letters.hpp"

namespace app {
namespace {

constexpr char32_t k_unreadable = 0xFFFD;

std::size_t length_of(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

/// The character that begins at `i`, which is moved behind it.
char32_t next_character(std::string_view utf8, std::size_t& i) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = length_of(lead);
    if (length == 0 || i + length > utf8.size()) return ++i, k_unreadable;
    char32_t value = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) {
        const auto more = static_cast<unsigned char>(utf8[i + k]);
        if ((more & 0xC0U) != 0x80U) return ++i, k_unreadable;
        value = (value << 6U) | (more & 0x3FU);
    }
    i += length;
    return value;
}

}  // namespace

std::u32string characters_of(std::string_view utf8) {
    std::u32string out;
    for (std::size_t i = 0; i < utf8.size();) out += next_character(utf8, i);
    return out;
}

float LetterWidths::width_of(std::string_view utf8, Cut cut) const {
    const auto& widths = advance[static_cast<std::size_t>(cut)];
    float width = 0;
    for (const auto character : characters_of(utf8))
        if (const auto found = widths.find(character); found != widths.end()) width += found->second;
    return width;
}

}  // namespace app
