// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/scene/letters.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace app {

/// The files of the map's typeface, one for each cut; empty where it is not installed.
using LabelFaces = std::array<std::filesystem::path, k_cuts>;

/// How wide the letters of Latin, Greek and Cyrillic are. Cuts whose file cannot be read have none: their names are
/// left out. Safe from every thread.
LetterWidths read_letter_widths(const LabelFaces& faces);

/// A name as it is drawn: how much of each pixel is letter, and how much is letter or halo. Rows from the top.
struct LabelPicture {
    int width = 0, height = 0;
    double begin = 0;                   ///< where the first letter stands, pixels from the left
    double middle = 0;                  ///< height of the middle of a capital, pixels from the top
    std::vector<std::uint8_t> cover{};  ///< two bytes for each pixel: letter, letter or halo
};

/// Draws names with FreeType. Belongs to one thread; keeps the letters it has drawn.
class LabelFont {
public:
    explicit LabelFont(const LabelFaces& faces);
    ~LabelFont();
    LabelFont(const LabelFont&) = delete;
    LabelFont& operator=(const LabelFont&) = delete;

    /// @param size of an em, pixels  @param halo reach of the halo beyond the letters, pixels
    /// @returns an empty picture when there is no such cut or nothing to draw
    LabelPicture draw(std::string_view utf8, Cut cut, double size, double halo);

private:
    struct Pimpl;
    std::unique_ptr<Pimpl> pimpl_;
};

}  // namespace app
