// SPDX-License-Identifier: EUPL-1.2
#include "app/ui/wrap.hpp"

#include <imgui_internal.h>

#include <cctype>

namespace ui {
namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0; }

/// May a line end before `i`?
bool may_break(std::string_view text, std::size_t i) {
    if (text[i] == ' ') return true;
    return text[i - 1] == '-' && i >= 2 && is_letter(text[i - 2]) && is_letter(text[i]);
}

/// Where the line that begins at `begin` ends: the last break that fits, or else as far as it fits.
std::size_t end_of_line(ImFont* font, std::string_view text, std::size_t begin, float width) {
    float x = 0;
    std::size_t last_break = begin;
    for (std::size_t i = begin; i < text.size();) {
        if (text[i] == '\n') return i;
        if (i > begin && may_break(text, i)) last_break = i;
        unsigned int character = 0;
        const int length = ImTextCharFromUtf8(&character, text.data() + i, text.data() + text.size());
        if (length <= 0) break;
        x += font->GetCharAdvance(static_cast<ImWchar>(character));
        // A space that does not fit hangs over the end.
        if (x > width && i > begin && text[i] != ' ') return last_break > begin ? last_break : i;
        i += static_cast<std::size_t>(length);
    }
    return text.size();
}

}  // namespace

std::vector<std::string_view> lines_of(ImFont* font, std::string_view text, float width) {
    std::vector<std::string_view> lines;
    if (width <= 0) width = FLT_MAX;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = end_of_line(font, text, begin, width);
        lines.push_back(text.substr(begin, end - begin));
        if (end >= text.size()) break;
        begin = end;
        if (text[begin] == '\n')
            ++begin;
        else
            while (begin < text.size() && text[begin] == ' ') ++begin;
    }
    return lines;
}

}  // namespace ui
