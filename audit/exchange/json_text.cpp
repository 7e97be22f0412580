// SPDX-License-Identifier: EUPL-1.2
#include "audit/exchange/json_text.hpp"

#include "audit/exchange/utf8.hpp"
#include "geo/base/numbers.hpp"

#include <cmath>

namespace audit {
namespace {

bool is_plain(char c) {
    auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

void append_escaped(std::string& out, char c) {
    constexpr std::string_view k_digits = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            break;
    }
    out += "\\u00";
    out += k_digits[static_cast<unsigned char>(c) >> 4];
    out += k_digits[static_cast<unsigned char>(c) & 0xF];
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        auto begin = at;
        while (at < text.size() && is_plain(text[at])) ++at;
        out += text.substr(begin, at - begin);
        if (at == text.size()) break;
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            append_escaped(out, text[at++]);
            continue;
        }
        auto length = utf8_length(text, at);
        out += length ? text.substr(at, length) : k_replacement;
        at += length ? length : 1;
    }
    out += '"';
}

void append_json(std::string& out, std::optional<double> number) {
    out += number && std::isfinite(*number) ? base::number_for_files(*number) : "null";
}

}  // namespace audit
