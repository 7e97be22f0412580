// SPDX-License-Identifier: EUPL-1.2
#include "app/map/label_font.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_GLYPH_H
#include FT_STROKER_H
#include FT_ADVANCES_H

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace app {
namespace {

/// Letters stand on quarters of a pixel; finer cannot be seen.
constexpr int k_fractions = 4;
constexpr double k_capital_height = 0.714;  ///< of Noto Sans, ems

struct Library {
    FT_Library handle = nullptr;
    Library() {
        if (FT_Init_FreeType(&handle) != 0) handle = nullptr;
    }
    ~Library() {
        if (handle) FT_Done_FreeType(handle);
    }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    FT_Face open(const std::filesystem::path& file) const {
        FT_Face face = nullptr;
        if (!handle || file.empty() || FT_New_Face(handle, file.c_str(), 0, &face) != 0) return nullptr;
        return face;
    }
};

/// Coverage of one letter or its halo, `left` and `top` from where it stands on the line.
struct Cover {
    int left = 0, top = 0, width = 0, height = 0;
    std::vector<std::uint8_t> bytes{};
};
struct Letter {
    Cover ink{}, halo{};
    double advance = 0;  ///< pixels
    bool is_there = false;
};

/// Renders `glyph` and lets go of it.
Cover cover_of(FT_Glyph glyph) {
    Cover cover;
    if (FT_Glyph_To_Bitmap(&glyph, FT_RENDER_MODE_NORMAL, nullptr, 1) == 0) {
        const auto* bitmap = reinterpret_cast<FT_BitmapGlyph>(glyph);
        const auto& from = bitmap->bitmap;
        cover = {bitmap->left, bitmap->top, static_cast<int>(from.width), static_cast<int>(from.rows), {}};
        for (unsigned row = 0; row < from.rows; ++row) {
            const auto* begin = from.buffer + static_cast<std::ptrdiff_t>(row) * from.pitch;
            cover.bytes.insert(cover.bytes.end(), begin, begin + from.width);
        }
    }
    FT_Done_Glyph(glyph);
    return cover;
}

/// Puts one channel of a letter down, the stronger of what is there and what comes.
void lay(LabelPicture& picture, const Cover& cover, int x, int baseline, int channel) {
    for (int row = 0; row < cover.height; ++row) {
        const int to_row = baseline - cover.top + row;
        if (to_row < 0 || to_row >= picture.height) continue;
        for (int column = 0; column < cover.width; ++column) {
            const int to_column = x + cover.left + column;
            if (to_column < 0 || to_column >= picture.width) continue;
            auto& to = picture.cover[(static_cast<std::size_t>(to_row) * picture.width + to_column) * 2 + channel];
            to = std::max(to, cover.bytes[static_cast<std::size_t>(row) * cover.width + column]);
        }
    }
}

}  // namespace

LetterWidths read_letter_widths(const LabelFaces& files) {
    const Library library;
    LetterWidths widths;
    constexpr std::array<std::pair<char32_t, char32_t>, 4> ranges{
        {{0x20, 0x530}, {0x1E00, 0x2000}, {0x2010, 0x2045}, {0x20A0, 0x2123}}};
    for (std::size_t cut = 0; cut < k_cuts; ++cut) {
        FT_Face face = library.open(files[cut]);
        if (!face) continue;
        for (const auto& [first, end] : ranges)
            for (char32_t c = first; c < end; ++c) {
                const auto glyph = FT_Get_Char_Index(face, c);
                FT_Fixed advance = 0;
                if (glyph != 0 && FT_Get_Advance(face, glyph, FT_LOAD_NO_SCALE, &advance) == 0)
                    widths.advance[cut][c] = static_cast<float>(advance) / static_cast<float>(face->units_per_EM);
            }
        FT_Done_Face(face);
    }
    return widths;
}

struct LabelFont::Pimpl {
    Library library{};
    std::array<FT_Face, k_cuts> faces{};
    FT_Stroker stroker = nullptr;
    using Key = std::tuple<Cut, double, double, char32_t, int>;  ///< cut, size, halo, letter, quarter of a pixel
    std::map<Key, Letter> letters{};

    ~Pimpl() {
        if (stroker) FT_Stroker_Done(stroker);
        for (auto* face : faces)
            if (face) FT_Done_Face(face);
    }

    const Letter& letter(char32_t character, Cut cut, double size, double halo, int fraction) {
        const auto [found, is_new] = letters.try_emplace({cut, size, halo, character, fraction});
        if (is_new) found->second = draw(character, faces[static_cast<std::size_t>(cut)], size, halo, fraction);
        return found->second;
    }

    Letter draw(char32_t character, FT_Face face, double size, double halo, int fraction) const {
        const auto index = FT_Get_Char_Index(face, character);
        const auto set = FT_Set_Char_Size(face, 0, static_cast<FT_F26Dot6>(std::lround(size * 64)), 72, 72);
        if (index == 0 || set != 0 || FT_Load_Glyph(face, index, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0)
            return {};
        Letter letter{.advance = static_cast<double>(face->glyph->linearHoriAdvance) / 65536, .is_there = true};
        if (face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) return letter;
        FT_Outline_Translate(&face->glyph->outline, 64 * fraction / k_fractions, 0);
        FT_Glyph ink = nullptr, wide = nullptr;
        if (FT_Get_Glyph(face->glyph, &ink) != 0) return letter;
        FT_Stroker_Set(stroker, static_cast<FT_Fixed>(std::lround(halo * 64)), FT_STROKER_LINECAP_ROUND,
                       FT_STROKER_LINEJOIN_ROUND, 0);
        if (FT_Glyph_Copy(ink, &wide) == 0) {
            if (FT_Glyph_StrokeBorder(&wide, stroker, 0, 1) == 0)
                letter.halo = cover_of(wide);
            else
                FT_Done_Glyph(wide);
        }
        letter.ink = cover_of(ink);
        return letter;
    }
};

LabelFont::LabelFont(const LabelFaces& faces) : pimpl_(std::make_unique<Pimpl>()) {
    for (std::size_t cut = 0; cut < k_cuts; ++cut) pimpl_->faces[cut] = pimpl_->library.open(faces[cut]);
    if (pimpl_->library.handle && FT_Stroker_New(pimpl_->library.handle, &pimpl_->stroker) != 0)
        pimpl_->stroker = nullptr;
}
LabelFont::~LabelFont() = default;

LabelPicture LabelFont::draw(std::string_view utf8, Cut cut, double size, double halo) {
    auto& p = *pimpl_;
    if (!p.faces[static_cast<std::size_t>(cut)] || !p.stroker) return {};
    const int margin = static_cast<int>(std::ceil(halo)) + 1;
    const int baseline = margin + static_cast<int>(std::ceil(size * 1.07));
    std::vector<std::pair<const Letter*, int>> row;
    double pen = margin;
    for (const auto character : characters_of(utf8)) {
        const auto quarters = static_cast<int>(std::floor(pen * k_fractions));
        const auto& letter = p.letter(character, cut, size, halo, quarters % k_fractions);
        if (!letter.is_there) continue;
        row.emplace_back(&letter, quarters / k_fractions);
        pen += letter.advance;
    }
    if (row.empty()) return {};
    LabelPicture picture{.width = static_cast<int>(std::ceil(pen)) + margin,
                         .height = baseline + static_cast<int>(std::ceil(size * 0.3)) + margin,
                         .begin = static_cast<double>(margin),
                         .middle = baseline - size * k_capital_height / 2};
    picture.cover.resize(static_cast<std::size_t>(picture.width) * picture.height * 2);
    for (const auto& [letter, x] : row) {
        lay(picture, letter->ink, x, baseline, 0);
        lay(picture, letter->ink, x, baseline, 1);
        lay(picture, letter->halo, x, baseline, 1);
    }
    return picture;
}

}  // namespace app
