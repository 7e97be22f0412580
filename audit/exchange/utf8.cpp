// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/utf8.hpp"

namespace audit {
namespace {

bool continues(std::string_view text, std::size_t begin, std::size_t count) {
    if (begin + count > text.size()) return false;
    for (auto at = begin; at < begin + count; ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) return false;
    return true;
}

}  // namespace

// The well-formed byte sequences of the Unicode Standard, table 3-7.
std::size_t utf8_length(std::string_view text, std::size_t at) {
    auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return 1;
    auto second = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    if (first >= 0xC2 && first <= 0xDF) return continues(text, at + 1, 1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
        return continues(text, at + 1, 2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
        return continues(text, at + 1, 3) ? 4 : 0;
    }
    return 0;
}

std::string valid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto length = utf8_length(text, at);
        out += length ? text.substr(at, length) : k_replacement;
        at += length ? length : 1;
    }
    return out;
}

}  // namespace audit
