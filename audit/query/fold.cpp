// SPDX-License-Identifier: EUPL-1.2
#include "audit/query/fold.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace audit {
namespace {

/// A run of Unicode letters that all fold to the same plain letters.
struct Run {
    std::uint32_t first, last;
    std::string_view plain;
};

// The letters of Latin-1, Latin Extended-A, the Romanian ones of Extended-B, the combining accents and Latin Extended
// Additional (Unicode code charts U+0080, U+0100, U+0180, U+0300, U+1E00).
constexpr std::array k_runs{
    Run{0xC0, 0xC5, "a"},     Run{0xC6, 0xC6, "ae"},    Run{0xC7, 0xC7, "c"},     Run{0xC8, 0xCB, "e"},
    Run{0xCC, 0xCF, "i"},     Run{0xD0, 0xD0, "d"},     Run{0xD1, 0xD1, "n"},     Run{0xD2, 0xD6, "o"},
    Run{0xD8, 0xD8, "o"},     Run{0xD9, 0xDC, "u"},     Run{0xDD, 0xDD, "y"},     Run{0xDE, 0xDE, "th"},
    Run{0xDF, 0xDF, "ss"},    Run{0xE0, 0xE5, "a"},     Run{0xE6, 0xE6, "ae"},    Run{0xE7, 0xE7, "c"},
    Run{0xE8, 0xEB, "e"},     Run{0xEC, 0xEF, "i"},     Run{0xF0, 0xF0, "d"},     Run{0xF1, 0xF1, "n"},
    Run{0xF2, 0xF6, "o"},     Run{0xF8, 0xF8, "o"},     Run{0xF9, 0xFC, "u"},     Run{0xFD, 0xFD, "y"},
    Run{0xFE, 0xFE, "th"},    Run{0xFF, 0xFF, "y"},     Run{0x100, 0x105, "a"},   Run{0x106, 0x10D, "c"},
    Run{0x10E, 0x111, "d"},   Run{0x112, 0x11B, "e"},   Run{0x11C, 0x123, "g"},   Run{0x124, 0x127, "h"},
    Run{0x128, 0x131, "i"},   Run{0x132, 0x133, "ij"},  Run{0x134, 0x135, "j"},   Run{0x136, 0x138, "k"},
    Run{0x139, 0x142, "l"},   Run{0x143, 0x14B, "n"},   Run{0x14C, 0x151, "o"},   Run{0x152, 0x153, "oe"},
    Run{0x154, 0x159, "r"},   Run{0x15A, 0x161, "s"},   Run{0x162, 0x167, "t"},   Run{0x168, 0x173, "u"},
    Run{0x174, 0x175, "w"},   Run{0x176, 0x178, "y"},   Run{0x179, 0x17E, "z"},   Run{0x17F, 0x17F, "s"},
    Run{0x218, 0x219, "s"},   Run{0x21A, 0x21B, "t"},   Run{0x300, 0x36F, ""},    Run{0x1E00, 0x1E01, "a"},
    Run{0x1E02, 0x1E07, "b"}, Run{0x1E08, 0x1E09, "c"}, Run{0x1E0A, 0x1E13, "d"}, Run{0x1E14, 0x1E1D, "e"},
    Run{0x1E1E, 0x1E1F, "f"}, Run{0x1E20, 0x1E21, "g"}, Run{0x1E22, 0x1E2B, "h"}, Run{0x1E2C, 0x1E2F, "i"},
    Run{0x1E30, 0x1E35, "k"}, Run{0x1E36, 0x1E3D, "l"}, Run{0x1E3E, 0x1E43, "m"}, Run{0x1E44, 0x1E4B, "n"},
    Run{0x1E4C, 0x1E53, "o"}, Run{0x1E54, 0x1E57, "p"}, Run{0x1E58, 0x1E5F, "r"}, Run{0x1E60, 0x1E69, "s"},
    Run{0x1E6A, 0x1E71, "t"}, Run{0x1E72, 0x1E7B, "u"}, Run{0x1E7C, 0x1E7F, "v"}, Run{0x1E80, 0x1E89, "w"},
    Run{0x1E8A, 0x1E8D, "x"}, Run{0x1E8E, 0x1E8F, "y"}, Run{0x1E90, 0x1E95, "z"}, Run{0x1E96, 0x1E96, "h"},
    Run{0x1E97, 0x1E97, "t"}, Run{0x1E98, 0x1E98, "w"}, Run{0x1E99, 0x1E99, "y"}, Run{0x1E9E, 0x1E9E, "ss"},
    Run{0x1EA0, 0x1EB7, "a"}, Run{0x1EB8, 0x1EC7, "e"}, Run{0x1EC8, 0x1ECB, "i"}, Run{0x1ECC, 0x1EE3, "o"},
    Run{0x1EE4, 0x1EF1, "u"}, Run{0x1EF2, 0x1EF9, "y"},
};

const Run* run_of(std::uint32_t letter) {
    auto after = std::upper_bound(k_runs.begin(), k_runs.end(), letter,
                                  [](std::uint32_t value, const Run& run) { return value < run.first; });
    if (after == k_runs.begin()) return nullptr;
    const auto& run = *(after - 1);
    return letter <= run.last ? &run : nullptr;
}

bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

/// Length of the two- or three-byte letter at `at`, 1 where there is none: all folded letters are that short.
std::size_t letter_at(std::string_view text, std::size_t at, std::uint32_t& letter) {
    auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])); };
    letter = 0;
    if ((byte(0) & 0xE0) == 0xC0 && continues(text, at + 1)) {
        letter = ((byte(0) & 0x1F) << 6) | (byte(1) & 0x3F);
        return 2;
    }
    if ((byte(0) & 0xF0) == 0xE0 && continues(text, at + 1) && continues(text, at + 2)) {
        letter = ((byte(0) & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
        return 3;
    }
    return 1;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto byte = text[at];
        if (static_cast<unsigned char>(byte) < 0x80) {
            out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
            ++at;
            continue;
        }
        std::uint32_t letter = 0;
        auto length = letter_at(text, at, letter);
        if (const auto* run = run_of(letter))
            out += run->plain;
        else
            out += text.substr(at, length);
        at += length;
    }
    return out;
}

}  // namespace audit
